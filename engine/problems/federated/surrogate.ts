import ln from '@stdlib/math-base-special-ln';
import {
  type Axes,
  axesOf,
  axesOfClients,
  type Curvature,
  curvatureOf,
  halfForm,
  isFlat,
  lengthOf,
  meanLoss,
  minimumOf,
  minus,
  rangeOf,
  withAxes,
} from './curvature.ts';
import { FED_ENDS, type RoundSettings } from './names.ts';
import type { Outlook, PlaneInfo, PlaneSide, Point, Quadratic, QuadraticClients } from './types.ts';

/**
 * What K local steps make of quadratic clients (docs/mathematics.md, section 15.1): with P_c = I - (I - eta H_c)^K a round is a step
 * -sg grad F_K, F_K = mean of 1/2 (t - b_c)' P_c (t - b_c).
 */

/**
 * 1 - (1 - x)^K for a whole K >= 1: how much of the way to its minimum K steps go along a curvature of x/eta. To a few units in the last
 * place (nothing cancels); an infinity where it overflows.
 */
export function progress(x: number, K: number): number {
  if (x > 1) {
    // (1 - x)^K is that of 2 - x, but for the sign of an odd power.
    const mirrored = progress(2 - x, K);
    return K % 2 === 0 ? mirrored : 2 - mirrored;
  }
  let bit = 1;
  while (2 * bit <= K) bit *= 2;
  // p of 2k steps is p (2 - p), of k + 1 it is p + x (1 - p).
  let p = 0;
  for (; bit >= 1; bit /= 2) {
    p *= 2 - p;
    if (Math.floor(K / bit) % 2 === 1) p += x * (1 - p);
  }
  return p;
}

/** F, the mean loss of the clients. */
export function meanOfClients(clients: QuadraticClients): Quadratic {
  const matrices = Array.from({ length: clients.count }, (_, c) => curvatureOf(clients, c));
  const flat = isFlat(axesOfClients(clients));
  // Solved from there once more, to the last digits.
  const { at } = meanLoss(matrices, clients, minimumOf(clients, 0), flat);
  return meanLoss(matrices, clients, at, flat);
}

/** The largest eigenvalue of all H_c. */
export function largestOf(axes: readonly Axes[]): number {
  return Math.max(...axes.map(({ large }) => large));
}

/** Whether FedAvg of such clients has a single rest. */
function hasRest(axes: readonly Axes[], eta: number): boolean {
  return eta * largestOf(axes) < 2 && !isFlat(axes);
}

function surrogateOf(
  axes: readonly Axes[],
  clients: QuadraticClients,
  from: Point,
  eta: number,
  K: number,
): Quadratic {
  const matrices = axes.map(({ large, small, along }) =>
    withAxes(along, progress(eta * large, K), progress(eta * small, K)),
  );
  return meanLoss(matrices, clients, from, isFlat(axes));
}

/** What K = 1, 2, ..., `most` local steps come to. */
export function overLocalSteps(
  clients: QuadraticClients,
  mean: Quadratic,
  { eta, server }: Pick<RoundSettings, 'eta' | 'server'>,
  most: number,
): Pick<PlaneInfo, 'rests' | 'biases' | 'slowests'> {
  const axes = axesOfClients(clients);
  const count = hasRest(axes, eta) ? most : 0;
  const [rests, biases] = [new Float64Array(2 * count), new Float64Array(count)];
  const slowests = new Float64Array(most);
  for (let k = 0; k < most; k++) {
    const { at, hessian } = surrogateOf(axes, clients, mean.at, eta, k + 1);
    slowests[k] = slowestOf(factorsOf(hessian, server));
    if (k >= count) continue;
    rests.set(at, 2 * k);
    biases[k] = lengthOf(minus(at, mean.at));
  }
  return { rests, biases, slowests };
}

/** 1 - sg times the eigenvalues of F_K's curvature, ascending. */
function factorsOf(hessian: Curvature, server: number): Point {
  const { large, small } = axesOf(hessian);
  const [first, second] = [1 - server * large, 1 - server * small];
  return first <= second ? [first, second] : [second, first];
}

const slowestOf = ([low, high]: Point) => Math.max(Math.abs(low), Math.abs(high));

function outlookOf(slowest: number, rests: boolean, excess: number): Outlook {
  if (!(slowest < 1)) return slowest === 1 ? 'stays' : 'grows';
  return !rests ? 'open' : excess <= FED_ENDS.global ? 'best' : 'rest';
}

/** What is known of FedAvg with these clients before it moves; F is `mean`. */
export function planeSide(clients: QuadraticClients, settings: RoundSettings, mean: Quadratic): PlaneSide {
  const { local, eta, server } = settings;
  const axes = axesOfClients(clients);
  const surrogate = surrogateOf(axes, clients, mean.at, eta, local);
  const rests = hasRest(axes, eta);
  const factors = factorsOf(surrogate.hessian, server);
  const slowest = slowestOf(factors);
  const off = minus(surrogate.at, mean.at);
  const excess = rests ? halfForm(mean.hessian, off) : Number.NaN;
  return {
    ...settings,
    clients,
    surrogate,
    rest: rests ? surrogate.at : null,
    limit: rests ? meanLoss(axes.map(rangeOf), clients, mean.at, false).at : null,
    bias: rests ? lengthOf(off) : Number.NaN,
    excess,
    factors,
    slowest,
    expected: slowest < 1 ? ln(1e-3) / ln(slowest) : Number.POSITIVE_INFINITY,
    outlook: outlookOf(slowest, rests, excess),
  };
}
