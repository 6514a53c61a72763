import ln from '@stdlib/math-base-special-ln';
import type { Vector } from '../../contract.ts';
import {
  type Axes,
  axesOf,
  axesOfClients,
  curvatureOf,
  halfForm,
  lengthOf,
  meanIsSingular,
  meanLoss,
  minimumOf,
  minus,
  withAxes,
} from './curvature.ts';
import type { RoundSettings } from './names.ts';
import type { PlaneSide, Point, Quadratic, QuadraticClients } from './types.ts';

/**
 * What K local steps make of quadratic clients (docs/mathematics.md, section 15.1): with P_c = I - (I - eta H_c)^K a round is a step
 * -sg grad F_K, F_K = mean of 1/2 (t - b_c)' P_c (t - b_c).
 */

/**
 * p = 1 - (1 - x)^K for a whole K >= 1: how much of the way to the minimum K steps go where eta times the curvature is x. To a few units in the
 * last place (nothing cancels); an infinity where it overflows.
 */
export function progress(x: number, K: number): number {
  if (x > 1) {
    // (1 - x)^K is that of 2 - x, but for the sign of an odd power.
    const mirrored = progress(2 - x, K);
    return K % 2 === 0 ? mirrored : 2 - mirrored;
  }
  let bit = 1;
  while (2 * bit <= K) bit *= 2;
  // Twice as many steps make p (2 - p), one more makes p + x (1 - p).
  let p = 0;
  for (; bit >= 1; bit /= 2) {
    p *= 2 - p;
    if (Math.floor(K / bit) % 2 === 1) p += x * (1 - p);
  }
  return p;
}

/** F: the mean loss of the clients. */
export function meanOfClients(clients: QuadraticClients): Quadratic {
  const matrices = Array.from({ length: clients.count }, (_, c) => curvatureOf(clients, c));
  const flat = meanIsSingular(clients);
  const { at } = meanLoss(matrices, clients, minimumOf(clients, 0), flat);
  // Once more from there, to the last digits.
  return meanLoss(matrices, clients, at, flat);
}

/** Clients taken apart, for every K. */
interface Spectrum {
  readonly axes: readonly Axes[];
  readonly flat: boolean;
  /** Whether FedAvg with this eta has a single rest. */
  readonly rests: boolean;
}

function spectrumOf(clients: QuadraticClients, eta: number): Spectrum {
  const axes = axesOfClients(clients);
  const flat = meanIsSingular(clients);
  return { axes, flat, rests: eta * largestOf(axes) < 2 && !flat };
}

/** The largest eigenvalue of all H_c. */
export function largestOf(axes: readonly Axes[]): number {
  return axes.reduce((most, { large }) => Math.max(most, large), 0);
}

/** F_K; t* is where its minimum would be without a bias. */
function surrogateOf(
  { axes, flat }: Spectrum,
  clients: QuadraticClients,
  best: Point,
  eta: number,
  K: number,
): Quadratic {
  const matrices = axes.map(({ large, small, along }) =>
    withAxes(along, progress(eta * large, K), progress(eta * small, K)),
  );
  return meanLoss(matrices, clients, best, flat);
}

/** Where F_K tends to: every P_c to the projector on the range of H_c. */
function limitOf({ axes }: Spectrum, clients: QuadraticClients, best: Point): Point {
  const projectors = axes.map(({ large, small, along }) =>
    withAxes(along, large > 0 ? 1 : 0, small > 0 ? 1 : 0),
  );
  return meanLoss(projectors, clients, best, false).at;
}

/** theta_K for each K, x and y in turn; empty without a rest. */
export function restsOf(
  clients: QuadraticClients,
  { at }: Quadratic,
  eta: number,
  all: readonly number[],
): Vector {
  const spectrum = spectrumOf(clients, eta);
  if (!spectrum.rests) return new Float64Array(0);
  return Float64Array.from(all.flatMap((K) => surrogateOf(spectrum, clients, at, eta, K).at));
}

/** What is known of FedAvg with these clients before it moves; F is `mean`. */
export function planeSide(clients: QuadraticClients, settings: RoundSettings, mean: Quadratic): PlaneSide {
  const { local, eta, server } = settings;
  const spectrum = spectrumOf(clients, eta);
  const surrogate = surrogateOf(spectrum, clients, mean.at, eta, local);
  const off: Point = spectrum.rests ? minus(surrogate.at, mean.at) : [Number.NaN, Number.NaN];
  const { large, small } = axesOf(surrogate.hessian);
  const [first, second] = [1 - server * large, 1 - server * small];
  const largest = Math.max(Math.abs(first), Math.abs(second));
  // Not a number only where a power overflowed.
  const slowest = Number.isNaN(largest) ? Number.POSITIVE_INFINITY : largest;
  return {
    ...settings,
    clients,
    surrogate,
    rest: spectrum.rests ? surrogate.at : null,
    limit: spectrum.rests ? limitOf(spectrum, clients, mean.at) : null,
    bias: lengthOf(off),
    excess: halfForm(mean.hessian, off),
    factors: first <= second ? [first, second] : [second, first],
    slowest,
    expected: slowest < 1 ? ln(1e-3) / ln(slowest) : Number.POSITIVE_INFINITY,
  };
}
