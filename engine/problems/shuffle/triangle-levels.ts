import type { Vector } from '../../contract.ts';
import type { Search } from '../../search.ts';
import { CYCLIC, cornerThreshold } from './triangle-relaxation.ts';
import { triangleRests } from './triangle-rests.ts';
import type { RestPoint, Threshold } from './types.ts';

/** Levels of one slice: some milliseconds. */
const SLICE = 16;

/** The lambda at which each corner of the triangle becomes a trap: I, C, C^2. */
export function triangleThresholds(q: Vector): Threshold[] {
  return CYCLIC.map((permutation, k) => ({
    permutation,
    cost: q[4 * k]!,
    threshold: cornerThreshold(q, k),
  }));
}

/**
 * For a larger lambda the minimisers of E + lambda P are exactly the best ones of these corners: twice the largest threshold. Proof: let X be the
 * nearest corner to M. Since E is convex, E(X) - E(M) <= <grad E(X), X - M>, and this is at most lambda_X ||M - X||_1: the left side is linear
 * in the weights of the other corners Y, as ||M - X||_1 = sum x_Y ||Y - X||_1 is, and lambda_X is the largest ratio of both. With
 * P(M) >= ||M - X||_1/2, E(M) + lambda P(M) >= E(X) + (lambda/2 - lambda_X) ||M - X||_1. It holds on B_n just so, with all n! corners.
 */
export function exactFrom(thresholds: readonly Threshold[]): number {
  return 2 * Math.max(...thresholds.map(({ threshold }) => threshold));
}

/** Every rest point at each of these shares lambda/L. */
export function triangleLevels(q: Vector, smoothness: number, shares: Vector): Search<RestPoint[][]> {
  const levels: RestPoint[][] = [];
  return {
    step() {
      if (levels.length >= shares.length) return false;
      const until = Math.min(shares.length, levels.length + SLICE);
      while (levels.length < until) levels.push(triangleRests(q, shares[levels.length]! * smoothness));
      return true;
    },
    found: () => levels,
  };
}
