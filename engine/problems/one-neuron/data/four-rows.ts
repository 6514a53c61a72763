/**
 * Operations on up to four rows at once, with the same bits as one by one: each sum keeps its order, but four run in parallel, and a sum of
 * rows is read and written once.
 */

/**
 * Writes products with w of `count` (at most 4) rows from `first` (row-major, stride d = length of w) to z; missing rows repeat the first.
 */
export function multiplyFour(
  z: Float64Array,
  matrix: Float64Array,
  first: number,
  count: number,
  w: Float64Array,
): void {
  const d = w.length;
  let a = first * d;
  let b = count > 1 ? a + d : a;
  let c = count > 2 ? a + 2 * d : a;
  let e = count > 3 ? a + 3 * d : a;
  let za = 0;
  let zb = 0;
  let zc = 0;
  let ze = 0;
  for (let j = 0; j < d; j++) {
    const wj = w[j]!;
    za += matrix[a++]! * wj;
    zb += matrix[b++]! * wj;
    zc += matrix[c++]! * wj;
    ze += matrix[e++]! * wj;
  }
  z[0] = za;
  z[1] = zb;
  z[2] = zc;
  z[3] = ze;
}

/** sum += factors[k] row[first + k], k < count (at most 4), in order. Rows are finite, so a factor 0 adds nothing. */
export function addFour(
  sum: Float64Array,
  matrix: Float64Array,
  first: number,
  count: number,
  factors: Float64Array,
): void {
  const d = sum.length;
  let a = first * d;
  if (count < 4) {
    for (let k = 0; k < count; k++) {
      const factor = factors[k]!;
      for (let j = 0; j < d; j++) sum[j] = sum[j]! + factor * matrix[a++]!;
    }
    return;
  }
  const fa = factors[0]!;
  const fb = factors[1]!;
  const fc = factors[2]!;
  const fe = factors[3]!;
  if (fa === 0 && fb === 0 && fc === 0 && fe === 0) return;
  let b = a + d;
  let c = b + d;
  let e = c + d;
  for (let j = 0; j < d; j++)
    sum[j] = sum[j]! + fa * matrix[a++]! + fb * matrix[b++]! + fc * matrix[c++]! + fe * matrix[e++]!;
}
