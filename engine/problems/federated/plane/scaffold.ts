import ln from '@stdlib/math-base-special-ln';
import type { Vector } from '../../../contract.ts';
import { exponential } from '../../../kernels/exponential.ts';
import { norm } from '../../../kernels/vector.ts';
import type { RoundSettings } from '../names.ts';
import { outlookOf, planeSide, progress, roundsToThousandth, spectrumOf } from '../surrogate.ts';
import type { CureCurve, PlaneSide, Point, Quadratic, QuadraticClients } from '../types.ts';
import {
  type Axes,
  axesOf,
  curvatureOf,
  lengthOf,
  minimumOf,
  minus,
  multiplied,
  withAxes,
} from './curvature.ts';

/** SCAFFOLD (option II, all clients) on quadratic clients: docs/mathematics.md, section 15.5. */

/** Squarings of the matrix of a round: its norm's root differs from the spectral radius by about 1e-12. */
const SQUARINGS = 40;
/** Rounding of eta Lmax, compared with 1, and of a factor, compared with 1. */
const ROUNDING = 1e-12;
/** Numbers of local steps of a curve, evenly spaced in their logarithm. */
const PLACES = 60;

/** Returns (1 - (1 - x)^K)/(K x), 1 at x = 0: the mean of the powers (1 - x)^k for k < K. */
export function meanPower(x: number, K: number): number {
  return x === 0 ? 1 : progress(x, K) / (K * x);
}

/** grad F_c(t*), N x 2: the limits of the control variates. */
export function goalsOf(clients: QuadraticClients, { at }: Quadratic): Vector {
  const goals = new Float64Array(2 * clients.count);
  for (let c = 0; c < clients.count; c++)
    goals.set(multiplied(curvatureOf(clients, c), minus(at, minimumOf(clients, c))), 2 * c);
  return goals;
}

/**
 * Returns the matrix of a round, row-major, on v_c = e - sg K eta (d_c - grad F_c(t*)), e = theta - t* = mean v:
 * v+ = ((I - sg P) Pi + (I - A)(I - Pi)) v. Along a direction that is flat for all clients nothing moves: with one, the matrix is that of
 * the other direction, N x N; else 2N x 2N.
 */
function roundMatrix(axes: readonly Axes[], flat: boolean, { local, eta, server }: RoundSettings): Vector {
  const [count, d] = [axes.length, flat ? 1 : 2];
  const size = d * count;
  const matrix = new Float64Array(size * size);
  for (const [c, { large, small, along }] of axes.entries()) {
    const spread = (of: (x: number) => number) => withAxes(along, of(eta * large), of(eta * small));
    const moved = flat ? [progress(eta * large, local)] : square(spread((x) => progress(x, local)));
    const kept = flat ? [meanPower(eta * large, local)] : square(spread((x) => meanPower(x, local)));
    for (let i = 0; i < d; i++)
      for (let other = 0; other < count; other++)
        for (let j = 0; j < d; j++) {
          const one = i === j ? 1 : 0;
          const [p, a] = [moved[d * i + j]!, kept[d * i + j]!];
          const share = (other === c ? 1 : 0) - 1 / count;
          matrix[(d * c + i) * size + d * other + j] = (one - server * p) / count + (one - a) * share;
        }
  }
  return matrix;
}

const square = ([xx, xy, yy]: readonly [number, number, number]) => [xx, xy, xy, yy];

/** Returns ||M^n||^(1/n) for n = 2^40: at least the spectral radius of a square matrix, row-major. Infinity if an entry is not finite. */
export function spectralRadius(matrix: Vector): number {
  const size = Math.round(Math.sqrt(matrix.length));
  let [now, next] = [matrix.slice(), new Float64Array(matrix.length)];
  let log = 0;
  for (let k = 0, share = 1; k <= SQUARINGS; k++, share /= 2) {
    const length = norm(now);
    if (length === 0) return 0;
    if (!Number.isFinite(length)) return Number.POSITIVE_INFINITY;
    log += share * ln(length);
    for (let at = 0; at < now.length; at++) now[at] = now[at]! / length;
    next.fill(0);
    for (let i = 0; i < size; i++)
      for (let k2 = 0; k2 < size; k2++) {
        const factor = now[i * size + k2]!;
        for (let j = 0; j < size; j++)
          next[i * size + j] = next[i * size + j]! + factor * now[k2 * size + j]!;
      }
    [now, next] = [next, now];
  }
  return exponential(log);
}

/**
 * Returns sqrt(1 - m), m = min(sg lam_min(mean P), alpha(Lmax)): V = ||e||^2/sg + mean ||h_c||^2 falls to (1 - m) V at most in every round.
 * Null unless eta Lmax <= 1, sg <= 1 and no direction is flat for all clients: nothing is proved there.
 */
function certificateOf(side: PlaneSide, largest: number, flat: boolean): number | null {
  const { eta, local, server, surrogate } = side;
  if (flat || eta * largest > 1 + ROUNDING || server > 1) return null;
  const share = Math.min(server * axesOf(surrogate.hessian).small, meanPower(eta * largest, local));
  return Math.sqrt(1 - Math.max(0, share));
}

/** Returns a side that rests at the minimum of F, which is `mean`. */
export function scaffoldSide(clients: QuadraticClients, settings: RoundSettings, mean: Quadratic): PlaneSide {
  const averaged = planeSide(clients, settings, mean);
  const { eta } = settings;
  const spectrum = spectrumOf(clients, eta);
  const { axes, flat } = spectrum;
  const largest = axes.reduce((most, { large }) => Math.max(most, large), 0);
  const slowest = spectralRadius(roundMatrix(axes, flat, settings));
  const rests = !flat && slowest < 1 - ROUNDING;
  const nowhere = Number.NaN;
  const outlook =
    flat && slowest < 1 - ROUNDING ? 'open' : outlookOf({ ...spectrum, flat: false }, [0, slowest], 0);
  return {
    ...averaged,
    method: 'scaffold',
    rest: rests ? mean.at : null,
    limit: null,
    bias: rests ? 0 : nowhere,
    excess: rests ? 0 : nowhere,
    factors: null,
    slowest: flat ? Math.max(1, slowest) : slowest,
    bound: certificateOf(averaged, largest, flat),
    expected: flat ? Number.POSITIVE_INFINITY : roundsToThousandth(slowest),
    outlook,
  };
}

/** Returns the spectral radius at some numbers of local steps up to `most`, with `local` among them. */
export function scaffoldCurve(
  clients: QuadraticClients,
  { local, eta, server }: RoundSettings,
  most: number,
): CureCurve {
  const { axes, flat } = spectrumOf(clients, eta);
  const places = Array.from({ length: PLACES + 1 }, (_, i) =>
    Math.round(exponential((i / PLACES) * ln(most))),
  );
  const locals = Float64Array.from([...new Set([...places, local])].sort((a, b) => a - b));
  const slowests = locals.map((K) => {
    const radius = spectralRadius(roundMatrix(axes, flat, { local: K, eta, server }));
    return flat ? Math.max(1, radius) : radius;
  });
  const biases = slowests.map((slowest) => (slowest < 1 - ROUNDING ? 0 : Number.NaN));
  return { locals, biases, slowests };
}

/** Numbers of a state: theta (2), c_c (2N), rho (2). */
export const scaffoldDimension = (count: number) => 4 + 2 * count;

/**
 * Takes a round from (x, y) with the control variates c_c (N x 2). Writes the mean of the clients' ends (2), the server's next point (2) and
 * the next control variates (2N). Calls `visit` after every local step. Non-finite numbers propagate.
 */
export function takeScaffoldRound(
  into: Float64Array,
  { clients, local, eta, server }: RoundSettings & { readonly clients: QuadraticClients },
  variates: Vector,
  x: number,
  y: number,
  visit?: (client: number, step: number, x: number, y: number) => void,
): void {
  const { count, hessians, minima } = clients;
  const [meanX, meanY] = meanOf(variates);
  let [sumX, sumY] = [0, 0];
  for (let c = 0; c < count; c++) {
    const [xx, xy, yy] = [hessians[4 * c]!, hessians[4 * c + 1]!, hessians[4 * c + 3]!];
    const [bx, by] = [minima[2 * c]!, minima[2 * c + 1]!];
    const [ownX, ownY] = [variates[2 * c]! - meanX, variates[2 * c + 1]! - meanY];
    let [u, v] = [x, y];
    for (let k = 1; k <= local; k++) {
      const [dx, dy] = [u - bx, v - by];
      u -= eta * (xx * dx + xy * dy - ownX);
      v -= eta * (xy * dx + yy * dy - ownY);
      visit?.(c, k, u, v);
    }
    sumX += u;
    sumY += v;
    into[4 + 2 * c] = ownX + (x - u) / (local * eta);
    into[5 + 2 * c] = ownY + (y - v) / (local * eta);
  }
  const [endX, endY] = [sumX / count, sumY / count];
  into[0] = endX;
  into[1] = endY;
  into[2] = x + server * (endX - x);
  into[3] = y + server * (endY - y);
}

/** Averages N points. */
export function meanOf(points: Vector): Point {
  let [x, y] = [0, 0];
  for (let at = 0; at < points.length; at += 2) {
    x += points[at]!;
    y += points[at + 1]!;
  }
  return [(2 * x) / points.length, (2 * y) / points.length];
}

/** Returns d_c = c_c - mean c, N x 2. */
export function centred(variates: Vector): Vector {
  const mean = meanOf(variates);
  return variates.map((value, at) => value - mean[at % 2]!);
}

/** V = ||theta - t*||^2/sg + mean ||K eta (d_c - grad F_c(t*))||^2. */
export function potentialOf(
  { local, eta, server }: RoundSettings,
  mean: Quadratic,
  goals: Vector,
  at: Point,
  variates: Vector,
): number {
  const away = lengthOf(minus(at, mean.at));
  let square = 0;
  for (const [i, value] of centred(variates).entries()) square += (value - goals[i]!) ** 2;
  const scale = local * eta;
  return (away * away) / server + (2 * scale * scale * square) / variates.length;
}
