import type { Vector } from '../../contract.ts';
import { dot } from '../../kernels/vector.ts';

/** Ascending; row k of `vectors` (n x n) is a unit vector of `values[k]`. */
export interface SymmetricEigen {
  readonly values: Vector;
  readonly vectors: Vector;
}

/** Largest number of QL steps per eigenvalue; two or three are usual. */
const MOST_STEPS = 60;

/**
 * Solves by Householder's tridiagonal form, then implicit QL (Golub & Van Loan, Matrix Computations, 8.3), for n x n row-major, not
 * modified. Only + - * / and square roots: equal bits everywhere. Good to about 1e-15 of the largest |eigenvalue|. Non-finite entries give
 * NaN.
 */
export function symmetricEigen(matrix: Vector, n: number): SymmetricEigen {
  let size = 0;
  for (const entry of matrix) size = Math.max(size, Math.abs(entry));
  if (!Number.isFinite(size))
    return {
      values: new Float64Array(n).fill(Number.NaN),
      vectors: new Float64Array(n * n).fill(Number.NaN),
    };
  // No square over- or underflows.
  const a = size > 0 ? matrix.map((entry) => entry / size) : matrix.slice();
  const { diagonal, beside, rows } = tridiagonal(a, n);
  iterateQl(diagonal, beside, rows);
  const order = Array.from({ length: n }, (_, k) => k).sort((i, j) => diagonal[i]! - diagonal[j]!);
  const vectors = new Float64Array(n * n);
  for (const [k, from] of order.entries()) vectors.set(rows[from]!, k * n);
  return { values: Float64Array.from(order, (k) => size * diagonal[k]!), vectors };
}

/** Reduces to Q' A Q = T: diagonal, off-diagonal (`beside[i]` between i and i + 1) and rows of Q'. Overwrites `a`. */
function tridiagonal(a: Vector, n: number) {
  const at = Array.from({ length: n }, (_, i) => a.subarray(i * n, (i + 1) * n));
  const beside = new Float64Array(n);
  const p = new Float64Array(n);
  // Reflector k is I - v v', |v|^2 = 2, with v in row k behind its diagonal.
  for (let k = 0; k + 1 < n; k++) {
    const v = at[k]!.subarray(k + 1);
    const length = Math.sqrt(dot(v, v));
    const first = v[0]!;
    // The sign avoids cancellation.
    beside[k] = first > 0 ? -length : length;
    if (length === 0) continue;
    v[0] = first - beside[k]!;
    const scale = Math.sqrt(2 / dot(v, v));
    for (let i = 0; i < v.length; i++) v[i] = v[i]! * scale;
    const image = p.subarray(k + 1);
    for (let i = 0; i < v.length; i++) image[i] = dot(at[k + 1 + i]!.subarray(k + 1), v);
    const half = dot(image, v) / 2;
    for (let i = 0; i < v.length; i++) image[i] = image[i]! - half * v[i]!;
    for (let i = 0; i < v.length; i++) {
      const row = at[k + 1 + i]!.subarray(k + 1);
      const [vi, pi] = [v[i]!, image[i]!];
      for (let j = 0; j < v.length; j++) row[j] = row[j]! - (vi * image[j]! + pi * v[j]!);
    }
  }
  const diagonal = Float64Array.from(at, (row, i) => row[i]!);
  // Q' = ... R_1 R_0, from the last reflector on: rows and columns before k + 1 are those of I.
  const rows = Array.from({ length: n }, (_, i) => {
    const row = new Float64Array(n);
    row[i] = 1;
    return row;
  });
  for (let k = n - 2; k >= 0; k--) {
    const v = at[k]!.subarray(k + 1);
    if (beside[k] === 0) continue;
    for (let i = k + 1; i < n; i++) {
      const row = rows[i]!.subarray(k + 1);
      const along = dot(row, v);
      for (let j = 0; j < v.length; j++) row[j] = row[j]! - along * v[j]!;
    }
  }
  return { diagonal, beside, rows };
}

/** Diagonalises T in place and rotates the rows. */
function iterateQl(diagonal: Vector, beside: Vector, rows: readonly Vector[]): void {
  const n = diagonal.length;
  let norm = 0;
  for (let i = 0; i < n; i++) norm = Math.max(norm, Math.abs(diagonal[i]!) + Math.abs(beside[i]!));
  const least = Number.EPSILON * norm;
  for (let low = 0; low < n; low++)
    for (let step = 0; step < MOST_STEPS; step++) {
      let high = low;
      while (high + 1 < n && Math.abs(beside[high]!) > least / 2) high++;
      if (high === low) break;
      // Wilkinson's shift.
      const lowBeside = beside[low]!;
      const half = (diagonal[low + 1]! - diagonal[low]!) / (2 * lowBeside);
      const root = Math.sqrt(half * half + 1);
      let g = diagonal[high]! - diagonal[low]! + lowBeside / (half >= 0 ? half + root : half - root);
      let [s, c, p] = [1, 1, 0];
      let i = high - 1;
      for (; i >= low; i--) {
        const f = s * beside[i]!;
        const b = c * beside[i]!;
        const r = Math.sqrt(f * f + g * g);
        beside[i + 1] = r;
        if (r === 0) {
          diagonal[i + 1] = diagonal[i + 1]! - p;
          break;
        }
        s = f / r;
        c = g / r;
        g = diagonal[i + 1]! - p;
        const t = (diagonal[i]! - g) * s + 2 * c * b;
        p = s * t;
        diagonal[i + 1] = g + p;
        g = c * t - b;
        turn(rows[i]!, rows[i + 1]!, c, s);
      }
      beside[high] = 0;
      if (i >= low) continue;
      diagonal[low] = diagonal[low]! - p;
      beside[low] = g;
    }
}

function turn(first: Vector, second: Vector, c: number, s: number): void {
  for (let k = 0; k < first.length; k++) {
    const f = second[k]!;
    second[k] = s * first[k]! + c * f;
    first[k] = c * first[k]! - s * f;
  }
}
