import { columnMeans } from '../../engine/data/column-means.ts';
import { columnsOf } from '../../engine/data/columns.ts';
import type { FileTable } from '../../engine/data/file-reader.ts';
import { shareTable } from '../../engine/data/share-data.ts';
import { MAX_MEANS } from '../../engine/limits.ts';
import { MAX_DIMENSION } from '../../engine/problems/one-neuron/card.ts';
import { notice } from '../../engine/scenario/notice.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import type { TableReport } from '../protocol.ts';

const MOST_LISTED = 100;

/** Most numbers that become link values: two matrices of ten rows are 200. */
const MOST_KEPT = 1000;

/** Summarises a table for the page. Throws `ScenarioError` if no problem takes so many columns. */
export function reportOf(table: FileTable): TableReport {
  const { names, classes } = table;
  const means = table.outputs === 0 ? columnMeans(table) : null;
  const columns = columnsOf(names);
  // Keep at least one feature.
  const outputs =
    table.outputs === null ? null : names.slice(Math.max(1, names.length - (classes ? 1 : table.outputs)));
  const features = outputs
    ? names.slice(0, names.length - outputs.length)
    : columns.features.map((j) => names[j]!);
  const { length } = features;
  // No problem takes them, and no page shows 100,000 names.
  if (length > MAX_DIMENSION)
    throw new ScenarioError(
      means
        ? notice('too-many-means', 'data', String(MAX_MEANS), String(length))
        : notice('too-many-columns', 'data', String(MAX_DIMENSION), String(length)),
    );
  // Means are link values.
  const shared = means ? { packed: '', notice: null } : shareTable(table);
  return {
    names,
    label: outputs?.at(-1) ?? names[columns.label]!,
    outputs,
    classes: classes ?? [],
    features,
    rows: table.rows,
    refused: table.refused,
    refusedCount: table.refusedCount,
    notices: shared.notice ? [...table.notices, shared.notice] : table.notices,
    packed: shared.packed,
    columns: table.columns.length > MOST_LISTED ? [] : table.columns,
    used: table.used,
    ones: table.ones,
    decimal: table.decimal,
    means,
    numbers: table.values.slice(0, means ? MOST_KEPT : 0),
    bias: table.bias,
  };
}
