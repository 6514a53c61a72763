import type { PixelDenoiser } from '../instance.ts';
import type { Point } from '../types.ts';
import type { Unit } from './rest-boxes.ts';

/**
 * Finds rest points under a cap of 1, where D is the identity on a box: ends of their segment, or the only one. With t = phi . x - y, z_i -
 * D(z_i) = -c phi_i t: t = 0 is the line within the box; otherwise x_i(t) is unique and phi . x(t) - t = y.
 */
export function hullRests(
  denoiser: PixelDenoiser,
  unit: Unit,
): { readonly box: readonly [low: number, high: number]; readonly ends: readonly Point[] } {
  const { p, q, y, c } = unit;
  const box = [1 - denoiser.crossing!, denoiser.crossing!] as const;
  const [low, high] = box;
  const inBox = (x: number) => Math.min(high, Math.max(low, x));
  /** phi . x over the box. */
  const least = p * (p > 0 ? low : high) + q * (q > 0 ? low : high);
  const most = p * (p > 0 ? high : low) + q * (q > 0 ? high : low);
  if (y >= least && y <= most) {
    // Parametrize by the pixel with the smaller weight.
    const swaps = Math.abs(p) < Math.abs(q);
    const [much, little] = swaps ? [q, p] : [p, q];
    const reached = [low, high].map((x) => (y - much * x) / little);
    const [from, to] =
      little === 0 ? box : [Math.max(low, Math.min(...reached)), Math.min(high, Math.max(...reached))];
    const ends = [from, to].map((other): Point => {
      const x = inBox((y - little * other) / much);
      return swaps ? [inBox(other), x] : [x, inBox(other)];
    });
    return { box, ends };
  }
  // phi . x(t) - t - y falls with t; bisect.
  let [from, to] = [Math.min(most - y, 0), Math.max(0, least - y)];
  const at = (t: number, other: number): Point => {
    const out = (pull: number) =>
      pull === 0 ? other : denoiser.apply(pulledOut(denoiser, pull, denoiser.crossing!));
    return [out(-c * p * t), out(-c * q * t)];
  };
  for (;;) {
    const t = (from + to) / 2;
    if (t <= from || t >= to) {
      const ends = p * q === 0 ? [at(t, low), at(t, high)] : [at(t, low)];
      return { box, ends };
    }
    const [x, z] = at(t, 0);
    if (p * x + q * z - t > y) from = t;
    else to = t;
  }
}

/**
 * Finds z of the only rest point, if all slopes of D are below 1 and h is strictly convex. Bisects t from the misfit at x = (1/2, 1/2) to
 * 0.
 */
export function onlyRest(denoiser: PixelDenoiser, { p, q, y, c }: Unit): Point {
  const off = (p + q) / 2 - y;
  let [from, to] = off > 0 ? [0, off] : [off, 0];
  for (;;) {
    const t = (from + to) / 2;
    const [z, w] = [pulledOut(denoiser, -c * p * t, 0.5), pulledOut(denoiser, -c * q * t, 0.5)];
    if (t <= from || t >= to) return [z, w];
    if (p * denoiser.apply(z) + q * denoiser.apply(w) - t > y) from = t;
    else to = t;
  }
}

/** Solves z - D(z) = `pull`, if z - D(z) is 0 at `from` >= 1/2 and rises from there. */
function pulledOut({ apply, cap, crossing }: PixelDenoiser, pull: number, from: number): number {
  const far = Math.abs(pull);
  // On the line, where z - D(z) would be rounding.
  if (cap !== null && cap < 1 && far <= (1 - cap) * (crossing! - 0.5)) return 0.5 + pull / (1 - cap);
  // Right of 1/2; mirror the left.
  let [low, high] = [from, from + far + 1];
  while (high - apply(high) < far) high += high - low;
  for (;;) {
    const z = (low + high) / 2;
    if (z <= low || z >= high) return pull > 0 ? z : 1 - z;
    if (z - apply(z) < far) low = z;
    else high = z;
  }
}
