import { GAN } from '../card.ts';
import type { Motion, Play, Verdict } from '../rules.ts';

/**
 * One round of the plane, L(w, d) = d (x - w) - rho d^2/2, is a matrix on (w - x, d) (docs/mathematics.md, section 14.1). It depends on p =
 * eta mu and q = mu rho only: the eigenvalues b of B = [[0, eta], [-mu, -q]] solve b^2 + q b + p = 0.
 */

/** (p, q) of a defective double eigenvalue 1 or -1. */
export const CORNERS: Readonly<Partial<Record<Play['rule'], readonly [p: number, q: number]>>> = {
  simultaneous: [4, 4],
  alternating: [4, 0],
  extragradient: [1, 2],
  optimistic: [4 / 9, 4 / 3],
};

/** Writes a round from (w, d); for `optimistic` round 1, which is simultaneous. Non-finite numbers propagate. */
export function roundOf(
  { rule, eta, mu, rho }: Play,
  x: number,
): (into: Float64Array, w: number, d: number) => void {
  switch (rule) {
    case 'simultaneous':
    case 'optimistic':
      return (into, w, d) => {
        into[0] = w + eta * d;
        into[1] = d + mu * (x - w - rho * d);
      };
    case 'alternating':
      return (into, w, d) => {
        const next = d + mu * (x - w - rho * d);
        into[0] = w + eta * next;
        into[1] = next;
      };
    case 'extragradient':
      return (into, w, d) => {
        const aheadW = w + eta * d;
        const aheadD = d + mu * (x - w - rho * d);
        into[0] = w + eta * aheadD;
        into[1] = d + mu * (x - aheadW - rho * aheadD);
      };
    case 'best':
      return (into, w) => {
        const next = (x - w) / rho;
        into[0] = w + eta * next;
        into[1] = next;
      };
  }
}

export function displacementOf(play: Play, x: number): (into: Float64Array, w: number, d: number) => void {
  const round = roundOf(play, x);
  return (into, w, d) => {
    round(into, w, d);
    into[0] = into[0]! - w;
    into[1] = into[1]! - d;
  };
}

/** Returns the matrix on (w - x, d), 2 x 2 row-major; for `optimistic` 4 x 4, on the last two states. */
export function roundMatrix({ rule, eta, mu, rho }: Play): Float64Array {
  const [p, q] = [eta * mu, mu * rho];
  switch (rule) {
    case 'simultaneous':
      return Float64Array.of(1, eta, -mu, 1 - q);
    case 'alternating':
      return Float64Array.of(1 - p, eta * (1 - q), -mu, 1 - q);
    case 'extragradient':
      return Float64Array.of(1 - p, eta * (1 - q), -mu * (1 - q), 1 - q - p + q * q);
    case 'optimistic':
      // [[I + 2 B, -B], [I, 0]]
      return Float64Array.of(
        ...[1, 2 * eta, 0, -eta],
        ...[-2 * mu, 1 - 2 * q, mu, q],
        ...[1, 0, 0, 0],
        ...[0, 1, 0, 0],
      );
    case 'best':
      return Float64Array.of(1 - eta / rho, 0, -1 / rho, 0);
  }
}

/**
 * Returns the largest |eigenvalue| in closed form. As a root near a double one is ill-conditioned, the quadratic is solved for the distance
 * to the point where it can be double.
 */
export function spectralRadius({ rule, eta, mu, rho }: Play): number {
  const [p, q] = [eta * mu, mu * rho];
  switch (rule) {
    case 'simultaneous': {
      // l = 1 + b. Beyond q = 2 in u = l + 1: u^2 + (q - 4) u + (4 - 2q + p) = 0.
      const far = q > 2;
      const roots = far ? rootsOf(q - 4, 4 - 2 * q + p) : rootsOf(q, p);
      if (!roots.real) return Math.sqrt(1 + (p - q));
      return largest(roots, (root) => (far ? root - 1 : 1 + root));
    }
    case 'alternating': {
      // l^2 - (2 - p - q) l + 1 - q = 0, in u = l - 1 or, beyond p + q = 2, in u = l + 1.
      const far = p + q > 2;
      const roots = far ? rootsOf(p - 4 + q, 4 - p - 2 * q) : rootsOf(p + q, p);
      if (!roots.real) return Math.sqrt(1 - q);
      return largest(roots, (root) => (far ? root - 1 : 1 + root));
    }
    case 'extragradient': {
      // l = 1 + b + b^2. Beyond q = 1 in u = b + 1: u^2 + (q - 2) u + (1 - q + p) = 0 and l = 1 - u + u^2.
      const far = q > 1;
      const roots = far ? rootsOf(q - 2, 1 - q + p) : rootsOf(q, p);
      if (!roots.real) return Math.sqrt(1 + (p * p - p * q + q * q - (p + q)));
      return largest(roots, (root) => 1 + root * (far ? root - 1 : 1 + root));
    }
    case 'optimistic': {
      // l^2 - (1 + 2b) l + b = 0 for both b: l = (A + S)/2, A = 1 + 2b, S^2 = 1 + 4 b^2, Re(A conj S) >= 0.
      const roots = rootsOf(q, p);
      if (roots.real) return largest(roots, (b) => (Math.abs(1 + 2 * b) + Math.sqrt(1 + 4 * b * b)) / 2);
      // For the complex pair b, with b^2 = -q b - p.
      const [aRe, aIm] = [1 - q, 2 * roots.spread];
      const [sRe, sIm] = squareRoot(1 - 4 * p + 2 * q * q, -4 * q * roots.spread);
      const sign = aRe * sRe + aIm * sIm < 0 ? -1 : 1;
      const [re, im] = [aRe + sign * sRe, aIm + sign * sIm];
      return Math.sqrt(re * re + im * im) / 2;
    }
    case 'best':
      return Math.abs(1 - eta / rho);
  }
}

const { off: WIDTH } = GAN.ends.cycles.criterion;

function isCorner({ rule, eta, mu, rho }: Play): boolean {
  const corner = CORNERS[rule];
  const near = (value: number, at: number) => Math.abs(value - at) <= WIDTH;
  return corner !== undefined && near(eta * mu, corner[0]) && near(mu * rho, corner[1]);
}

/** Decides the game, which is linear: from every start if it arrives, else from all but those on an invariant line. */
export function verdictOf(play: Play): Verdict {
  if (isCorner(play)) return 'leaves';
  // Other repeated eigenvalues of modulus 1 have all eigenvectors (extragradient at p = 2, q = 1: the matrix is -I).
  const off = spectralRadius(play) - 1;
  if (Math.abs(off) <= WIDTH) return 'cycles';
  return off < 0 ? 'arrives' : 'leaves';
}

/** True if every start but the saddle behaves as almost all do: the eigenvalues are a complex pair. */
export function isForAll({ rule, eta, mu, rho }: Play): boolean {
  const [p, q] = [eta * mu, mu * rho];
  return rule !== 'best' && !rootsOf(rule === 'alternating' ? p + q : q, p).real;
}

export function motionOf(play: Play): Motion {
  const { rule, eta, mu, rho } = play;
  const verdict = verdictOf(play);
  // At a corner the radius is 1 up to the rounding of a double eigenvalue.
  if (isCorner(play) && Math.abs(spectralRadius(play) - 1) <= 1e-7) return 'drifts';
  // q = 1 + p means b = -1 and l = 1: a line of fixed points.
  const stands = rule === 'extragradient' && Math.abs(1 + eta * mu - mu * rho) <= WIDTH;
  return stands && verdict === 'cycles' ? 'rests' : verdict;
}

/** middle +- spread, or middle +- i spread. */
interface Roots {
  readonly real: boolean;
  readonly middle: number;
  readonly spread: number;
}

/** Solves u^2 + a u + c = 0. */
function rootsOf(a: number, c: number): Roots {
  const middle = -a / 2;
  const squared = middle * middle - c;
  return { real: squared >= 0, middle, spread: Math.sqrt(Math.abs(squared)) };
}

function largest({ middle, spread }: Roots, eigenvalue: (root: number) => number): number {
  return Math.max(Math.abs(eigenvalue(middle - spread)), Math.abs(eigenvalue(middle + spread)));
}

function squareRoot(re: number, im: number): readonly [re: number, im: number] {
  const larger = Math.sqrt((Math.abs(re) + Math.sqrt(re * re + im * im)) / 2);
  if (larger === 0) return [0, 0];
  const smaller = Math.abs(im) / (2 * larger);
  if (re < 0) return [smaller, im < 0 ? -larger : larger];
  return [larger, im < 0 ? -smaller : smaller];
}
