import { fairTail } from './binomial.ts';

/** Largest probability that the interval of `medianRank` misses the median. */
const MISSED = 0.05;

/**
 * Returns the largest rank k for which [x_(k), x_(n+1-k)] covers the median of any distribution with a probability of at least 95 %: 2
 * P(Bin(n, 1/2) < k) <= .05. Null if no rank does (n < 6). Throws RangeError unless n is a non-negative integer. Source: W. R. Thompson
 * 1936, Ann. Math. Statist. 7, 122-128; docs/mathematics.md, section 11.
 */
export function medianRank(n: number): number | null {
  const covers = (k: number) => 2 * fairTail(n, k - 1) <= MISSED;
  if (!covers(1)) return null;
  // Begin at the normal approximation: every probability costs n/2 operations.
  let rank = Math.max(1, Math.floor(n / 2 - 0.98 * Math.sqrt(n)));
  while (!covers(rank)) rank--;
  while (covers(rank + 1)) rank++;
  return rank;
}
