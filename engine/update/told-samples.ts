import type { Samples, Vector } from '../contract.ts';

export const MOST_TOLD = 40;

/** Samples described one by one: every m-th if there are more than `MOST_TOLD`. */
export interface ToldSamples {
  readonly rows: Int32Array<ArrayBuffer>;
  /** rows x d, row-major, original units. */
  readonly features: Vector;
  readonly labels: Vector;
  readonly negative: number;
  readonly count: number;
}

/** Selects the samples to describe; null if there are infinitely many. */
export function toldSamples({ features, labels, dimension: d }: Samples): ToldSamples | null {
  const n = labels.length;
  if (n === 0) return null;
  const every = Math.ceil(n / MOST_TOLD);
  const rows = Int32Array.from({ length: Math.ceil(n / every) }, (_, i) => i * every);
  const told = { features: new Float64Array(rows.length * d), labels: new Float64Array(rows.length) };
  for (const [i, row] of rows.entries()) {
    told.features.set(features.subarray(row * d, row * d + d), i * d);
    told.labels[i] = labels[row]!;
  }
  let negative = 0;
  for (const y of labels) if (y < 0) negative++;
  return { ...told, rows, negative, count: n };
}
