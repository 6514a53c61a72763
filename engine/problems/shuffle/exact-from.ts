import type { Threshold } from './types.ts';

/**
 * For a larger lambda the minimisers of E + lambda P are exactly the best of these corners, all those of the set: twice the largest threshold. Proof: let X be the
 * nearest corner to M. Since E is convex, E(X) - E(M) <= <grad E(X), X - M>, and this is at most lambda_X ||M - X||_1: the left side is linear
 * in the weights of the other corners Y, as ||M - X||_1 = sum x_Y ||Y - X||_1 is, and lambda_X is the largest ratio of both. With
 * P(M) >= ||M - X||_1/2, E(M) + lambda P(M) >= E(X) + (lambda/2 - lambda_X) ||M - X||_1. It holds on B_n just so, with all n! corners.
 */
export function exactFrom(thresholds: readonly Threshold[]): number {
  return 2 * Math.max(...thresholds.map(({ threshold }) => threshold));
}
