/**
 * Moves three numbers to the nearest point of the triangle x >= 0, x0 + x1 + x2 = 1, in place: by sorting, in closed form. Only their differences
 * count, and what comes out at a corner is exactly (1, 0, 0). Numbers that are not finite give NaN.
 */
export function projectSimplex(x: Float64Array): void {
  let [first, second, third] = [0, 1, 2];
  if (x[second]! > x[first]!) [first, second] = [second, first];
  if (x[third]! > x[first]!) [first, second, third] = [third, first, second];
  else if (x[third]! > x[second]!) [second, third] = [third, second];
  const above = x[first]! - x[second]!;
  const between = x[second]! - x[third]!;
  const far = x[first]! - x[third]!;
  if (above >= 1) {
    x[first] = 1;
    x[second] = x[third] = 0;
  } else if (far + between >= 1) {
    x[first] = (1 + above) / 2;
    x[second] = (1 - above) / 2;
    x[third] = 0;
  } else {
    x[first] = (1 + above + far) / 3;
    x[second] = (1 - above + between) / 3;
    x[third] = (1 - far - between) / 3;
  }
}
