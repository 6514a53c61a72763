import type { View } from '../../charts/geometry.ts';

/** Smallest area as a share of the view's; less is a point or half-line left by rounding. */
const NOTHING = 1e-12;

/** Directions from `from` counter-clockwise to `to`; the angles (radians) distinguish a full turn from none. */
export interface Arc {
  readonly from: readonly [number, number];
  readonly to: readonly [number, number];
  readonly fromAngle: number;
  readonly toAngle: number;
}

/**
 * Returns a view's part in a cone about the origin, at most a half turn wide (the whole view for a full turn): a flat polygon in data
 * coordinates, empty without an area.
 */
export function conePolygon({ from, to, fromAngle, toAngle }: Arc, { x0, x1, y0, y1 }: View): number[] {
  let polygon = [x0, y0, x1, y0, x1, y1, x0, y1];
  if (toAngle - fromAngle > 1.5 * Math.PI) return polygon;
  // Left of the first ray, right of the second.
  polygon = clipHalfPlane(polygon, from[1], -from[0]);
  polygon = clipHalfPlane(polygon, -to[1], to[0]);
  return area(polygon) > NOTHING * (x1 - x0) * (y1 - y0) ? polygon : [];
}

function area(polygon: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < polygon.length; i += 2) {
    const j = (i + 2) % polygon.length;
    twice += polygon[i]! * polygon[j + 1]! - polygon[j]! * polygon[i + 1]!;
  }
  return twice / 2;
}

/** Returns the part of a flat polygon with a x + b y <= 0. */
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
