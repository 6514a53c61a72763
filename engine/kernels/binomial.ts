/**
 * Returns P(Binomial(n, 1/2) <= m) by the four operations alone, so that all machines agree; relative error about n times 1e-16. 0 for m <
 * 0, 1 for m >= n; below 1e-300 it may be 0. Throws RangeError unless n is a non-negative integer.
 */
export function fairTail(n: number, m: number): number {
  if (!Number.isInteger(n) || n < 0) throw new RangeError(`expected a whole number of trials; got ${n}`);
  if (m < 0) return 0;
  if (m >= n) return 1;
  if (2 * m >= n) return 1 - fairTail(n, n - Math.floor(m) - 1);
  // C(n, k)/2^n for k = m, and downwards by the ratio k/(n - k + 1), halving whenever the product is large.
  const k = Math.floor(m);
  let term = 1;
  let halvings = n;
  for (let i = 1; i <= k; i++) {
    term *= (n - k + i) / i;
    for (; term > 1 && halvings > 0; halvings--) term /= 2;
  }
  for (; halvings > 0 && term > 0; halvings--) term /= 2;
  let sum = 0;
  for (let j = k; j >= 0 && term > 0; j--) {
    sum += term;
    term *= j / (n - j + 1);
  }
  return sum;
}

/**
 * Returns the exact two-sided p-value of McNemar's test for `first` + `second` discordant pairs under a fair coin; 1 without any. Source:
 * Q. McNemar 1947, Psychometrika 12, 153-157; docs/mathematics.md, section 11.
 */
export function mcnemar(first: number, second: number): number {
  return Math.min(1, 2 * fairTail(first + second, Math.min(first, second)));
}

/**
 * Returns P(Binomial(n, 1/2) >= d): for rows symmetric about 0 in general position the probability that at least d of n are active at the
 * plant, so that noiseless labels determine it (proved: docs/mathematics.md, section 3.2).
 */
export function recoverable(n: number, d: number): number {
  return fairTail(n, n - d);
}
