import type { ProblemCard } from '../contract.ts';
import type { Values } from '../params.ts';

/** Number by which the two sides of a run are compared at its end. */
export interface Comparison {
  /** A series of the card, `objective` or `loss`. */
  readonly series: string;
  /** Unit; empty if it has none. */
  readonly unit: string;
  readonly better: 'lower' | 'higher';
  /** The value of a side that diverged. */
  readonly worst: number;
}

/** Returns the comparison of runs of these values; null if no number tells which side is better. Throws RangeError if the card states no better direction. */
export function comparisonOf(
  card: Pick<ProblemCard, 'compares' | 'series'>,
  values: Values,
): Comparison | null {
  const series = card.compares(values);
  if (series === null) return null;
  const isShared = series === 'objective' || series === 'loss';
  const { unit = '', better = isShared ? 'lower' : null } = card.series?.[series] ?? {};
  if (!better) throw new RangeError(`expected a series with a better direction; got ${series}`);
  const worst = better === 'lower' ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return { series, unit, better, worst };
}

/** Returns right minus left; 0 if they are equal, infinite ones too. NaN if either is. */
export function differenceOf(left: number, right: number): number {
  return left === right ? 0 : right - left;
}
