import type { Point, Quadratic, QuadraticClients } from '../types.ts';

/** Uses + - * / and square roots only. */

/** Symmetric 2 x 2: xx, xy, yy. */
export type Curvature = Quadratic['hessian'];

/** Eigenvalues by absolute value, and a unit eigenvector of the larger; (-y, x) is one of the smaller. */
export interface Axes {
  readonly large: number;
  readonly small: number;
  readonly along: Point;
}

/** A mean with this ratio of eigenvalues is singular: solving loses too many digits. */
const FLAT = 1e-12;
/** Share of its terms that is rounding. */
const ROUNDING = 2e-15;

export const minus = ([x, y]: Point, [u, v]: Point): Point => [x - u, y - v];
export const lengthOf = ([x, y]: Point): number => Math.sqrt(x * x + y * y);
const dot = ([x, y]: Point, [u, v]: Point) => x * u + y * v;
const across = ([x, y]: Point): Point => [-y, x];

/** Takes one Jacobi rotation: exact for a diagonal matrix, else to a few units in the last place of the larger. NaN if not finite. */
export function axesOf([xx, xy, yy]: Curvature): Axes {
  let t = 0;
  if (xy !== 0) {
    const theta = (yy - xx) / (2 * xy);
    t = (theta >= 0 ? 1 : -1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  }
  const c = 1 / Math.sqrt(t * t + 1);
  const [first, second] = [xx - t * xy, yy + t * xy];
  return Math.abs(first) >= Math.abs(second)
    ? { large: first, small: second, along: [c, 0 - t * c] }
    : { large: second, small: first, along: [t * c, c] };
}

export function withAxes([x, y]: Point, large: number, small: number): Curvature {
  const more = large - small;
  return [small + more * x * x, more * x * y, small + more * y * y];
}

export function multiplied([xx, xy, yy]: Curvature, [x, y]: Point): Point {
  return [xx * x + xy * y, xy * x + yy * y];
}

/** Returns H^-1 v, without the part along an eigenvalue of exactly 0. */
export function solved(matrix: Curvature, v: Point): Point {
  const { large, small, along } = axesOf(matrix);
  const part = (of: number, eigenvalue: number) => (eigenvalue === 0 ? 0 : of / eigenvalue);
  const [x, y] = along;
  const [first, second] = [part(dot(along, v), large), part(dot(across(along), v), small)];
  return [first * x - second * y, first * y + second * x];
}

/** v'Hv/2. */
export function halfForm([xx, xy, yy]: Curvature, [x, y]: Point): number {
  return (xx * x * x + 2 * xy * x * y + yy * y * y) / 2;
}

export function heightOf({ hessian, at, least }: Quadratic, point: Point): number {
  return least + halfForm(hessian, minus(point, at));
}

/** H_c. */
export function curvatureOf({ hessians }: QuadraticClients, c: number): Curvature {
  return [hessians[4 * c]!, hessians[4 * c + 1]!, hessians[4 * c + 3]!];
}

/** b_c. */
export function minimumOf({ minima }: QuadraticClients, c: number): Point {
  return [minima[2 * c]!, minima[2 * c + 1]!];
}

/** Sets a smaller eigenvalue at rounding to 0, since `meanLoss` would discard its bias. */
export function axesOfClients(clients: QuadraticClients): Axes[] {
  return Array.from({ length: clients.count }, (_, c) => {
    const axes = axesOf(curvatureOf(clients, c));
    return Math.abs(axes.small) <= (ROUNDING / 2) * axes.large ? { ...axes, small: 0 } : axes;
  });
}

/** True if a direction is flat for all clients: F has a line of minima, FedAvg a line of rest points, `equal` does not exist. */
export function meanIsSingular(clients: QuadraticClients): boolean {
  const { large, small } = axesOf(meanCurvature(clients.count, (c) => curvatureOf(clients, c)));
  return small <= FLAT * large;
}

function meanCurvature(count: number, of: (c: number) => Curvature): Curvature {
  let [xx, xy, yy] = [0, 0, 0];
  for (let c = 0; c < count; c++) {
    const own = of(c);
    xx += own[0];
    xy += own[1];
    yy += own[2];
  }
  return [xx / count, xy / count, yy / count];
}

/**
 * Averages 1/2 (t - b_c)' A_c (t - b_c). Its minimum is `from`, to the bit, unless the slope there exceeds rounding: a bias of 0 is 0. If
 * `flat`, the minimizer nearest to 0; for an indefinite mean, the stationary point.
 */
export function meanLoss(
  matrices: readonly Curvature[],
  clients: QuadraticClients,
  from: Point,
  flat: boolean,
): Quadratic {
  const { count } = clients;
  const hessian = meanCurvature(count, (c) => matrices[c]!);
  let [pullX, pullY, size] = [0, 0, 0];
  for (let c = 0; c < count; c++) {
    const [matrix, b] = [matrices[c]!, minimumOf(clients, c)];
    const [x, y] = multiplied(matrix, minus(b, from));
    pullX += x;
    pullY += y;
    size +=
      (Math.abs(matrix[0]) + Math.abs(matrix[1]) + Math.abs(matrix[2])) * (lengthOf(b) + lengthOf(from));
  }
  const pull: Point = lengthOf([pullX, pullY]) <= ROUNDING * size ? [0, 0] : [pullX / count, pullY / count];
  const at = flat ? nearestToZero(axesOf(hessian), from, pull) : plus(from, solved(hessian, pull));
  let least = 0;
  for (let c = 0; c < count; c++) least += halfForm(matrices[c]!, minus(at, minimumOf(clients, c)));
  return { hessian, at, least: least / count };
}

const plus = ([x, y]: Point, [u, v]: Point): Point => [x + u, y + v];

/** Minimizes a function with curvature along the larger axis at most and slope -`pull` at `from`. */
function nearestToZero({ large, along }: Axes, from: Point, pull: Point): Point {
  if (large === 0) return [0, 0];
  const far = dot(along, from) + dot(along, pull) / large;
  return [far * along[0], far * along[1]];
}
