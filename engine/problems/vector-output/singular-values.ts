import type { Vector } from '../../contract.ts';

/** Maximum sweeps; convergence is quadratic. */
const MOST_SWEEPS = 40;

/** Cosines of columns below this are rounding. */
const ORTHOGONAL = 2 ** -52;

/**
 * Returns the K singular values of an n x K matrix (row-major), largest first, by one-sided Jacobi rotations (Hestenes 1958), each to a few
 * half-ulps of the largest. If n < K the last are 0 up to rounding. Non-finite numbers give NaN.
 */
export function singularValues(matrix: Float64Array, columns: number): Vector {
  const a = orthogonalColumns(matrix, columns);
  const n = a.length / columns;
  const values = Float64Array.from({ length: columns }, (_, p) => {
    let squares = 0;
    for (let i = 0; i < n; i++) squares += a[i * columns + p]! ** 2;
    return Math.sqrt(squares);
  });
  return values.sort().reverse();
}

/** Rotates the n x K matrix from the right until its columns are orthogonal: left singular vectors times singular values. */
export function orthogonalColumns(matrix: Float64Array, columns: number): Float64Array {
  const a = Float64Array.from(matrix);
  const n = a.length / columns;
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep++) {
    let turned = false;
    for (let p = 0; p < columns; p++)
      for (let q = p + 1; q < columns; q++) if (rotate(a, n, columns, p, q)) turned = true;
    if (!turned) break;
  }
  return a;
}

/** Makes two columns orthogonal; returns false if they were. */
function rotate(a: Float64Array, n: number, columns: number, p: number, q: number): boolean {
  let [pp, qq, pq] = [0, 0, 0];
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i * columns + p]!, a[i * columns + q]!];
    pp += x * x;
    qq += y * y;
    pq += x * y;
  }
  if (!(Math.abs(pq) > ORTHOGONAL * Math.sqrt(pp * qq))) return false;
  const zeta = (qq - pp) / (2 * pq);
  const t = (zeta < 0 ? -1 : 1) / (Math.abs(zeta) + Math.sqrt(1 + zeta * zeta));
  const cos = 1 / Math.sqrt(1 + t * t);
  const sin = cos * t;
  for (let i = 0; i < n; i++) {
    const [x, y] = [a[i * columns + p]!, a[i * columns + q]!];
    a[i * columns + p] = cos * x - sin * y;
    a[i * columns + q] = sin * x + cos * y;
  }
  return true;
}

/**
 * Returns a lower bound of every network's objective without a program (docs/mathematics.md): with rho = sigma_max(A), tau = n beta/rho and
 * s the singular values of Y, sum_k min(s_k, tau)^2/(2n) + (beta/rho) max(s_k - tau, 0). `features` n x d, `labels` n x K.
 */
export function closedFormBound(
  features: Float64Array,
  labels: Float64Array,
  n: number,
  beta: number,
): number {
  const [rho] = singularValues(features, features.length / n);
  const tau = rho! > 0 ? (n * beta) / rho! : Number.POSITIVE_INFINITY;
  let bound = 0;
  for (const s of singularValues(labels, labels.length / n))
    bound += Math.min(s, tau) ** 2 / (2 * n) + (s > tau ? (beta / rho!) * (s - tau) : 0);
  return bound;
}
