/**
 * Solves (matrix + shift I) x = b for a symmetric positive definite sum by Cholesky factorisation. `matrix` is d x d row-major, `work`
 * another such matrix that is overwritten, `x` receives the solution (it may be `b`). Returns false if the sum is not positive definite or
 * not finite; x is then undefined.
 */
export function solveSymmetric(
  x: Float64Array,
  matrix: Float64Array,
  b: Float64Array,
  shift: number,
  work: Float64Array,
): boolean {
  const d = b.length;
  for (let j = 0; j < d; j++) {
    const row = j * d;
    let square = matrix[row + j]! + shift;
    for (let k = 0; k < j; k++) square -= work[row + k]! * work[row + k]!;
    if (!(square > 0 && square < Number.POSITIVE_INFINITY)) return false;
    const pivot = Math.sqrt(square);
    work[row + j] = pivot;
    // Four rows at a time, each sum in its own order, so that none waits for another. A zero has no sign (+ 0).
    let i = j + 1;
    for (; i + 3 < d; i += 4) {
      const [r0, r1, r2, r3] = [i * d, (i + 1) * d, (i + 2) * d, (i + 3) * d];
      let s0 = matrix[r0 + j]! + 0;
      let s1 = matrix[r1 + j]! + 0;
      let s2 = matrix[r2 + j]! + 0;
      let s3 = matrix[r3 + j]! + 0;
      for (let k = 0; k < j; k++) {
        const factor = work[row + k]!;
        s0 -= work[r0 + k]! * factor;
        s1 -= work[r1 + k]! * factor;
        s2 -= work[r2 + k]! * factor;
        s3 -= work[r3 + k]! * factor;
      }
      work[r0 + j] = s0 / pivot;
      work[r1 + j] = s1 / pivot;
      work[r2 + j] = s2 / pivot;
      work[r3 + j] = s3 / pivot;
    }
    for (; i < d; i++) {
      let sum = matrix[i * d + j]! + 0;
      for (let k = 0; k < j; k++) sum -= work[i * d + k]! * work[row + k]!;
      work[i * d + j] = sum / pivot;
    }
  }
  for (let i = 0; i < d; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= work[i * d + k]! * x[k]!;
    x[i] = sum / work[i * d + i]!;
  }
  for (let i = d - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < d; k++) sum -= work[k * d + i]! * x[k]!;
    x[i] = sum / work[i * d + i]!;
  }
  return true;
}
