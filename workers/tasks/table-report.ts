import { columnsOf } from '../../engine/data/columns.ts';
import type { FileTable } from '../../engine/data/file-reader.ts';
import { shareTable } from '../../engine/data/share-data.ts';
import { MAX_DIMENSION } from '../../engine/problems/one-neuron/card.ts';
import { ScenarioError } from '../../engine/scenario/describe-notice.ts';
import { notice } from '../../engine/scenario/notice.ts';
import type { TableReport } from '../protocol.ts';

/** Columns of a file that a page lists. */
const MOST_LISTED = 100;

/** What the page says of a table before it is used. Throws `ScenarioError` where it has more columns than any problem takes. */
export function reportOf(table: FileTable): TableReport {
  const columns = columnsOf(table.names);
  const { length } = columns.features;
  // No problem takes them, and a page has no room for a hundred thousand names.
  if (length > MAX_DIMENSION)
    throw new ScenarioError(notice('too-many-columns', 'data', String(MAX_DIMENSION), String(length)));
  const shared = shareTable(table);
  return {
    names: table.names,
    label: table.names[columns.label]!,
    features: columns.features.map((j) => table.names[j]!),
    rows: table.rows,
    refused: table.refused,
    refusedCount: table.refusedCount,
    notices: shared.notice ? [...table.notices, shared.notice] : table.notices,
    packed: shared.packed,
    columns: table.columns.length > MOST_LISTED ? [] : table.columns,
    used: table.used,
    ones: table.ones,
    decimal: table.decimal,
    bias: table.bias,
  };
}
