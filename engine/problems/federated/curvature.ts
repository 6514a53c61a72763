import type { Point, Quadratic, QuadraticClients } from './types.ts';

/** Symmetric 2 x 2 matrices and the quadratic losses that clients have of them: + - * / and the square root alone. */

/** A symmetric 2 x 2 matrix: xx, xy, yy. */
export type Curvature = Quadratic['hessian'];

/** Its eigenvalues by their absolute values, and a unit eigenvector (x, y) of the larger; (-y, x) is one of the smaller. */
export interface Axes {
  readonly large: number;
  readonly small: number;
  readonly along: Point;
}

/** An eigenvalue of at most this share of the larger one counts as 0: what rounding leaves of a singular matrix. */
const FLAT = 1e-12;

/** One Jacobi rotation: exact of a diagonal matrix, else to a few units in the last place of the larger. Not finite where an entry is not. */
export function axesOf([xx, xy, yy]: Curvature): Axes {
  let t = 0;
  if (xy !== 0) {
    const theta = (yy - xx) / (2 * xy);
    t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  }
  const c = 1 / Math.sqrt(t * t + 1);
  const [first, second] = [xx - t * xy, yy + t * xy];
  return Math.abs(first) >= Math.abs(second)
    ? { large: first, small: second, along: [c, -t * c] }
    : { large: second, small: first, along: [t * c, c] };
}

/** The matrix with these eigenvectors and other eigenvalues. */
export function withAxes([x, y]: Point, large: number, small: number): Curvature {
  const more = large - small;
  return [small + more * x * x, more * x * y, small + more * y * y];
}

export function multiplied([xx, xy, yy]: Curvature, [x, y]: Point): Point {
  return [xx * x + xy * y, xy * x + yy * y];
}

/** v'Hv/2. */
export function halfForm([xx, xy, yy]: Curvature, [x, y]: Point): number {
  return (xx * x * x + 2 * xy * x * y + yy * y * y) / 2;
}

/** H^-1 v of an invertible matrix. */
export function solved(matrix: Curvature, v: Point): Point {
  const { large, small, along } = axesOf(matrix);
  return combined(along, dot(along, v) / large, dot(across(along), v) / small);
}

const dot = ([x, y]: Point, [u, v]: Point) => x * u + y * v;
const across = ([x, y]: Point): Point => [-y, x];
const combined = ([x, y]: Point, first: number, second: number): Point => [
  first * x - second * y,
  first * y + second * x,
];

export function heightOf({ hessian, at, least }: Quadratic, point: Point): number {
  return least + halfForm(hessian, minus(point, at));
}

export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
export const lengthOf = ([x, y]: Point): number => Math.sqrt(x * x + y * y);

/** H_c. */
export function curvatureOf({ hessians }: QuadraticClients, c: number): Curvature {
  return [hessians[4 * c]!, hessians[4 * c + 1]!, hessians[4 * c + 3]!];
}

/** b_c. */
export function minimumOf({ minima }: QuadraticClients, c: number): Point {
  return [minima[2 * c]!, minima[2 * c + 1]!];
}

/** Of every H_c, as it stands in no client; a smaller eigenvalue that is rounding is 0. */
export function axesOfClients(clients: QuadraticClients): Axes[] {
  return Array.from({ length: clients.count }, (_, c) => {
    const axes = axesOf(curvatureOf(clients, c));
    return axes.small <= FLAT * axes.large ? { ...axes, small: 0 } : axes;
  });
}

/** The projector on the range of a matrix. */
export function rangeOf({ large, small, along }: Axes): Curvature {
  return withAxes(along, large > 0 ? 1 : 0, small > 0 ? 1 : 0);
}

/** Whether some direction is flat for all clients: F has no single minimum, and FedAvg no single rest. */
export function isFlat(axes: readonly Axes[]): boolean {
  const { large, small } = axesOf(meanOf(axes.map(rangeOf)));
  return small <= FLAT * large;
}

/** Whether the mean of H_c is singular: then no clients of equal curvature have the same F and the same gradients at its minimum. */
export function meanIsSingular(clients: QuadraticClients): boolean {
  return isFlat(axesOfClients(clients));
}

/** The mean of matrices, or of points. */
export function meanOf<T extends Curvature | Point>(all: readonly T[]): T {
  const sum = all.reduce<number[]>(
    (total, each) => total.map((entry, i) => entry + each[i]!),
    [...all[0]!.map(() => 0)],
  );
  return sum.map((entry) => entry / all.length) as unknown as T;
}

/** Where a quadratic with this slope at `from` has its minimum that is nearest to 0, where it curves along one direction at most. */
function nearest({ large, along }: Axes, from: Point, pull: Point): Point {
  return large === 0 ? [0, 0] : combined(along, dot(along, from) + dot(along, pull) / large, 0);
}

/**
 * The mean of 1/2 (t - b_c)' A_c (t - b_c) for matrices A_c in the place of H_c. `from` is a guess at its minimum: what it misses is solved for, so
 * that the guess stays to the bit where it is right. A `flat` one has the minimum that is nearest to 0; where there is none (A_c with a negative
 * eigenvalue) it is the point without a slope.
 */
export function meanLoss(
  matrices: readonly Curvature[],
  clients: QuadraticClients,
  from: Point,
  flat: boolean,
): Quadratic {
  const hessian = meanOf(matrices);
  const pull = meanOf(matrices.map((matrix, c) => multiplied(matrix, minus(minimumOf(clients, c), from))));
  const off = flat ? null : solved(hessian, pull);
  const at: Point = off ? [from[0] + off[0], from[1] + off[1]] : nearest(axesOf(hessian), from, pull);
  const least = meanOf(matrices.map((matrix, c) => [halfForm(matrix, minus(at, minimumOf(clients, c))), 0]));
  return { hessian, at, least: least[0]! };
}
