import type { GridView } from './window.ts';

/** Side length sqrt 2: distances equal those among the three weights. */
const WIDE = Math.SQRT2;
const HIGH = Math.sqrt(1.5);

/** Triangle on the map, flat: corners in the order of the weights. */
export const TRIANGLE: readonly number[] = [0, 0, WIDE, 0, WIDE / 2, HIGH];

const ROOM = 0.15;
const HALF = WIDE / 2 + ROOM;

/** Square window with room for corner labels. */
export const TRIANGLE_VIEW: GridView = {
  x0: -ROOM,
  x1: WIDE + ROOM,
  y0: HIGH / 2 - HALF,
  y1: HIGH / 2 + HALF,
};

/** Tolerance outside the triangle, for rounding. */
const ROUNDING = 1e-9;

/** Maps barycentric weights (1 - x - y, x, y) to the map; affine. */
export const onMap = (x: number, y: number): [u: number, v: number] => [WIDE * (x + y / 2), HIGH * y];

/** Returns three weights of sum 1, some negative outside the triangle. */
export function weightsAt(u: number, v: number): [number, number, number] {
  const y = v / HIGH;
  const x = u / WIDE - y / 2;
  return [1 - x - y, x, y];
}

/** Returns the nearest weights >= 0; the last two sum to at most 1. */
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

export function nearestOnMap(u: number, v: number): [u: number, v: number] {
  const [, x, y] = nearestWeights(weightsAt(u, v));
  return onMap(x, y);
}

/** Returns the weights of a click's nearest triangle point, in whole thousandths that sum to one. */
export function startWeights(u: number, v: number): [number, number, number] {
  const [, x, y] = nearestWeights(weightsAt(u, v)).map((weight) => Math.round(1000 * weight));
  const last = Math.min(y!, 1000 - x!);
  return [(1000 - x! - last) / 1000, x! / 1000, last / 1000];
}

/** Null outside the triangle. */
export function weightsInside(u: number, v: number): [x: number, y: number] | null {
  const weights = weightsAt(u, v);
  const least = Math.min(weights[0], weights[1], weights[2]);
  if (least >= 0) return [weights[1], weights[2]];
  if (!(least >= -ROUNDING)) return null;
  const [, x, y] = nearestWeights(weights);
  return [x, y];
}

export const isOnTriangle = (u: number, v: number) => weightsInside(u, v) !== null;
