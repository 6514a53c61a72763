import { clipSegment, createPlane, type Plane, type Rect, type View } from '../../charts/geometry.ts';
import { type HeightField, heightAt } from './height-field.ts';

/** The block's ground as a rect for thinning, hatching and clipping, y downwards. */
export const GROUND: Rect = { x: -1, y: -1, width: 2, height: 2 };

/** Approximate limit: an endless run gets longer pieces, not more. */
const MOST_PIECES = 20_000;

/** Returns the map from weights to the ground. */
export function groundPlane(view: View): Plane {
  return createPlane(view, GROUND);
}

export function isOnGround(x: number, y: number): boolean {
  return Math.abs(x) <= 1 && Math.abs(y) <= 1;
}

/**
 * Drapes polylines (flat, on the ground, y downwards) over the surface: flat segments [x, y, z, x, y, z, ...] about a vertex long, clipped
 * at the window. Omits pieces with a non-finite end.
 */
export function drapeLines(lines: readonly ArrayLike<number>[], field: HeightField): Float32Array {
  const inside: [number, number, number, number][] = [];
  let length = 0;
  for (const line of lines) {
    for (let i = 0; i + 3 < line.length; i += 2) {
      const part = clipSegment(line[i]!, line[i + 1]!, line[i + 2]!, line[i + 3]!, GROUND);
      if (!part) continue;
      inside.push(part);
      length += Math.hypot(part[2] - part[0], part[3] - part[1]);
    }
  }
  const piece = Math.max(2 / (field.size - 1), length / MOST_PIECES);
  const out: number[] = [];
  for (const [x0, y0, x1, y1] of inside) {
    const pieces = Math.max(1, Math.ceil(Math.hypot(x1 - x0, y1 - y0) / piece));
    for (let i = 0; i < pieces; i++) {
      for (const t of [i / pieces, (i + 1) / pieces]) {
        const x = x0 + t * (x1 - x0);
        const y = -(y0 + t * (y1 - y0));
        out.push(x, y, heightAt(field, x, y));
      }
    }
  }
  return Float32Array.from(out);
}

/** Drapes points (flat, on the ground, y downwards) over the surface: flat [x, y, z, ...]; omits those outside the window. */
export function drapePoints(points: ArrayLike<number>, field: HeightField): Float32Array {
  const out: number[] = [];
  for (let i = 0; i + 1 < points.length; i += 2) {
    const x = points[i]!;
    const y = -points[i + 1]!;
    if (isOnGround(x, y)) out.push(x, y, heightAt(field, x, y));
  }
  return Float32Array.from(out);
}

/** Returns a line's part inside a convex polygon (both flat, either orientation), or null. */
export function clipToConvex(
  [x0, y0, x1, y1]: readonly number[],
  polygon: ArrayLike<number>,
): [number, number, number, number] | null {
  const dx = x1! - x0!;
  const dy = y1! - y0!;
  const n = polygon.length / 2;
  let area = 0;
  for (let i = 0; i < n; i++) {
    const j = (i + 1) % n;
    area += polygon[2 * i]! * polygon[2 * j + 1]! - polygon[2 * j]! * polygon[2 * i + 1]!;
  }
  const turn = area < 0 ? -1 : 1;
  let [from, to] = [0, 1];
  for (let i = 0; i < n; i++) {
    const j = (i + 1) % n;
    const ex = turn * (polygon[2 * j]! - polygon[2 * i]!);
    const ey = turn * (polygon[2 * j + 1]! - polygon[2 * i + 1]!);
    // Positive on the inner side of this edge, and linear along the line.
    const start = ex * (y0! - polygon[2 * i + 1]!) - ey * (x0! - polygon[2 * i]!);
    const slope = ex * dy - ey * dx;
    if (slope > 0) from = Math.max(from, -start / slope);
    else if (slope < 0) to = Math.min(to, -start / slope);
    else if (start < 0) return null;
  }
  return from < to ? [x0! + from * dx, y0! + from * dy, x0! + to * dx, y0! + to * dy] : null;
}
