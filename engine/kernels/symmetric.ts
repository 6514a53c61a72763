/**
 * Symmetric d x d matrices stored as upper triangle, row-major with stride d; the rest is meaningless. Blocks of four: each number is read
 * once and used four times. Sums run in a fixed order.
 */

/**
 * Adds the sum of factors[k] a_k a_k^T, k < count, to `matrix`; a_k is row picked[k] of `rows` (n x d, row-major). Rows are processed in
 * blocks of four, so one call with many rows is cheaper than many calls.
 */
export function addOuterProducts(
  matrix: Float64Array,
  rows: Float64Array,
  d: number,
  picked: Int32Array,
  factors: Float64Array,
  count: number,
): void {
  for (let k = 0; k < count; k += 4) {
    // In a block of fewer than four the first row fills the gaps with factor 0.
    const a = picked[k]! * d;
    const b = k + 1 < count ? picked[k + 1]! * d : a;
    const c = k + 2 < count ? picked[k + 2]! * d : a;
    const e = k + 3 < count ? picked[k + 3]! * d : a;
    const fa = factors[k]!;
    const fb = k + 1 < count ? factors[k + 1]! : 0;
    const fc = k + 2 < count ? factors[k + 2]! : 0;
    const fe = k + 3 < count ? factors[k + 3]! : 0;
    for (let i = 0; i < d; i += 2) {
      // Two matrix rows at once; for odd d the last one is computed twice and written once.
      const next = i + 1 < d ? i + 1 : i;
      const top = i * d;
      const low = next * d;
      const a0 = fa * rows[a + i]!;
      const b0 = fb * rows[b + i]!;
      const c0 = fc * rows[c + i]!;
      const e0 = fe * rows[e + i]!;
      const a1 = fa * rows[a + next]!;
      const b1 = fb * rows[b + next]!;
      const c1 = fc * rows[c + next]!;
      const e1 = fe * rows[e + next]!;
      matrix[top + i] =
        matrix[top + i]! + (a0 * rows[a + i]! + b0 * rows[b + i]! + c0 * rows[c + i]! + e0 * rows[e + i]!);
      for (let j = i + 1; j < d; j++) {
        const aj = rows[a + j]!;
        const bj = rows[b + j]!;
        const cj = rows[c + j]!;
        const ej = rows[e + j]!;
        matrix[top + j] = matrix[top + j]! + (a0 * aj + b0 * bj + c0 * cj + e0 * ej);
        matrix[low + j] = matrix[low + j]! + (a1 * aj + b1 * bj + c1 * cj + e1 * ej);
      }
    }
  }
}

/** Writes the product of the symmetric matrix with x (length d) to y (length d, not x itself). */
export function multiplySymmetric(y: Float64Array, matrix: Float64Array, x: Float64Array): void {
  const d = x.length;
  y.fill(0);
  let i = 0;
  for (; i + 3 < d; i += 4) {
    const r0 = i * d;
    const r1 = r0 + d;
    const r2 = r1 + d;
    const r3 = r2 + d;
    const x0 = x[i]!;
    const x1 = x[i + 1]!;
    const x2 = x[i + 2]!;
    const x3 = x[i + 3]!;
    // The diagonal block, then the blocks to its right, each used for its rows and, mirrored, for its columns.
    const m01 = matrix[r0 + i + 1]!;
    const m02 = matrix[r0 + i + 2]!;
    const m03 = matrix[r0 + i + 3]!;
    const m12 = matrix[r1 + i + 2]!;
    const m13 = matrix[r1 + i + 3]!;
    const m23 = matrix[r2 + i + 3]!;
    let y0 = matrix[r0 + i]! * x0 + m01 * x1 + m02 * x2 + m03 * x3;
    let y1 = m01 * x0 + matrix[r1 + i + 1]! * x1 + m12 * x2 + m13 * x3;
    let y2 = m02 * x0 + m12 * x1 + matrix[r2 + i + 2]! * x2 + m23 * x3;
    let y3 = m03 * x0 + m13 * x1 + m23 * x2 + matrix[r3 + i + 3]! * x3;
    for (let j = i + 4; j < d; j++) {
      const m0 = matrix[r0 + j]!;
      const m1 = matrix[r1 + j]!;
      const m2 = matrix[r2 + j]!;
      const m3 = matrix[r3 + j]!;
      const xj = x[j]!;
      y0 += m0 * xj;
      y1 += m1 * xj;
      y2 += m2 * xj;
      y3 += m3 * xj;
      y[j] = y[j]! + (m0 * x0 + m1 * x1 + m2 * x2 + m3 * x3);
    }
    y[i] = y[i]! + y0;
    y[i + 1] = y[i + 1]! + y1;
    y[i + 2] = y[i + 2]! + y2;
    y[i + 3] = y[i + 3]! + y3;
  }
  for (; i < d; i++) {
    const row = i * d;
    const xi = x[i]!;
    let yi = matrix[row + i]! * xi;
    for (let j = i + 1; j < d; j++) {
      yi += matrix[row + j]! * x[j]!;
      y[j] = y[j]! + matrix[row + j]! * xi;
    }
    y[i] = y[i]! + yi;
  }
}
