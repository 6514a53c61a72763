import type { Landscape, Optimizer } from '../contract.ts';

/**
 * Nesterov's momentum: v <- momentum v - step grad(w + momentum v), w <- w + v, v = 0 at first (Nesterov 1983 in the form of Sutskever et
 * al. 2013, constant momentum; docs/mathematics.md, section 10). The gradient is taken at the point looked ahead to, so the one at w is not used.
 */
export function createNesterov(landscape: Landscape, step: number, momentum: number): Optimizer {
  const d = landscape.dimension;
  const velocity = new Float64Array(d);
  const ahead = new Float64Array(d);
  const slope = new Float64Array(d);
  return {
    carriesVelocity: true,
    evaluationsPerStep: 1,
    remember: () => ({ velocity: velocity.slice() }),
    step(w) {
      for (let j = 0; j < d; j++) ahead[j] = w[j]! + momentum * velocity[j]!;
      landscape.evaluate(slope, ahead);
      for (let j = 0; j < d; j++) {
        velocity[j] = momentum * velocity[j]! - step * slope[j]!;
        w[j] = w[j]! + velocity[j]!;
      }
    },
  };
}
