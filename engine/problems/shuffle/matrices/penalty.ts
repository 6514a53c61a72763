/**
 * P(M) = sum over rows and columns of ||.||_1 - ||.||_2; for doubly stochastic M (required) the sum of 1 - length. Writes the lengths, n
 * rows, then n columns.
 */
export function measureLengths(lengths: Float64Array, matrix: Float64Array, n: number): void {
  lengths.fill(0);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const square = matrix[i * n + j]! * matrix[i * n + j]!;
      lengths[i] = lengths[i]! + square;
      lengths[n + j] = lengths[n + j]! + square;
    }
  for (let k = 0; k < 2 * n; k++) lengths[k] = Math.sqrt(lengths[k]!);
}

/** A negative sum is rounding. */
export function penaltyOf(lengths: Float64Array): number {
  let sum = 0;
  for (const length of lengths) sum += 1 - length;
  return Math.max(0, sum);
}

/** Adds lambda grad P: -M_ij over the lengths of row i and column j. */
export function addPenaltyGradient(
  gradient: Float64Array,
  matrix: Float64Array,
  lengths: Float64Array,
  lambda: number,
): void {
  const n = lengths.length / 2;
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      const at = i * n + j;
      gradient[at] = gradient[at]! - lambda * (matrix[at]! / lengths[i]! + matrix[at]! / lengths[n + j]!);
    }
}
