/** E over the doubly stochastic n x n matrices, convex and quadratic. */
export interface MatrixCost {
  readonly n: number;
  /** L: the gradient's Lipschitz constant. */
  readonly smoothness: number;
  /** Writes grad E (n x n row-major), returns E >= 0. Non-finite entries give NaN; nothing throws. */
  evaluate(gradient: Float64Array, matrix: Float64Array): number;
  /** n^4 numbers: E of a permutation sums over pairs of rows i <= j; entry ((i n + a) n + j) n + b is the term of i -> a and j -> b. */
  readonly pairs: Float64Array;
}
