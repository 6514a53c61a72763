import type { Threshold } from './types.ts';

/**
 * Returns twice the largest threshold of the corners: for a larger lambda the minimisers of E + lambda P are exactly the best corners.
 * Proof: let X be the corner nearest to M. E is convex, so E(X) - E(M) <= <grad E(X), X - M> <= lambda_X ||M - X||_1: both are linear in
 * the weights x_Y of the other corners Y, as ||M - X||_1 = sum x_Y ||Y - X||_1, and lambda_X is their largest ratio. With P(M) >= ||M -
 * X||_1/2, E(M) + lambda P(M) >= E(X) + (lambda/2 - lambda_X) ||M - X||_1. Also valid on B_n, with all n! corners.
 */
export function exactFrom(thresholds: readonly Threshold[]): number {
  return 2 * Math.max(...thresholds.map(({ threshold }) => threshold));
}
