import type { Optimizer } from '../contract.ts';

/** Heavy ball over d = `dimension` weights: v <- momentum v - step grad(w), w <- w + v, v = 0 at first (Polyak 1964; docs/mathematics.md, section 10). */
export function createHeavyBall(dimension: number, step: number, momentum: number): Optimizer {
  const velocity = new Float64Array(dimension);
  return {
    carriesVelocity: true,
    evaluationsPerStep: 1,
    remember: () => ({ velocity: velocity.slice() }),
    step(w, gradient) {
      for (let j = 0; j < dimension; j++) {
        velocity[j] = momentum * velocity[j]! - step * gradient[j]!;
        w[j] = w[j]! + velocity[j]!;
      }
    },
  };
}
