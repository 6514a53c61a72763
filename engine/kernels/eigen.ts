/**
 * Returns the largest eigenvalue of a symmetric matrix by cyclic Jacobi rotations (Golub & Van Loan, Matrix Computations, 8.5): only + - *
 * / and the square root, so that the step 1/L has the same bits everywhere. Accurate to a few ulps of the largest eigenvalue.
 *
 * `matrix` is d x d row-major and not modified; non-finite entries give NaN. `vector` (length d), if given, receives a unit eigenvector
 * (the first of several equal ones), unless the value is NaN. `a` is workspace for d x d numbers.
 */
export function largestEigenvalue(
  matrix: Float64Array,
  d: number,
  vector?: Float64Array,
  a = new Float64Array(d * d),
): number {
  a.set(matrix);
  const vectors = vector && new Float64Array(d * d);
  for (let j = 0; vectors && j < d; j++) vectors[j * d + j] = 1;
  let total = 0;
  for (const entry of a) total += entry * entry;
  if (!Number.isFinite(total)) return Number.NaN;
  for (let sweep = 0; sweep < 60; sweep++) {
    let off = 0;
    for (let p = 0; p < d; p++) for (let q = p + 1; q < d; q++) off += a[p * d + q]! * a[p * d + q]!;
    if (off <= 1e-34 * total) break;
    for (let p = 0; p < d; p++)
      for (let q = p + 1; q < d; q++) {
        const apq = a[p * d + q]!;
        if (apq === 0) continue;
        const theta = (a[q * d + q]! - a[p * d + p]!) / (2 * apq);
        const t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
        const c = 1 / Math.sqrt(t * t + 1);
        rotate(a, d, p, q, d, c, t * c);
        rotate(a, d, p * d, q * d, 1, c, t * c);
        if (vectors) rotate(vectors, d, p, q, d, c, t * c);
      }
  }
  let top = 0;
  for (let j = 1; j < d; j++) if (a[j * d + j]! > a[top * d + top]!) top = j;
  for (let j = 0; vector && vectors && j < d; j++) vector[j] = vectors[j * d + top]!;
  return a[top * d + top]!;
}

/** Rotates two rows or columns of d entries, which begin at i and j with step `stride`. */
function rotate(
  a: Float64Array,
  d: number,
  i: number,
  j: number,
  stride: number,
  c: number,
  s: number,
): void {
  for (let k = 0; k < d; k++) {
    const first = a[i + k * stride]!;
    const second = a[j + k * stride]!;
    a[i + k * stride] = c * first - s * second;
    a[j + k * stride] = s * first + c * second;
  }
}
