import { largestEigenvalue } from './eigen.ts';
import { createRandom, fillNormal, STREAMS } from './random.ts';
import { addOuterProducts, multiplySymmetric } from './symmetric.ts';
import { addScaled, dot, gram, norm } from './vector.ts';

/** Relative change below which the estimate has settled; required several times in a row, since it can stall. */
const SETTLED = 1e-15;
const CALM = 4;

/** Bisections that reduce an interval to the last place. */
const HALVINGS = 120;

/**
 * Returns the largest eigenvalue of a symmetric positive semidefinite matrix (d x d, upper triangle) by Lanczos iteration with full
 * reorthogonalisation (Golub & Van Loan, Matrix Computations, 10.1-10.3) from a seeded start: for matrices too large for Jacobi rotations,
 * which cost d^3 per sweep. Relative accuracy about 1e-14. Non-finite entries give NaN.
 */
export function largestEigenvalueBySteps(matrix: Float64Array, d: number): number {
  const basis: Float64Array[] = [];
  const diagonal: number[] = [];
  const beside: number[] = [];
  const image = new Float64Array(d);
  let v = new Float64Array(d);
  fillNormal(v, createRandom(0, STREAMS.lanczos));
  let length = norm(v);
  let largest = 0;
  for (let calm = 0; basis.length < d && calm < CALM; ) {
    v = v.map((value) => value / length);
    basis.push(v);
    multiplySymmetric(image, matrix, v);
    const along = dot(v, image);
    if (!Number.isFinite(along)) return Number.NaN;
    diagonal.push(along);
    const next = Float64Array.from(image);
    // Twice: one pass leaves rounding of the removed part.
    for (let pass = 0; pass < 2; pass++) for (const u of basis) addScaled(next, u, -dot(u, next));
    length = norm(next);
    const estimate = largestOfTridiagonal(diagonal, beside);
    calm = estimate - largest <= SETTLED * estimate ? calm + 1 : 0;
    largest = Math.max(largest, estimate);
    // The remainder is rounding: the basis spans everything reachable from the start.
    if (length <= 1e-14 * Math.max(largest, Number.MIN_VALUE)) break;
    beside.push(length);
    v = next;
  }
  return largest;
}

/** Returns the largest eigenvalue of a symmetric tridiagonal matrix by bisection on the signs of the Sturm sequence. */
function largestOfTridiagonal(diagonal: readonly number[], beside: readonly number[]): number {
  const k = diagonal.length;
  let low = diagonal[0]!;
  let high = low;
  for (let i = 0; i < k; i++) {
    const reach = (i > 0 ? beside[i - 1]! : 0) + (i + 1 < k ? beside[i]! : 0);
    low = Math.max(low, diagonal[i]!);
    high = Math.max(high, diagonal[i]! + reach);
  }
  for (let round = 0; round < HALVINGS; round++) {
    const middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    if (isAboveAll(middle, diagonal, beside)) high = middle;
    else low = middle;
  }
  return high;
}

/** True if every eigenvalue is below x: all pivots of the shifted matrix are negative. */
function isAboveAll(x: number, diagonal: readonly number[], beside: readonly number[]): boolean {
  let pivot = -1;
  for (let i = 0; i < diagonal.length; i++) {
    const b = i > 0 ? beside[i - 1]! : 0;
    pivot = diagonal[i]! - x - (b * b) / pivot;
    if (!(pivot < 0)) return false;
  }
  return true;
}

/** Maximum columns for Jacobi rotations, and maximum products for the plain Gram matrix; this rule fixes the digits of 1/L. */
const MOST_COLUMNS = 64;
const MOST_PRODUCTS = 1e8;

/** Returns both triangles of A^T A / n for n x d row-major features. */
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

/** Returns lambda_max(A^T A)/n of n x d row-major features: the smoothness of the relaxation and of both losses' pieces. */
export function smoothnessOf(
  features: Float64Array,
  n: number,
  d: number,
  matrix: Float64Array = covarianceOf(features, n, d),
): number {
  return d <= MOST_COLUMNS ? largestEigenvalue(matrix, d) : largestEigenvalueBySteps(matrix, d);
}
