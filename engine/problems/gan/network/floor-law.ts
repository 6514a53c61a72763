import { fairTail, recoverable } from '../../../kernels/binomial.ts';
import { norm } from '../../../kernels/vector.ts';
import { namesOf, type Values } from '../../../params.ts';
import type { GameValues } from '../card.ts';

/** r^2/2 beyond which less than 1e-80 of Gaussian x lie, for up to 50 dimensions. */
const FAR = 300;

const ROOT_PI = 1.7724538509055159;

/**
 * Returns P(floor <= within^2) over k Gaussian columns, exactly (docs/mathematics.md, section 14.3): for j < m the least mse belongs to j
 * columns with probability C(k, j)/2^k, of uniform span; else it is 0. x is Gaussian, or fixed with `length` > 0.
 */
export function floorShare(k: number, m: number, within: number, length: number | null): number {
  let share = recoverable(k, m);
  for (let j = 0; j < m && j <= k; j++) {
    const near = length === null ? gaussianWithin(m - j, within) : fixedWithin(m - j, j, within / length);
    share += near * (fairTail(k, j) - fairTail(k, j - 1));
  }
  return Math.min(1, share);
}

/** P(chi^2_n <= r^2) = t^a e^-t/Gamma(a + 1) (1 + t/(a + 1) + t^2/((a + 1)(a + 2)) + ...), a = n/2, t = r^2/2. */
function gaussianWithin(n: number, r: number): number {
  const t = (r * r) / 2;
  if (t > FAR) return 1;
  return (risingPower(n, t) * seriesOf(t, (i) => 1 / (n / 2 + i))) / seriesOf(t, (i) => 1 / i);
}

/** P(a fixed unit x, projected on n random dimensions of n + j, is no longer than r): the square is Beta(n/2, j/2). */
function fixedWithin(n: number, j: number, r: number): number {
  if (r >= 1) return 1;
  if (j === 0) return 0;
  const z = r * r;
  return z <= 0.5 ? betaBelow(n, j, z) : 1 - betaBelow(j, n, 1 - z);
}

/** P(Beta(a, b) <= z) = z^a (1 - z)^b Gamma(a + b)/(Gamma(a + 1) Gamma(b)) (1 + z (a + b)/(a + 1) + ...), z <= 1/2, a = p/2, b = q/2. */
function betaBelow(p: number, q: number, z: number): number {
  const [a, b] = [p / 2, q / 2];
  // z^a/Gamma(a + 1), (1 - z)^b/Gamma(b + 1) and Gamma(a + b + 1), which leave a factor b/(a + b).
  const front = (risingPower(p, z) * risingPower(q, 1 - z) * b) / (risingPower(p + q, 1) * (a + b));
  return front * seriesOf(z, (i) => (a + b + i - 1) / (a + i));
}

/** t^a/Gamma(a + 1), a = n/2. */
function risingPower(n: number, t: number): number {
  let power = n % 2 === 0 ? 1 : (2 * Math.sqrt(t)) / ROOT_PI;
  for (let a = n % 2 === 0 ? 1 : 1.5; a <= n / 2; a++) power *= t / a;
  return power;
}

/** 1 + t r(1) + t^2 r(1) r(2) + ..., all terms positive. */
function seriesOf(t: number, ratio: (i: number) => number): number {
  let [sum, term] = [1, 1];
  for (let i = 1; term > 1e-17 * sum; i++) {
    term *= t * ratio(i);
    sum += term;
  }
  return sum;
}

/**
 * Bounds, by the floor, the share of games whose left side comes within a distance of x. Null if columns are not redrawn or every game can.
 */
export function mostArrive(values: Values): number | null {
  const { level, width, m, xmean, vary, within } = values as unknown as GameValues & {
    vary: string;
    within: number;
  };
  if (level !== 'network' || !namesOf(vary).includes('data')) return null;
  const length = xmean && norm(Float64Array.from(xmean));
  const share = length === 0 ? 1 : floorShare(width, m, within, length);
  return share < 1 ? share : null;
}
