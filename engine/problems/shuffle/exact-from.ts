import { largestCycleMean } from './cycle-mean.ts';
import type { MatrixCost } from './matrix-cost.ts';
import { factorial, permutationAt } from './permutation-costs.ts';

/** Most nodes for which `exactFrom` looks at every permutation. */
const MOST_NODES = 4;

/**
 * 2l: for a larger lambda the minimisers of E + lambda P over the doubly stochastic matrices are exactly the best permutations. Null for
 * n > 4. l is the largest `leastDeviation` of grad E over all M, which a permutation attains: grad E is affine in M and the function convex.
 */
export function exactFrom({ n, evaluate }: MatrixCost): number | null {
  if (n > MOST_NODES) return null;
  const gradient = new Float64Array(n * n);
  const matrix = new Float64Array(n * n);
  let largest = 0;
  for (let index = 0; index < factorial(n); index++) {
    matrix.fill(0);
    for (const [i, j] of permutationAt(index, n).entries()) matrix[i * n + j] = 1;
    evaluate(gradient, matrix);
    largest = Math.max(largest, leastDeviation(gradient, n));
  }
  return 2 * largest;
}

/**
 * min over r, c of max over i, j of |G_ij - r_i - c_j|: the least Lipschitz constant, in the sum of absolute entries, of <G, M> over doubly
 * stochastic M as this bound sees it.
 *
 * Some r, c reach t iff G_ij - t <= r_i + c_j <= G_ij + t for all i, j. With c' = -c these bound differences r_i - c'_j, so they can be met
 * iff no cycle of rows and columns contradicts them: along i_1, j_1, i_2, j_2, ..., i_m, j_m, i_1 the sum of G_{i_s j_s} - G_{i_{s+1} j_s} is
 * at most 2 m t. The least t is half of the largest cycle mean of the arcs i -> k with the weight max over j of G_ij - G_kj.
 */
export function leastDeviation(matrix: Float64Array, n: number): number {
  const weights = new Float64Array(n * n).fill(Number.NEGATIVE_INFINITY);
  for (let i = 0; i < n; i++)
    for (let k = 0; k < n; k++)
      for (let j = 0; j < n; j++)
        weights[i * n + k] = Math.max(weights[i * n + k]!, matrix[i * n + j]! - matrix[k * n + j]!);
  return largestCycleMean(weights, n) / 2;
}
