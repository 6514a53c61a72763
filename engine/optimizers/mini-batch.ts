import type { Landscape, Optimizer } from '../contract.ts';
import { createRandom, STREAMS, shuffle } from '../kernels/random.ts';
import { addScaled } from '../kernels/vector.ts';
import { createGradientDescent } from './gradient-descent.ts';

/**
 * Mini-batch stochastic gradient descent: every epoch takes the samples once in a newly shuffled order (Fisher-Yates
 * from `seed`), `batch` at a time; the last batch of an epoch holds what is left. w <- w - step (mean gradient of the
 * batch). Two sides with one seed see the same batches (docs/mathematics.md, section 10). Of infinitely many samples every step takes the whole.
 */
export function createMiniBatch(landscape: Landscape, step: number, batch: number, seed: number): Optimizer {
  const n = landscape.samples;
  if (n === Number.POSITIVE_INFINITY) return createGradientDescent(step);
  const size = Math.min(batch, n);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  const random = createRandom(seed, STREAMS.order);
  const slope = new Float64Array(landscape.dimension);
  let from = n;
  return {
    carriesVelocity: false,
    evaluationsPerStep: size / n,
    step(w) {
      if (from >= n) {
        shuffle(order, random);
        from = 0;
      }
      const to = Math.min(n, from + size);
      landscape.batchGradient(slope, w, order, from, to);
      from = to;
      addScaled(w, slope, -step);
    },
  };
}
