/** E over all doubly stochastic n x n matrices, convex and quadratic. */
export interface MatrixCost {
  readonly n: number;
  /** L: the gradient's Lipschitz constant. */
  readonly smoothness: number;
  /** Writes grad E (n x n row-major) at a matrix and returns E >= 0. Entries that are not finite give NaN; nothing throws. */
  evaluate(gradient: Float64Array, matrix: Float64Array): number;
  /** E of permutations as a sum over pairs of rows: entry ((i n + a) n + j) n + b, i <= j, is what i -> a and j -> b add to it together. */
  readonly pairs: Float64Array;
}
