import { largestEigenvalue } from '../../kernels/eigen.ts';
import type { MatrixCost } from './matrices/cost.ts';

/**
 * E(M) = ||A M - M B||_F^2, A and B symmetric n x n: for a permutation the squared differences of matched entries. grad E = 2 (A R - R B),
 * R = A M - M B.
 */
export function matchingCost(a: Float64Array, b: Float64Array, n: number): MatrixCost {
  const rest = new Float64Array(n * n);

  function evaluate(gradient: Float64Array, matrix: Float64Array): number {
    let cost = 0;
    commute(rest, a, matrix, b, n);
    for (const value of rest) cost += value * value;
    commute(gradient, a, rest, b, n);
    for (let k = 0; k < gradient.length; k++) gradient[k] = 2 * gradient[k]!;
    return cost;
  }

  return { n, smoothness: matchingSmoothness(a, b, n), evaluate, pairs: matchingPairs(a, b, n) };
}

/** Writes A M - M B. */
function commute(into: Float64Array, a: Float64Array, m: Float64Array, b: Float64Array, n: number): void {
  for (let i = 0; i < n; i++)
    for (let j = 0; j < n; j++) {
      let sum = 0;
      for (let k = 0; k < n; k++) sum += a[i * n + k]! * m[k * n + j]! - m[i * n + k]! * b[k * n + j]!;
      into[i * n + j] = sum;
    }
}

/** L = 2 max (alpha_i - beta_j)^2 over the eigenvalues of A and B: M -> A M - M B has the eigenvalues alpha_i - beta_j. */
function matchingSmoothness(a: Float64Array, b: Float64Array, n: number): number {
  const least = (matrix: Float64Array) =>
    -largestEigenvalue(
      matrix.map((entry) => -entry),
      n,
    );
  const widest = Math.max(largestEigenvalue(a, n) - least(b), largestEigenvalue(b, n) - least(a));
  return 2 * widest * widest;
}

/** i -> p and j -> q add (A_ij - B_pq)^2, twice if i != j. */
function matchingPairs(a: Float64Array, b: Float64Array, n: number): Float64Array {
  const pairs = new Float64Array(n ** 4);
  for (let i = 0, at = 0; i < n; i++)
    for (let p = 0; p < n; p++)
      for (let j = 0; j < n; j++)
        for (let q = 0; q < n; q++, at++) {
          const difference = a[i * n + j]! - b[p * n + q]!;
          pairs[at] = (i === j ? 1 : 2) * difference * difference;
        }
  return pairs;
}
