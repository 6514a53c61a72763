/** E over all doubly stochastic n x n matrices, convex and quadratic. */
export interface MatrixCost {
  readonly n: number;
  /** L: the gradient's Lipschitz constant. */
  readonly smoothness: number;
  /** Writes grad E (n x n row-major) at a matrix and returns E >= 0. Non-finite entries give NaN; nothing throws. */
  evaluate(gradient: Float64Array, matrix: Float64Array): number;
  /** n^4 numbers: E of a permutation is a sum over pairs of rows i <= j; entry ((i n + a) n + j) n + b is the term of i -> a and j -> b. */
  readonly pairs: Float64Array;
}
