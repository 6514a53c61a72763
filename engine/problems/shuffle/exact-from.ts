import type { Threshold } from './types.ts';

/**
 * Returns twice the largest threshold of the set's corners: for a larger lambda the minimisers of E + lambda P are exactly the best
 * corners. Proof: let X be the corner nearest to M. E is convex, so E(X) - E(M) <= <grad E(X), X - M>, which is at most lambda_X ||M -
 * X||_1: it is linear in the weights of the other corners Y, as ||M - X||_1 = sum x_Y ||Y - X||_1 is, and lambda_X is the largest ratio of
 * the two. With P(M) >= ||M - X||_1/2, E(M) + lambda P(M) >= E(X) + (lambda/2 - lambda_X) ||M - X||_1. The proof also holds on B_n, with
 * all n! corners.
 */
export function exactFrom(thresholds: readonly Threshold[]): number {
  return 2 * Math.max(...thresholds.map(({ threshold }) => threshold));
}
