/** E over all doubly stochastic n x n matrices, convex and quadratic. */
export interface MatrixCost {
  readonly n: number;
  /** L: the gradient's Lipschitz constant. */
  readonly smoothness: number;
  /** Writes grad E (n x n row-major) at a matrix and returns E >= 0. Entries that are not finite give NaN; nothing throws. */
  evaluate(gradient: Float64Array, matrix: Float64Array): number;
  /** n^4 numbers: E of a permutation is a sum over pairs of rows i <= j, and entry ((i n + a) n + j) n + b is the part of i -> a and j -> b. */
  readonly pairs: Float64Array;
}
