import type { OwnData } from '../../contract.ts';
import { ownTable } from '../../data/own-samples.ts';
import { standardise } from '../../data/scaling.ts';
import type { RefusedRow } from '../../data/table-reader.ts';
import { notice } from '../../scenario/notice.ts';
import { ScenarioError } from '../../scenario/scenario-error.ts';
import { MAX_OUTPUT_COLUMNS, MAX_OUTPUT_SAMPLES } from './card.ts';
import { type OutputData, type OutputValues, oneHot } from './make-data.ts';

export interface OwnOutputs extends OutputData {
  /** Names of feature columns. */
  readonly names: readonly string[];
  readonly outputNames: readonly string[];
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
}

/**
 * Reads Y from the last `outputs` columns and features from the others; a last column of texts is one-hot classes and the only label.
 * Throws `ScenarioError` if data are unreadable or have no feature or too many. Standardised features replace the data: beta weighs their
 * weights.
 */
export function readOwnOutputs({ data, bias, std, outputs }: OutputValues, own: OwnData | null): OwnOutputs {
  const table = ownTable(data, own, MAX_OUTPUT_SAMPLES, true);
  const { names, values, classes: texts } = table;
  const width = names.length;
  const taken = texts ? 1 : outputs;
  const read = width - taken;
  const notices = [...table.notices];
  if (read < 1)
    throw new ScenarioError(
      texts
        ? notice('no-feature', 'data', '', names[0]!)
        : notice('too-many-outputs', 'outputs', String(width), String(outputs)),
    );
  const n = Math.min(table.rows, MAX_OUTPUT_SAMPLES);
  // The bias replaces a column of ones, which would repeat it.
  const isOnes = (j: number) => {
    for (let i = 0; i < n; i++) if (values[i * width + j] !== 1) return false;
    return n > 1;
  };
  const ones = bias && read > 1 ? names.slice(0, read).findIndex((_, j) => isOnes(j)) : -1;
  if (ones >= 0) notices.push(notice('ones-column', names[ones]!));
  const columns = Array.from({ length: read }, (_, j) => j).filter((j) => j !== ones);
  const d = columns.length + (bias ? 1 : 0);
  if (d > MAX_OUTPUT_COLUMNS)
    throw new ScenarioError(notice('too-many-columns', 'data', String(MAX_OUTPUT_COLUMNS), String(d)));
  if (n < table.rows) notices.push(notice('rows-cut', 'data', String(n), String(table.rows)));
  const features = new Float64Array(n * d).fill(1);
  const numbers = new Float64Array(n * taken);
  for (let i = 0; i < n; i++) {
    for (const [to, j] of columns.entries()) features[i * d + to] = values[i * width + j]!;
    for (let k = 0; k < taken; k++) numbers[i * taken + k] = values[i * width + read + k]!;
  }
  const scaled = std ? standardise(features, n, d, bias) : null;
  for (const j of scaled?.constant ?? []) notices.push(notice('constant-column', names[columns[j]!]!));
  const classes = texts ? Int32Array.from(numbers) : null;
  return {
    features: scaled ? Float64Array.from(scaled.features) : features,
    labels: classes ? oneHot(classes, texts!.length) : numbers,
    samples: n,
    columns: d,
    outputs: texts?.length ?? outputs,
    hasOnes: bias,
    classes,
    teacher: null,
    names: columns.map((j) => names[j]!),
    outputNames: texts ?? names.slice(read),
    refused: table.refused,
    refusedCount: table.refusedCount,
    notices,
  };
}
