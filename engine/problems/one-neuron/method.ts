import { PLANE_DIRECT } from '../../limits.ts';

/** How losses and gradients along a path are computed. */
export type DescentMethod = 'direct' | 'sectors' | 'lazy';

/** Least n d, and least n/d, from which the lazy active set pays for what it keeps. */
const LAZY_WORK = 20_000;
const LAZY_RATIO = 4;

/**
 * The method that runs, by the numbers of samples and weights alone: digits must not depend on the machine. Direct sums where they are
 * cheap, so that the digits of small scenarios are those of a plain loop; sectors of the plane and the lazy active set where they are not.
 * The bounds are careful rather than tight: at them the direct sum has long lost (rows 7 of `npm run bench`).
 */
export function descentMethod(n: number, d: number): DescentMethod {
  if (d === 2) return n > PLANE_DIRECT ? 'sectors' : 'direct';
  return n * d >= LAZY_WORK && n >= LAZY_RATIO * d ? 'lazy' : 'direct';
}
