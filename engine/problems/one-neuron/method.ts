import { PLANE_DIRECT } from '../../limits.ts';

export type DescentMethod = 'direct' | 'sectors' | 'lazy';

/** Least n d and n/d for which the lazy active set pays. */
const LAZY_WORK = 20_000;
const LAZY_RATIO = 4;

/**
 * Chooses by counts alone, because digits must not depend on the machine: direct sums if cheap, so small scenarios have a plain loop's
 * digits, else sectors of the plane or the lazy active set. The bounds are conservative: there the direct sum is already much slower (rows
 * 7 of `npm run bench`).
 */
export function descentMethod(n: number, d: number): DescentMethod {
  if (d === 2) return n > PLANE_DIRECT ? 'sectors' : 'direct';
  return n * d >= LAZY_WORK && n >= LAZY_RATIO * d ? 'lazy' : 'direct';
}
