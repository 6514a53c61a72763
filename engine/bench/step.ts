import { largestEigenvalue } from '../kernels/eigen.ts';
import { gram } from '../kernels/vector.ts';

/** The step of c = 1: 1/L, L = lambda_max(A^T A)/n. */
export function stepOf(features: Float64Array, n: number, d: number): number {
  const matrix = new Float64Array(d * d);
  gram(matrix, features, n, d);
  return 1 / largestEigenvalue(matrix, d);
}
