import type { Samples } from '../contract.ts';
import { type Notice, notice } from '../scenario/notice.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';

/** Sizes (largest absolute entry of a column) whose squares and their products neither overflow nor underflow in double precision. */
export const SIZES = { least: 1e-60, most: 1e60 } as const;

/** Root mean squares of labels for which curves and colours, which end at an excess of 1e-16, show the whole run. */
export const LABEL_SIZES = { least: 1e-4, most: 1e8 } as const;

/** Ratio of column root mean squares above which descent with 1/L hardly moves the smaller one's weight. */
export const UNEVEN = 1e4;

/** Returns a column's name in notices: its own, else x1, x2, ... */
const nameOf = ({ names }: Pick<Samples, 'names'>, j: number) => names[j] ?? `x${j + 1}`;

/** Throws ScenarioError if a size is neither 0 nor within `SIZES`; `key` names the quantity. */
export function refuseSize(key: string, size: number): void {
  if (size === 0 || (size >= SIZES.least && size <= SIZES.most)) return;
  const range = { say: 'range', min: String(SIZES.least), max: String(SIZES.most) } as const;
  throw new ScenarioError(notice('size', key, range, String(size)));
}

/** Throws ScenarioError if the finite numbers of a column, or the labels, are too large or small to be squared. */
export function refuseSizes(samples: Samples): void {
  const { features, labels, count: n, dimension: d, labelName } = samples;
  for (let j = 0; j < d; j++) {
    let size = 0;
    for (let at = j; at < n * d; at += d) size = Math.max(size, Math.abs(features[at]!));
    refuseSize(nameOf(samples, j), size);
  }
  refuseSize(
    labelName,
    labels.reduce((size, label) => Math.max(size, Math.abs(label)), 0),
  );
}

/** Warns if labels are so small or large that curves and colours show little of a one-neuron run. */
export function labelNotices({ labels, labelName }: Samples): Notice[] {
  const squares = labels.reduce((sum, label) => sum + label * label, 0);
  const length = Math.sqrt(squares / labels.length);
  if (length === 0 || (length >= LABEL_SIZES.least && length <= LABEL_SIZES.most)) return [];
  const range = { say: 'range', min: String(LABEL_SIZES.least), max: String(LABEL_SIZES.most) } as const;
  return [notice('label-size', labelName, range, length.toPrecision(3))];
}

/** Root mean squares of columns so uneven that ends must be judged column by column. */
export interface UnevenColumns {
  /** Length d; 0 for a zero column. */
  readonly sizes: Float64Array;
  readonly notice: Notice;
}

/** Measures the scaled columns (n x d, row-major); null if they have similar size. `scales`: `std` would make them similar. */
export function unevenColumns(
  features: Float64Array,
  samples: Pick<Samples, 'count' | 'dimension' | 'names'>,
  scales: boolean,
): UnevenColumns | null {
  const { count: n, dimension: d } = samples;
  const sizes = new Float64Array(d);
  let [small, large] = [-1, 0];
  for (let j = 0; j < d; j++) {
    let squares = 0;
    for (let at = j; at < n * d; at += d) squares += features[at]! * features[at]!;
    sizes[j] = Math.sqrt(squares / n);
    if (sizes[j]! > sizes[large]!) large = j;
    if (sizes[j]! > 0 && (small < 0 || sizes[j]! < sizes[small]!)) small = j;
  }
  if (small < 0 || sizes[large]! <= UNEVEN * sizes[small]!) return null;
  const names = `${nameOf(samples, large)}, ${nameOf(samples, small)}`;
  const factor = (sizes[large]! / sizes[small]!).toPrecision(3);
  const code = scales ? 'uneven-columns' : 'uneven-for-good';
  return { sizes, notice: notice(code, names, String(UNEVEN), factor) };
}
