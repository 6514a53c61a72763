import ln from '@stdlib/math-base-special-ln';
import type { Vector } from '../../../contract.ts';
import { distance, norm } from '../../../kernels/vector.ts';

/** 20/ln 10. */
const DECIBELS = 8.685889638065037;

/** 20 log10(||truth||/||truth - x||) in dB; NaN without a truth, infinite at it. */
export function snrOf(truth: Vector | null, x: Float64Array): number {
  return truth ? DECIBELS * ln(norm(truth) / distance(truth, x)) : Number.NaN;
}

/** ||truth - x||/||truth||; NaN without a truth. */
export function errorOf(truth: Vector | null, x: Float64Array): number {
  return truth ? distance(truth, x) / norm(truth) : Number.NaN;
}

/** -10 log10 of the mean square error, in dB; the peak is 1. */
export function psnrOf(truth: Vector, x: Float64Array): number {
  return -DECIBELS * ln(distance(truth, x) / Math.sqrt(truth.length));
}

/** True if not finite, or a pixel is beyond `bound`. */
export function isBeyond(x: Float64Array, bound: number): boolean {
  for (let i = 0; i < x.length; i++) if (!(Math.abs(x[i]!) <= bound)) return true;
  return false;
}
