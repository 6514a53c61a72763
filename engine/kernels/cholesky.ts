/**
 * Solves (matrix + shift I) x = b for a symmetric positive definite sum by Cholesky's factorisation.
 * `matrix` is d x d row-major, `work` another one that is overwritten, `x` receives the solution (it may be `b`).
 * Returns false where the sum is not positive definite or not finite; x is then undefined.
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
    for (let i = j; i < d; i++) {
      let sum = matrix[i * d + j]! + (i === j ? shift : 0);
      for (let k = 0; k < j; k++) sum -= work[i * d + k]! * work[j * d + k]!;
      if (i === j) {
        if (!(sum > 0) || !Number.isFinite(sum)) return false;
        work[j * d + j] = Math.sqrt(sum);
      } else work[i * d + j] = sum / work[j * d + j]!;
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
