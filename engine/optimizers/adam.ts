import type { Optimizer } from '../contract.ts';

const EPSILON = 1e-8;

/**
 * Adam (Kingma & Ba 2015, algorithm 1; docs/mathematics.md, section 10): m and v are running means of the gradient and its square, both divided by
 * 1 - beta^t; w <- w - step m / (sqrt(v) + 1e-8).
 */
export function createAdam(dimension: number, step: number, beta1: number, beta2: number): Optimizer {
  const first = new Float64Array(dimension);
  const second = new Float64Array(dimension);
  let power1 = 1;
  let power2 = 1;
  return {
    carriesVelocity: true,
    evaluationsPerStep: 1,
    remember: () => ({
      means: {
        first: first.map((mean) => mean / (1 - power1)),
        second: second.map((square) => square / (1 - power2)),
      },
    }),
    step(w, gradient) {
      power1 *= beta1;
      power2 *= beta2;
      for (let j = 0; j < dimension; j++) {
        const g = gradient[j]!;
        first[j] = beta1 * first[j]! + (1 - beta1) * g;
        second[j] = beta2 * second[j]! + (1 - beta2) * g * g;
        const mean = first[j]! / (1 - power1);
        const square = second[j]! / (1 - power2);
        w[j] = w[j]! - (step * mean) / (Math.sqrt(square) + EPSILON);
      }
    },
  };
}
