import { parseHex } from './palette.ts';

/** Linear sRGB to XYZ relative to white D50, and its inverse (Lindbloom). */
const TO_XYZ = [
  [0.4360747 / 0.96422, 0.3850649 / 0.96422, 0.1430804 / 0.96422],
  [0.2225045, 0.7168786, 0.0606169],
  [0.0139322 / 0.82521, 0.0971045 / 0.82521, 0.7141733 / 0.82521],
];
const TO_RGB = [
  [3.1338561 * 0.96422, -1.6168667, -0.4906146 * 0.82521],
  [-0.9787684 * 0.96422, 1.9161415, 0.033454 * 0.82521],
  [0.0719453 * 0.96422, -0.2289914, 1.4052427 * 0.82521],
];
/** CIE 1976: a line replaces the cube root below it. */
const KNEE = 6 / 29;

/** Tables by their stops, shared by both maps and the legend. */
const tables = new WeakMap<readonly string[], Uint8ClampedArray>();

/**
 * Returns 256 colours, [r, g, b] each, through evenly spaced stops ('#RRGGBB', at least two), interpolated in CIELAB as d3-interpolate
 * does. d3-color would add 4 kB to the first picture: its names and other spaces cannot be left out.
 */
export function createRampTable(stops: readonly string[]): Uint8ClampedArray {
  const known = tables.get(stops);
  if (known) return known;
  const table = new Uint8ClampedArray(3 * 256);
  const roots = stops.map(rootsOf);
  const pieces = stops.length - 1;
  for (let i = 0; i < 256; i++) {
    const position = (i / 255) * pieces;
    const piece = Math.min(pieces - 1, Math.floor(position));
    const xyz = roots[piece]!.map((from, j) => {
      const root = from + (position - piece) * (roots[piece + 1]![j]! - from);
      return root > KNEE ? root ** 3 : 3 * KNEE ** 2 * (root - 4 / 29);
    });
    for (let j = 0; j < 3; j++) {
      const light = product(TO_RGB[j]!, xyz);
      table[3 * i + j] = Math.round(
        255 * (light <= 0.0031308 ? 12.92 * light : 1.055 * light ** (1 / 2.4) - 0.055),
      );
    }
  }
  tables.set(stops, table);
  return table;
}

/** Returns the cube roots of a colour's X, Y and Z; L, a and b are linear in them. */
function rootsOf(stop: string): number[] {
  const rgb = parseHex(stop).map((level) => {
    const share = level / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return TO_XYZ.map((row) => {
    const value = product(row, rgb);
    return value > KNEE ** 3 ? Math.cbrt(value) : value / (3 * KNEE ** 2) + 4 / 29;
  });
}

const product = (row: readonly number[], [a, b, c]: readonly number[]): number =>
  row[0]! * a! + row[1]! * b! + row[2]! * c!;
