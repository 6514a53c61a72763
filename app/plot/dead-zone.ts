import type { View } from './geometry.ts';

/** Of the view's area: less is a point or a half-line, which rounding alone keeps. */
const NOTHING = 1e-12;

/**
 * The part of a view in which no sample is active (a_i.w <= 0 for every row): a cone about the origin, where the
 * non-convex loss without leak is flat. `features` is n x 2, row-major. Returns a flat polygon in data coordinates,
 * empty where there is none, or none with an area.
 */
export function deadZone(features: ArrayLike<number>, { x0, x1, y0, y1 }: View): number[] {
  let polygon = [x0, y0, x1, y0, x1, y1, x0, y1];
  for (let i = 0; i + 1 < features.length && polygon.length > 0; i += 2)
    polygon = clipHalfPlane(polygon, features[i]!, features[i + 1]!);
  return area(polygon) > NOTHING * (x1 - x0) * (y1 - y0) ? polygon : [];
}

/** Area of a flat polygon that runs counter-clockwise. */
function area(polygon: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < polygon.length; i += 2) {
    const j = (i + 2) % polygon.length;
    twice += polygon[i]! * polygon[j + 1]! - polygon[j]! * polygon[i + 1]!;
  }
  return twice / 2;
}

/** The part of a flat polygon with a x + b y <= 0. */
function clipHalfPlane(polygon: readonly number[], a: number, b: number): number[] {
  const kept: number[] = [];
  const n = polygon.length / 2;
  for (let i = 0; i < n; i++) {
    const x = polygon[2 * i]!;
    const y = polygon[2 * i + 1]!;
    const nx = polygon[(2 * i + 2) % (2 * n)]!;
    const ny = polygon[(2 * i + 3) % (2 * n)]!;
    const here = a * x + b * y;
    const there = a * nx + b * ny;
    if (here <= 0) kept.push(x, y);
    if (here <= 0 !== there <= 0) {
      const t = here / (here - there);
      kept.push(x + t * (nx - x), y + t * (ny - y));
    }
  }
  return kept;
}
