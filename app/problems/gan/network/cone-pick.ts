import type { Plane } from '../../../charts/geometry.ts';
import type { ConeScene, Point } from './cone-scene.ts';

export type ConeRead =
  | { readonly kind: 'column' | 'sample'; readonly at: number }
  | { readonly kind: 'mean' | 'nearest' | 'g' };

/** Reach of a pointer in pixels at scale 1. */
const REACH = { mark: 13, sample: 8, column: 10 };

export interface Standing {
  readonly g: Point | null;
  /** Flat x, y. */
  readonly cloud: ArrayLike<number>;
}

/** Finds the mark, sample or column under a place (data coordinates), else the column of nearest direction. */
export function readAt(
  plane: Plane,
  { mean, nearest, columns }: ConeScene,
  { g, cloud }: Standing,
  place: Point,
  scale: number,
): ConeRead | null {
  const [px, py] = plane.toPixel(...place);
  const away = (at: Point): number => {
    const [x, y] = plane.toPixel(...at);
    return Math.hypot(x - px, y - py);
  };
  const marks = [
    ['mean', mean],
    ['nearest', nearest],
    ['g', g],
  ] as const;
  let [mark, closest]: [ConeRead | null, number] = [null, REACH.mark * scale];
  for (const [kind, at] of marks) {
    const distance = at ? away(at) : Number.POSITIVE_INFINITY;
    if (distance <= closest) [mark, closest] = [{ kind }, distance];
  }
  if (mark) return mark;
  let [sample, near] = [-1, REACH.sample * scale];
  for (let i = 0; 2 * i + 1 < cloud.length; i++) {
    const distance = away([cloud[2 * i]!, cloud[2 * i + 1]!]);
    if (distance <= near) [sample, near] = [i, distance];
  }
  const column = nearestColumn(plane, columns, [px, py], REACH.column * scale);
  if (sample >= 0 && !(column && column.away < near)) return { kind: 'sample', at: sample };
  return column && { kind: 'column', at: column.at };
}

/** Finds the column with the nearest arrow within reach, else of the nearest direction. */
function nearestColumn(
  plane: Plane,
  columns: ArrayLike<number>,
  [px, py]: Point,
  reach: number,
): { readonly at: number; readonly away: number } | null {
  const [ox, oy] = plane.toPixel(0, 0);
  const [dx, dy] = [px - ox, py - oy];
  const length = Math.hypot(dx, dy);
  let [arrow, away] = [-1, reach];
  let [direction, cosine] = [-1, Number.NEGATIVE_INFINITY];
  for (let j = 0; 2 * j + 1 < columns.length; j++) {
    const [vx, vy] = [plane.kx * columns[2 * j]!, plane.ky * columns[2 * j + 1]!];
    const size = Math.hypot(vx, vy);
    if (!(size > 0)) continue;
    const along = Math.max(0, Math.min(1, (dx * vx + dy * vy) / (size * size)));
    const distance = Math.hypot(dx - along * vx, dy - along * vy);
    if (distance < away) [arrow, away] = [j, distance];
    const cos = (dx * vx + dy * vy) / (size * length);
    if (cos > cosine) [direction, cosine] = [j, cos];
  }
  if (arrow >= 0) return { at: arrow, away };
  return direction >= 0 ? { at: direction, away: Number.POSITIVE_INFINITY } : null;
}
