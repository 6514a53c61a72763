import type { Vector } from '../../../contract.ts';
import { secularRoots } from '../secular-roots.ts';
import type { RestPoint } from '../types.ts';
import {
  APART,
  BORDER,
  CORNERS,
  convexUntil,
  dot,
  edgeOf,
  type Flat,
  gradientAt,
  hessianOn,
  hessianValues,
  lengthOf,
  others,
  planeOf,
  plus,
  restPoint,
  type Three,
  times,
  zeroOf,
} from './flats.ts';
import { leastOf } from './least.ts';

/**
 * Returns every rest point of projected descent of E + lambda P = x'Qx + 6 lambda (1 - ||x||), lowest value first (docs/mathematics.md,
 * section 16.4): inside if the slope is zero; on an edge if the slope along it is zero and the inward one is >= 0; at a corner if both
 * slopes are >= 0. Kinds by slopes if nonzero, else by second derivatives; all are minima while E + lambda P is convex. Q is positive
 * semidefinite, lambda >= 0. A continuum has one point, with `isolated` false: one per circle or arc of it (lambda > 0), or one of the
 * minimisers of E (lambda = 0). Points closer than 1e-7 are one. Non-finite numbers give an empty list.
 */
export function triangleRests(q: Vector, lambda: number): RestPoint[] {
  if (!Number.isFinite(zeroOf(q, lambda))) return [];
  if (6 * lambda <= zeroOf(q, 0)) return [leastOf(q).rest];
  const rests: RestPoint[] = [];
  const circle = circleOf(q, lambda);
  const isConvex = lambda <= convexUntil(q);
  for (const point of [...cornersAt(q, lambda), ...edgesAt(q, lambda), ...insideAt(q, lambda)]) {
    const isKnown = rests.some(({ at }) => lengthOf(plus(at, -1, point.at)) < APART);
    const isOfCircle =
      circle && point.on !== 'vertex' && Math.abs(lengthOf(point.at) - circle.length) < APART;
    if (!isKnown && !isOfCircle) rests.push(isConvex ? { ...point, kind: 'minimum' } : point);
  }
  return [...rests, ...(circle?.rests ?? [])].sort((a, b) => a.value - b.value);
}

function cornersAt(q: Vector, lambda: number): RestPoint[] {
  const zero = zeroOf(q, lambda);
  return CORNERS.flatMap((at, k): RestPoint[] => {
    const towards = others(k);
    const slopes = towards.map((l) => 2 * (q[3 * k + l]! - q[4 * k]!) + 6 * lambda);
    if (Math.min(...slopes) < -zero) return [];
    // Second derivatives towards both corners; if both slopes are 0 the mixed one counts too.
    const flatSlopes = slopes.map((slope) => slope <= zero);
    const curvatures = towards.map((l) => q[4 * k]! + q[4 * l]! - 2 * q[3 * k + l]! - 3 * lambda);
    const rises = curvatures.every((curvature, l) => !flatSlopes[l] || curvature > zero);
    const [u, v] = towards.map((l) => plus(CORNERS[l]!, -1, at)) as [Three, Three];
    const isConvex =
      !flatSlopes.every(Boolean) ||
      dot(u, times(q, v)) > -Math.sqrt(Math.max(0, curvatures[0]!) * Math.max(0, curvatures[1]!));
    const kind = rises && isConvex ? 'minimum' : 'saddle';
    return [restPoint(q, lambda, { at, on: 'vertex', kind, isolated: true })];
  });
}

function edgesAt(q: Vector, lambda: number): RestPoint[] {
  const zero = zeroOf(q, lambda);
  const plane = planeOf(q);
  return [0, 1, 2].flatMap((k) => {
    const edge = edgeOf(q, k);
    const [i, j] = others(k);
    return stationaryOn(q, lambda, edge).flatMap((at): RestPoint[] => {
      if (!(Math.min(at[i]!, at[j]!) > BORDER)) return [];
      const slope = gradientAt(q, lambda, at);
      const inwards = slope[k]! - (slope[i]! + slope[j]!) / 2;
      if (inwards < -zero) return [];
      // If the inward slope is 0, the interior decides.
      const [low] = hessianValues(hessianOn(q, lambda, inwards > zero ? edge : plane, at));
      const kind = low > 0 ? 'minimum' : 'saddle';
      return [restPoint(q, lambda, { at, on: 'edge', kind, isolated: true })];
    });
  });
}

function insideAt(q: Vector, lambda: number): RestPoint[] {
  const plane = planeOf(q);
  return stationaryOn(q, lambda, plane).flatMap((at): RestPoint[] => {
    if (!(Math.min(...at) > BORDER)) return [];
    const [low, high] = hessianValues(hessianOn(q, lambda, plane, at));
    const kind = low > 0 ? 'minimum' : high > 0 ? 'saddle' : 'maximum';
    return [restPoint(q, lambda, { at, on: 'interior', kind, isolated: true })];
  });
}

/**
 * If E is the same in every direction from the centre, returns the rest points' circle: their length, and one of them, or one on each of
 * three arcs if it crosses the edges. Null if none is on the triangle.
 */
function circleOf(
  q: Vector,
  lambda: number,
): { readonly length: number; readonly rests: readonly RestPoint[] } | null {
  const { curvatures, slopes } = planeOf(q);
  const zero = zeroOf(q, lambda);
  const [first, second] = curvatures as [number, number];
  if (slopes.some((slope) => Math.abs(slope) > zero) || first - second > zero || first <= zero) return null;
  const length = (6 * lambda) / first;
  const square = length * length - 1 / 3;
  if (!(square > 0 && length < 1)) return null;
  const reach = Math.sqrt(square) * Math.sqrt(2 / 3);
  const arcs = length * length > 1 / 2 ? CORNERS : CORNERS.slice(0, 1);
  const rests = arcs.map((corner) => {
    const at = corner.map((weight) => 1 / 3 + reach * (weight - (1 - weight) / 2)) as unknown as Three;
    return restPoint(q, lambda, { at, on: 'interior', kind: 'minimum', isolated: false });
  });
  return { length, rests };
}

/** Returns all points of a flat, also off the triangle, with zero slope along it (lambda > 0); of a circle some. May repeat. */
function stationaryOn(q: Vector, lambda: number, on: Flat): Three[] {
  const { base, square, directions, curvatures, slopes } = on;
  const zero = zeroOf(q, lambda);
  const level = 6 * lambda;
  const indices = directions.map((_, i) => i);
  const tilted = indices.filter((i) => slopes[i]! * slopes[i]! > 0);
  const points: Three[] = [];
  const add = (z: readonly number[]) => {
    points.push(directions.reduce<Three>((sum, e, i) => plus(sum, z[i]!, e), base));
  };
  const equation = {
    rest: square,
    level,
    poles: tilted.map((i) => curvatures[i]!),
    weights: tilted.map((i) => slopes[i]!),
  };
  for (const gaps of secularRoots(equation)) {
    const z = indices.map(() => 0);
    for (const [at, i] of tilted.entries()) z[i] = -slopes[i]! / gaps[at]!;
    add(z);
  }
  // If E is symmetric along e_i, s = a_i leaves z_i free.
  for (const i of indices.filter((index) => !tilted.includes(index) && curvatures[index]! > zero)) {
    const z = indices.map((j) => {
      const gap = curvatures[j]! - curvatures[i]!;
      return tilted.includes(j) ? -slopes[j]! / gap : 0;
    });
    const length = level / curvatures[i]!;
    const left = length * length - square - z.reduce((sum, value) => sum + value * value, 0);
    if (!(left > 0)) continue;
    for (const sign of [1, -1]) {
      z[i] = sign * Math.sqrt(left);
      add(z);
    }
  }
  return points;
}
