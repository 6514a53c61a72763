import { largestEigenvalue } from './eigen.ts';
import { largestEigenvalueBySteps } from './lanczos.ts';
import { addOuterProducts } from './symmetric.ts';
import { gram } from './vector.ts';

/** Most columns for Jacobi's rotations, and most products for the plain Gram matrix; the rule fixes the digits of 1/L. */
const MOST_COLUMNS = 64;
const MOST_PRODUCTS = 1e8;

/** Both triangles of A^T A / n of n x d row-major features. */
export function covarianceOf(features: Float64Array, n: number, d: number): Float64Array {
  const matrix = new Float64Array(d * d);
  if (d <= MOST_COLUMNS && n * d * d <= MOST_PRODUCTS) gram(matrix, features, n, d);
  else {
    const all = Int32Array.from({ length: n }, (_, i) => i);
    addOuterProducts(matrix, features, d, all, new Float64Array(n).fill(1), n);
    for (let i = 0; i < d; i++)
      for (let j = i; j < d; j++) {
        matrix[i * d + j] = matrix[i * d + j]! / n;
        matrix[j * d + i] = matrix[i * d + j]!;
      }
  }
  return matrix;
}

/** lambda_max(A^T A)/n of n x d row-major features: how smooth the relaxation is, and both losses' pieces. */
export function smoothnessOf(
  features: Float64Array,
  n: number,
  d: number,
  matrix: Float64Array = covarianceOf(features, n, d),
): number {
  return d <= MOST_COLUMNS ? largestEigenvalue(matrix, d) : largestEigenvalueBySteps(matrix, d);
}
