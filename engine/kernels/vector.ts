/** Dense float64 vectors. Outputs come first; sums run in index order, so the bits are the same everywhere. */

export function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) sum += a[j]! * b[j]!;
  return sum;
}

/** Returns the Euclidean length by sum and root (Math.hypot differs between machines). Overflows to Infinity above 1e154. */
export function norm(a: Float64Array): number {
  return Math.sqrt(dot(a, a));
}

export function distance(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let j = 0; j < a.length; j++) {
    const difference = a[j]! - b[j]!;
    sum += difference * difference;
  }
  return Math.sqrt(sum);
}

/** y += factor x. */
export function addScaled(y: Float64Array, x: Float64Array, factor: number): void {
  for (let j = 0; j < y.length; j++) y[j] = y[j]! + factor * x[j]!;
}

export function allFinite(a: Float64Array): boolean {
  for (let j = 0; j < a.length; j++) if (!Number.isFinite(a[j]!)) return false;
  return true;
}

/** Writes the product of an n x d row-major matrix with x (length d) to y (length n). */
export function multiply(y: Float64Array, matrix: Float64Array, x: Float64Array): void {
  const d = x.length;
  for (let i = 0; i < y.length; i++) {
    let sum = 0;
    for (let j = 0; j < d; j++) sum += matrix[i * d + j]! * x[j]!;
    y[i] = sum;
  }
}

/** Writes A^T A / n for an n x d row-major matrix to a d x d one. */
export function gram(result: Float64Array, matrix: Float64Array, n: number, d: number): void {
  result.fill(0);
  for (let i = 0; i < n; i++)
    for (let j = 0; j < d; j++) {
      const a = matrix[i * d + j]!;
      if (a !== 0)
        for (let k = j; k < d; k++) result[j * d + k] = result[j * d + k]! + a * matrix[i * d + k]!;
    }
  for (let j = 0; j < d; j++)
    for (let k = j; k < d; k++) {
      result[j * d + k] = result[j * d + k]! / n;
      result[k * d + j] = result[j * d + k]!;
    }
}
