/** Both minima in closed form: the same value at two places. */
export interface LiftOptimum {
  /** beta y - beta^2/2, or y^2/2 where beta >= y. */
  readonly value: number;
  /** (u, alpha) of the left. */
  readonly left: readonly [number, number];
  /** (v, w) of the right. */
  readonly right: readonly [number, number];
}

/**
 * The minimum of 1/2 (alpha relu(u) - y)^2 + beta/2 (u^2 + alpha^2) and of 1/2 (v - w - y)^2 + beta (v + w) over v, w >= 0, for
 * y, beta > 0: v = u alpha = max(y - beta, 0), shared evenly by u and alpha (docs/mathematics.md, section 8).
 */
export function liftOptimum({ y, beta }: { readonly y: number; readonly beta: number }): LiftOptimum {
  const v = Math.max(0, y - beta);
  const root = Math.sqrt(v);
  return { value: ((v - y) * (v - y)) / 2 + beta * v, left: [root, root], right: [v, 0] };
}
