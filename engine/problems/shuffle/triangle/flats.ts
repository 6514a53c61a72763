import type { Vector } from '../../../contract.ts';
import { largestEigenvalue } from '../../../kernels/eigen.ts';
import type { RestPoint } from '../types.ts';

/** Corners, edges and plane of the triangle, with E + lambda P = x'Qx + 6 lambda (1 - ||x||) along each. Q is 3 x 3, symmetric. */

/** Weights of I, C, C^2, or a direction between such. */
export type Three = readonly [number, number, number];

/**
 * The plane of the triangle or an edge's line, base + sum z_i e_i. E + lambda P has no slope along it where (a_i - s) z_i = -b_i for every
 * i, s = 6 lambda/||x||.
 */
export interface Flat {
  readonly base: Three;
  /** ||base||^2. */
  readonly square: number;
  /** e_i: unit vectors, orthogonal to each other and the base; E has no mixed terms in them. */
  readonly directions: readonly Three[];
  /** a_i = 2 e_i'Q e_i and b_i = 2 e_i'Q base. */
  readonly curvatures: readonly number[];
  readonly slopes: readonly number[];
}

/** Distance below which points are one. */
export const APART = 1e-7;
/** Largest weight that counts as 0. */
export const BORDER = 1e-12;
/** Rounding of slopes and curvatures, relative to the largest of Q and 6 lambda. */
const ROUNDING = 1e-12;

export const CENTRE: Three = [1 / 3, 1 / 3, 1 / 3];
const [HALF, SIXTH] = [Math.sqrt(1 / 2), Math.sqrt(1 / 6)];
/** Orthonormal basis of the plane of sum 0. */
const PLANE: readonly [Three, Three] = [
  [HALF, -HALF, 0],
  [SIXTH, SIXTH, -2 * SIXTH],
];
export const CORNERS: readonly Three[] = [
  [1, 0, 0],
  [0, 1, 0],
  [0, 0, 1],
];

export const dot = (x: Three, y: Three) => x[0] * y[0] + x[1] * y[1] + x[2] * y[2];
export const times = (q: Vector, [x, y, z]: Three): Three => [
  q[0]! * x + q[1]! * y + q[2]! * z,
  q[3]! * x + q[4]! * y + q[5]! * z,
  q[6]! * x + q[7]! * y + q[8]! * z,
];
export const plus = (x: Three, factor: number, y: Three): Three => [
  x[0] + factor * y[0],
  x[1] + factor * y[1],
  x[2] + factor * y[2],
];
export const lengthOf = (x: Three) => Math.sqrt(dot(x, x));

/** E, never below 0. */
export function costAt(q: Vector, x: Three): number {
  return Math.max(0, dot(x, times(q, x)));
}

export function restPoint(
  q: Vector,
  lambda: number,
  point: Pick<RestPoint, 'at' | 'on' | 'kind' | 'isolated'>,
): RestPoint {
  const cost = costAt(q, point.at);
  return { ...point, value: cost + lambda * Math.max(0, 6 * (1 - lengthOf(point.at))), cost };
}

/** Returns T'QT's eigenvalues, the larger first, and eigenvectors. */
export function planeAxes(q: Vector): {
  readonly values: readonly [number, number];
  readonly axes: readonly [Three, Three];
} {
  const [u, v] = PLANE;
  const mixed = dot(u, times(q, v));
  const top = new Float64Array(2);
  largestEigenvalue(Float64Array.of(dot(u, times(q, u)), mixed, mixed, dot(v, times(q, v))), 2, top);
  const along = (c: number, s: number) => plus([c * u[0], c * u[1], c * u[2]], s, v);
  const axes = [along(top[0]!, top[1]!), along(-top[1]!, top[0]!)] as const;
  const value = (axis: Three) => Math.max(0, dot(axis, times(q, axis)));
  return { values: [value(axes[0]), value(axes[1])], axes };
}

function flat(q: Vector, base: Three, directions: readonly Three[]): Flat {
  return {
    base,
    square: dot(base, base),
    directions,
    curvatures: directions.map((e) => Math.max(0, 2 * dot(e, times(q, e)))),
    slopes: directions.map((e) => 2 * dot(e, times(q, base))),
  };
}

export const planeOf = (q: Vector) => flat(q, CENTRE, planeAxes(q).axes);

export function edgeOf(q: Vector, k: number): Flat {
  const [i, j] = others(k);
  const middle = CORNERS[i]!.map((one, l) => (one + CORNERS[j]![l]!) / 2) as unknown as Three;
  const along = CORNERS[i]!.map((one, l) => HALF * (one - CORNERS[j]![l]!)) as unknown as Three;
  return flat(q, middle, [along]);
}

export const others = (k: number): [number, number] => (k === 0 ? [1, 2] : k === 1 ? [0, 2] : [0, 1]);

export function zeroOf(q: Vector, lambda: number): number {
  let size = 6 * lambda;
  for (const entry of q) size = Math.max(size, Math.abs(entry));
  return ROUNDING * size;
}

/** grad E + lambda grad P. */
export function gradientAt(q: Vector, lambda: number, x: Three): Three {
  const half = times(q, x);
  return plus([2 * half[0], 2 * half[1], 2 * half[2]], (-6 * lambda) / lengthOf(x), x);
}

/**
 * Returns the largest lambda for which E + lambda P is convex: P = 6 (1 - ||x||) has curvature >= -6/||x|| (across x), -6 sqrt 3 at the
 * centre; E has >= 2 lambda_min(T'QT), T an orthonormal basis of the plane of sum 0.
 */
export function convexUntil(q: Vector): number {
  const least = planeAxes(q).values[1];
  return least <= zeroOf(q, 0) ? 0 : least / (3 * Math.sqrt(3));
}

export function hessianOn(q: Vector, lambda: number, { directions }: Flat, x: Three): number[][] {
  const length = lengthOf(x);
  const pull = (6 * lambda) / length;
  const along = directions.map((e) => dot(e, x) / length);
  return directions.map((e, i) =>
    directions.map((f, j) => 2 * dot(e, times(q, f)) - pull * ((i === j ? 1 : 0) - along[i]! * along[j]!)),
  );
}

/** Returns a symmetric matrix's eigenvalues, ascending; size 1 or 2. */
export function hessianValues(matrix: readonly (readonly number[])[]): readonly [low: number, high: number] {
  if (matrix.length === 1) return [matrix[0]![0]!, matrix[0]![0]!];
  const [[a, b], [, c]] = matrix as [[number, number], [number, number]];
  const half = (a - c) / 2;
  const spread = Math.sqrt(half * half + b * b);
  return [(a + c) / 2 - spread, (a + c) / 2 + spread];
}
