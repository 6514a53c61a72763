import type { GridView } from './window.ts';

/** Sides of sqrt 2: on the map as among the three weights, distances are the same. */
const WIDE = Math.SQRT2;
const HIGH = Math.sqrt(1.5);

/** The triangle on the map, flat: its corners in the order of the weights. */
export const TRIANGLE: readonly number[] = [0, 0, WIDE, 0, WIDE / 2, HIGH];

const ROOM = 0.15;
const HALF = WIDE / 2 + ROOM;

/** The square window that shows it, with room about it for the names of its corners. */
export const TRIANGLE_VIEW: GridView = {
  x0: -ROOM,
  x1: WIDE + ROOM,
  y0: HIGH / 2 - HALF,
  y1: HIGH / 2 + HALF,
};

/** How far outside a place may be by rounding alone. */
const ROUNDING = 1e-9;

/** Places on the map of barycentric weights (1 - x - y, x, y), and back; both affine. */
export const onMap = (x: number, y: number): [u: number, v: number] => [WIDE * (x + y / 2), HIGH * y];

/** The three weights at a place of the map, which sum to 1; negative ones off the triangle. */
export function weightsAt(u: number, v: number): [number, number, number] {
  const y = v / HIGH;
  const x = u / WIDE - y / 2;
  return [1 - x - y, x, y];
}

/** The nearest weights that are at least 0, of which no two sum to more than 1. */
export function nearestWeights(weights: readonly number[]): [number, number, number] {
  let [sum, shift] = [0, 0];
  [...weights]
    .sort((a, b) => b - a)
    .forEach((weight, i) => {
      sum += weight;
      const next = (sum - 1) / (i + 1);
      if (weight > next) shift = next;
    });
  const [first, x, y] = weights.map((weight) => Math.max(0, weight - shift)) as [number, number, number];
  return [first, x, Math.min(y, 1 - x)];
}

/** The place of the triangle that is nearest to one of the map. */
export function nearestOnMap(u: number, v: number): [u: number, v: number] {
  const [, x, y] = nearestWeights(weightsAt(u, v));
  return onMap(x, y);
}

/** The weights that a start has where one is pointed at: of the nearest place of the triangle, in whole thousandths that sum to one. */
export function startWeights(u: number, v: number): [number, number, number] {
  const [, x, y] = nearestWeights(weightsAt(u, v)).map((weight) => Math.round(1000 * weight));
  const last = Math.min(y!, 1000 - x!);
  return [(1000 - x! - last) / 1000, x! / 1000, last / 1000];
}

/** x and y there; null off the triangle. */
export function weightsInside(u: number, v: number): [x: number, y: number] | null {
  const weights = weightsAt(u, v);
  const least = Math.min(weights[0], weights[1], weights[2]);
  if (least >= 0) return [weights[1], weights[2]];
  if (!(least >= -ROUNDING)) return null;
  const [, x, y] = nearestWeights(weights);
  return [x, y];
}

/** Whether a place of the map is on the triangle. */
export const isOnTriangle = (u: number, v: number) => weightsInside(u, v) !== null;
