import type { Permutation } from '../types.ts';
import { largestCycleMean } from './cycle-mean.ts';

/**
 * lambda_X: X is a strict local minimum of E + lambda P over the doubly stochastic matrices for larger lambda, not for smaller. `gradient`
 * is grad E at X, n x n row-major. -Infinity for n = 1.
 *
 * lambda_X = max over permutations Y != X of <grad E(X), X - Y>/||Y - X||_1, half of the largest cycle mean of the weights G_{i x_i} - G_{i
 * x_k} of the arcs i -> k: Y is X with some cycles rotated, row i taking the column of row k; <G, X - Y> is the cycles' weight, ||Y - X||_1
 * twice the number of their arcs; no mean of several exceeds the best.
 */
export function cornerThreshold(gradient: Float64Array, permutation: Permutation): number {
  const n = permutation.length;
  const weights = new Float64Array(n * n);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++)
      weights[i * n + k] =
        i === k
          ? Number.NEGATIVE_INFINITY
          : gradient[i * n + permutation[i]!]! - gradient[i * n + permutation[k]!]!;
  return largestCycleMean(weights, n) / 2;
}
