import { clipSegment, type Plane, type View } from '../../../charts/geometry.ts';
import { conePolygon } from '../../../pictures/landscape/dead-zone.ts';

/**
 * Convex cone in the plane. Edges are unit directions, counter-clockwise around it; a ray or line has one, the origin and the plane none.
 */
export interface ConeShape {
  readonly kind: 'origin' | 'ray' | 'line' | 'wedge' | 'half-plane' | 'plane';
  readonly edges: readonly (readonly [x: number, y: number])[];
}

type Direction = readonly [x: number, y: number];

/** Largest sine of parallel directions; above the rounding of exact multiples. */
const PARALLEL = 1e-12;

/** Returns the turn from u counter-clockwise to w in [0, 2 pi); exactly 0 or pi if parallel. */
function turnOf(u: Direction, w: Direction): number {
  const cross = u[0] * w[1] - u[1] * w[0];
  const dot = u[0] * w[0] + u[1] * w[1];
  if (Math.abs(cross) <= PARALLEL) return dot > 0 ? 0 : Math.PI;
  const turn = Math.atan2(cross, dot);
  return turn < 0 ? turn + 2 * Math.PI : turn;
}

/** Returns the cone of columns (flat x, y), skipping zeros and non-finite ones. */
export function coneOf(columns: ArrayLike<number>): ConeShape {
  const rays: Direction[] = [];
  for (let at = 0; at + 1 < columns.length; at += 2) {
    const length = Math.hypot(columns[at]!, columns[at + 1]!);
    if (length > 0 && length < Number.POSITIVE_INFINITY)
      rays.push([columns[at]! / length, columns[at + 1]! / length]);
  }
  if (rays.length === 0) return { kind: 'origin', edges: [] };
  rays.sort((a, b) => Math.atan2(a[1], a[0]) - Math.atan2(b[1], b[0]));
  const turns = rays.map((ray, i) => turnOf(ray, rays[(i + 1) % rays.length]!));
  if (turns.every((turn) => turn === 0)) return { kind: 'ray', edges: [rays[0]!] };
  // The cone is the complement of the widest gap, or the plane if that is under half a turn.
  const widest = turns.reduce((best, turn, i) => (turn > turns[best]! ? i : best), 0);
  const [from, to] = [rays[(widest + 1) % rays.length]!, rays[widest]!];
  if (turns[widest]! < Math.PI) return { kind: 'plane', edges: [] };
  if (turns[widest]! > Math.PI) return { kind: 'wedge', edges: [from, to] };
  const isLine = turns.filter((turn) => turn === Math.PI).length === 2;
  return isLine ? { kind: 'line', edges: [from] } : { kind: 'half-plane', edges: [from, to] };
}

/** Clips the cone to a window (flat, data coordinates); empty without area. */
export function shadedPolygon({ kind, edges: [from, to] }: ConeShape, view: View): number[] {
  if (kind === 'plane')
    return conePolygon({ from: [1, 0], to: [1, 0], fromAngle: 0, toAngle: 2 * Math.PI }, view);
  if (!from || !to) return [];
  const fromAngle = Math.atan2(from[1], from[0]);
  return conePolygon({ from, to, fromAngle, toAngle: fromAngle + turnOf(from, to) }, view);
}

/** Clips a ray from the origin to the map, in pixels; null if outside. */
export function rayPixels(plane: Plane, [x, y]: Direction): number[] | null {
  const { x0, x1, y0, y1 } = plane.view;
  const reach = 2 * Math.max(Math.abs(x0), Math.abs(x1), Math.abs(y0), Math.abs(y1));
  const far = reach / Math.hypot(x, y);
  const [fromX, fromY] = plane.toPixel(0, 0);
  const [toX, toY] = plane.toPixel(far * x, far * y);
  return clipSegment(fromX, fromY, toX, toY, plane.rect);
}
