/** Above this size the largest number is subtracted from all first. */
const NEAR = 2;

/**
 * Projects three numbers onto the triangle x >= 0, x0 + x1 + x2 = 1 in place, in closed form. A corner is exactly (1, 0, 0); points on the
 * triangle stay, up to rounding of their sum. NaN gives NaN.
 */
export function projectSimplex(x: Float64Array): void {
  if (Number.isNaN(x[0]! + x[1]! + x[2]!)) {
    x.fill(Number.NaN);
    return;
  }
  let [first, second, third] = [0, 1, 2];
  if (x[second]! > x[first]!) [first, second] = [second, first];
  if (x[third]! > x[first]!) [first, second, third] = [third, first, second];
  else if (x[third]! > x[second]!) [second, third] = [third, second];
  // Far from the triangle only differences matter.
  const base = Math.abs(x[first]!) > NEAR ? x[first]! : 0;
  const [u, v, w] = [x[first]! - base, x[second]! - base, x[third]! - base];
  if (u - v >= 1) {
    x[first] = 1;
    x[second] = x[third] = 0;
    return;
  }
  const two = (u - 1 + v) / 2;
  // Excess of the sum above 1, with little rounding.
  const three = (u > 0.5 ? u - 1 + (v + w) : u + v + w - 1) / 3;
  const shift = w > two ? three : two;
  x[first] = u - shift;
  x[second] = v - shift;
  x[third] = Math.max(0, w - shift);
}
