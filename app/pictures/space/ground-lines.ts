import type { View } from '../../charts/geometry.ts';
import { hatchLines } from '../../charts/paint-canvas.ts';
import { clipToConvex, drapeLines, groundPlane } from './drape.ts';
import { HEIGHT, type HeightField } from './height-field.ts';
import { edgeProfiles, PLINTH } from './surface.ts';

/** Distance between two lines of the dead zone's hatch. */
const HATCH = 0.055;

/** Height of a surface's highest place. */
export function topOf({ positions }: HeightField): number {
  let top = 0;
  for (const position of positions) if (position > top) top = position;
  return HEIGHT * top;
}

/** The block's edges: around the surface, down its corners, around its foot. */
export function edgeSegments(field: HeightField): Float32Array {
  const out: number[] = [];
  for (const profile of edgeProfiles(field)) {
    for (let i = 0; i + 5 < profile.length; i += 3) out.push(...profile.subarray(i, i + 6));
    const [x0, y0, z0] = profile;
    const [x1, y1] = profile.subarray(-3);
    out.push(x0!, y0!, z0!, x0!, y0!, -PLINTH, x0!, y0!, -PLINTH, x1!, y1!, -PLINTH);
  }
  return Float32Array.from(out);
}

/** A flat polygon of weights on the ground, y downwards. */
export function onGround(polygon: readonly number[], view: View): number[] {
  const plane = groundPlane(view);
  const out: number[] = [];
  for (let i = 0; i + 1 < polygon.length; i += 2) out.push(...plane.toPixel(polygon[i]!, polygon[i + 1]!));
  return out;
}

/** Hatching inside a convex polygon of the ground. */
export function hatchSegments(polygon: readonly number[], field: HeightField): Float32Array {
  const stroke = { color: '', width: 1 };
  const lines = hatchLines({ kind: 'hatch', polygon, spacing: HATCH, angle: 90, stroke });
  return drapeLines(
    lines.map((line) => clipToConvex(line, polygon) ?? []),
    field,
  );
}
