import type { Vector } from '../../../contract.ts';
import type { RestPoint } from '../types.ts';
import { edgeOf, type Flat, gradientAt, hessianOn, hessianValues, others, planeOf } from './flats.ts';

/** A ball around a minimum: descent with a step below 2/L stays in it and converges to that minimum. */
export interface Catch {
  readonly rest: number;
  readonly at: RestPoint['at'];
  readonly squaredRadius: number;
  /** The weight that is exactly 0; null for an interior minimum. */
  readonly zero: number | null;
}

/** Share of the proved radius, for rounding. */
const SHARE = 0.5;

/**
 * Returns the balls for constant lambda > 0. Proof. The second derivative of ||x|| along a unit vector changes by at most (2/sqrt
 * 3)/||x||^2 per unit of x, and ||x||^2 >= 1/3; that of E + lambda P changes by at most 12 sqrt 3 lambda. So it is convex on the part of
 * the triangle (or edge) closer to the minimum x* than mu/(12 sqrt 3 lambda), mu its least curvature at x* (along the edge). No curvature
 * exceeds L, so a step of at most 2/L takes no point there farther from x*. On an edge in addition: while the inward slope is above 0, a
 * step off the edge is projected back; that slope, along a direction sqrt(3/2) long, changes by at most sqrt(3/2) max(L, 6 sqrt 2 lambda)
 * per unit of x. Descent is monotone for steps below 2/L, so its moves shrink to 0, and x* is the only rest point there.
 */
export function catchesOf(
  q: Vector,
  smoothness: number,
  lambda: number,
  rests: readonly RestPoint[],
): Catch[] {
  const reach = (mu: number) => mu / (12 * Math.sqrt(3) * lambda);
  const least = (on: Flat, at: RestPoint['at']) => hessianValues(hessianOn(q, lambda, on, at))[0];
  return rests.flatMap(({ at, on, kind, isolated }, rest): Catch[] => {
    if (kind !== 'minimum' || on === 'vertex' || !isolated) return [];
    if (on === 'interior') {
      const radius = SHARE * reach(least(planeOf(q), at));
      return [{ rest, at, squaredRadius: radius * radius, zero: null }];
    }
    const zero = at.indexOf(0);
    const slopes = gradientAt(q, lambda, at);
    const [i, j] = others(zero);
    const inwards = slopes[zero]! - (slopes[i]! + slopes[j]!) / 2;
    const keeps = inwards / (Math.sqrt(1.5) * Math.max(smoothness, 6 * Math.SQRT2 * lambda));
    const radius = SHARE * Math.min(reach(least(edgeOf(q, zero), at)), keeps);
    return [{ rest, at, squaredRadius: radius * radius, zero }];
  });
}

export function isCaught({ at, squaredRadius, zero }: Catch, x: Float64Array): boolean {
  if (zero !== null && x[zero] !== 0) return false;
  const [a, b, c] = [x[0]! - at[0], x[1]! - at[1], x[2]! - at[2]];
  return a * a + b * b + c * c <= squaredRadius;
}
