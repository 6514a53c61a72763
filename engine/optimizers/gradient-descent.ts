import type { Optimizer } from '../contract.ts';
import { addScaled } from '../kernels/vector.ts';

/** Gradient descent with an absolute step: w <- w - step grad(w) (docs/mathematics.md, section 10). */
export function createGradientDescent(step: number): Optimizer {
  return {
    carriesVelocity: false,
    evaluationsPerStep: 1,
    step: (w, gradient) => addScaled(w, gradient, -step),
  };
}
