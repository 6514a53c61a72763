import { createOptimizer } from '../../optimizers/update-rules.ts';
import { createNetworkLoss } from '../../problems/two-layer/network/loss.ts';
import { drawStudent, makeTeacherData, type TeacherData } from '../../problems/two-layer/teacher.ts';

export const NEURONS = 20;
export const SAMPLES = 50;
export const STEPS = 5_000;
export const BETA = 0.005;

/** Makes noisy labels, so that no small network fits them and the program has a trade-off. */
export function createTwoLayerData(n: number, seed: number): TeacherData {
  return makeTeacherData({
    features: 'gauss',
    n,
    columns: 2,
    xmin: -1,
    xmax: 1,
    spacing: 'even',
    neurons: 3,
    negative: 1,
    noise: 0.1,
    seed,
    pseed: seed,
  });
}

export function runLeft(seeds: readonly number[]): Float64Array {
  const { features, labels } = createTwoLayerData(SAMPLES, 1);
  const landscape = createNetworkLoss({ features, labels, neurons: NEURONS, beta: BETA, trainOutput: true });
  const gradient = new Float64Array(landscape.dimension);
  return Float64Array.from(seeds, (sseed) => {
    const w = drawStudent({
      neurons: NEURONS,
      columns: 2,
      start: 'gauss',
      scale: 0.5,
      outputs: 'drawn',
      sseed,
    });
    const settings = { step: 0.1, momentum: 0, beta1: 0, beta2: 0, batch: 1, oseed: 1 };
    const optimizer = createOptimizer('gd', landscape, settings);
    for (let k = 0; k < STEPS; k++) {
      landscape.evaluate(gradient, w);
      optimizer.step(w, gradient);
    }
    return landscape.loss(w);
  });
}
