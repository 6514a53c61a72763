import ln from '@stdlib/math-base-special-ln';
import type { RoundSettings } from './names.ts';
import {
  type Axes,
  axesOf,
  axesOfClients,
  type Curvature,
  curvatureOf,
  halfForm,
  lengthOf,
  meanIsSingular,
  meanLoss,
  minimumOf,
  minus,
  withAxes,
} from './plane/curvature.ts';
import type { Outlook, PlaneInfo, PlaneSide, Point, Quadratic, QuadraticClients } from './types.ts';

/**
 * K local steps of quadratic clients (docs/mathematics.md, section 15.1): with P_c = I - (I - eta H_c)^K a round is a step -sg grad F_K,
 * F_K = mean of 1/2 (t - b_c)' P_c (t - b_c).
 */

/**
 * Returns 1 - (1 - x)^K for a whole K >= 1 and x = eta times a curvature, to a few units in the last place (no cancellation); infinite on
 * overflow.
 */
export function progress(x: number, K: number): number {
  if (x > 1) {
    // (1 - x)^K is that of 2 - x, up to the sign of an odd power.
    const mirrored = progress(2 - x, K);
    return K % 2 === 0 ? mirrored : 2 - mirrored;
  }
  let bit = 1;
  while (2 * bit <= K) bit *= 2;
  // Doubling makes p (2 - p), one more p + x (1 - p).
  let p = 0;
  for (; bit >= 1; bit /= 2) {
    p *= 2 - p;
    if (Math.floor(K / bit) % 2 === 1) p += x * (1 - p);
  }
  return p;
}

export function meanOfClients(clients: QuadraticClients): Quadratic {
  const matrices = Array.from({ length: clients.count }, (_, c) => curvatureOf(clients, c));
  const flat = meanIsSingular(clients);
  const { at } = meanLoss(matrices, clients, minimumOf(clients, 0), flat);
  // Repeat, for the last digits.
  return meanLoss(matrices, clients, at, flat);
}

/** Distance to -1 or beyond 1 that is rounding. */
const ROUNDING = 1e-12;

export interface Spectrum {
  readonly axes: readonly Axes[];
  readonly flat: boolean;
  /** True if there is a single rest point for every K. */
  readonly rests: boolean;
}

export function spectrumOf(clients: QuadraticClients, eta: number, mu = 0): Spectrum {
  const axes = axesOfClients(clients);
  const flat = meanIsSingular(clients);
  return { axes, flat, rests: eta * (largestOf(axes) + mu) < 2 && !flat };
}

export function largestOf(axes: readonly Axes[]): number {
  return axes.reduce((most, { large }) => Math.max(most, large), 0);
}

/** Returns lam (1 - (1 - eta (lam + mu))^K)/(lam + mu), the share of FedProx; `progress` to the bit for mu = 0. */
export function proximal(lam: number, eta: number, K: number, mu: number): number {
  const share = progress(eta * (lam + mu), K);
  return mu === 0 ? share : share * (lam / (lam + mu));
}

/** Returns F_K, with the minimum `best` if there is no bias. */
function surrogateOf(
  { axes, flat }: Spectrum,
  clients: QuadraticClients,
  best: Point,
  eta: number,
  K: number,
  mu: number,
): Quadratic {
  const matrices = axes.map(({ large, small, along }) =>
    withAxes(along, proximal(large, eta, K, mu), proximal(small, eta, K, mu)),
  );
  return meanLoss(matrices, clients, best, flat);
}

/** Minimizes the limit of F_K: P_c becomes H_c (H_c + mu)^-1, for mu = 0 the projector on the range of H_c. */
function limitOf({ axes }: Spectrum, clients: QuadraticClients, best: Point, mu: number): Point {
  const share = (lam: number) => (lam > 0 ? lam / (lam + mu) : 0);
  const projectors = axes.map(({ large, small, along }) => withAxes(along, share(large), share(small)));
  return meanLoss(projectors, clients, best, false).at;
}

export function overLocalSteps(
  clients: QuadraticClients,
  mean: Quadratic,
  { eta, server, mu = 0 }: Pick<RoundSettings, 'eta' | 'server'> & { readonly mu?: number },
  all: readonly number[],
): Pick<PlaneInfo, 'rests' | 'biases' | 'slowests'> {
  const spectrum = spectrumOf(clients, eta, mu);
  const numbers = (count: number) => new Float64Array(count).fill(Number.NaN);
  const [rests, biases, slowests] = [numbers(2 * all.length), numbers(all.length), numbers(all.length)];
  for (const [k, K] of all.entries()) {
    const { at, hessian } = surrogateOf(spectrum, clients, mean.at, eta, K, mu);
    const factors = factorsOf(spectrum, hessian, server);
    slowests[k] = slowestOf(factors);
    if (!hasRest(spectrum, factors)) continue;
    rests.set(at, 2 * k);
    biases[k] = lengthOf(minus(at, mean.at));
  }
  return { rests, biases, slowests };
}

/** Returns the factors, ascending; exactly 1 along a flat direction. */
function factorsOf({ flat }: Spectrum, hessian: Curvature, server: number): Point {
  const { large, small } = axesOf(hessian);
  const [first, second] = [1 - server * large, flat ? 1 : 1 - server * small];
  return first <= second ? [first, second] : [second, first];
}

/** Returns Infinity if a power overflowed. */
function slowestOf([low, high]: Point): number {
  const largest = Math.max(Math.abs(low), Math.abs(high));
  return Number.isNaN(largest) ? Number.POSITIVE_INFINITY : largest;
}

/** True if there is a single rest point. */
const hasRest = ({ rests }: Spectrum, factors: Point) => rests || slowestOf(factors) < 1 - ROUNDING;

export function outlookOf({ flat }: Spectrum, factors: Point, bias: number): Outlook {
  const slowest = slowestOf(factors);
  // A factor of 1 along a flat direction does not prevent convergence.
  if (flat && slowest === 1 && Math.abs(factors[0]) < 1) return 'open';
  const settles = slowest < 1 && factors[0] > ROUNDING - 1 && !Number.isNaN(bias);
  if (!settles) return slowest <= 1 + ROUNDING ? 'stays' : 'grows';
  return bias === 0 ? 'best' : 'rest';
}

/** Returns Infinity if the factor does not shrink. */
export const roundsToThousandth = (factor: number): number =>
  factor < 1 ? ln(1e-3) / ln(factor) : Number.POSITIVE_INFINITY;

/** F is `mean`; FedAvg for mu = 0 (omitted), else FedProx. */
export function planeSide(
  clients: QuadraticClients,
  { mu = 0, ...settings }: RoundSettings & { readonly mu?: number },
  mean: Quadratic,
): PlaneSide {
  const { local, eta, server } = settings;
  const spectrum = spectrumOf(clients, eta, mu);
  const surrogate = surrogateOf(spectrum, clients, mean.at, eta, local, mu);
  const factors = factorsOf(spectrum, surrogate.hessian, server);
  const rests = hasRest(spectrum, factors);
  const slowest = slowestOf(factors);
  const off: Point = rests ? minus(surrogate.at, mean.at) : [Number.NaN, Number.NaN];
  const bias = lengthOf(off);
  return {
    ...settings,
    method: mu === 0 ? 'average' : 'prox',
    mu,
    clients,
    surrogate,
    rest: rests ? surrogate.at : null,
    limit: spectrum.rests ? limitOf(spectrum, clients, mean.at, mu) : null,
    bias,
    excess: halfForm(mean.hessian, off),
    factors,
    slowest,
    bound: slowest,
    expected: roundsToThousandth(slowest),
    outlook: outlookOf(spectrum, factors, bias),
  };
}
