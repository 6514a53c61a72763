import type { Vector } from '../../../contract.ts';

/**
 * Returns a network without constant with the same outputs on rows (x, 1): the last of 3 m + 1 weights (`hinge-loss.ts`) becomes the output
 * weight of one more neuron (0, 1), which is 1 everywhere. Flat as in `forward`.
 */
export function constantAsNeuron(weights: Float64Array): Vector {
  const m = (weights.length - 1) / 3;
  const network = new Float64Array(3 * (m + 1));
  network.set(weights.subarray(0, 2 * m));
  network[2 * m + 1] = 1;
  network.set(weights.subarray(2 * m), 2 * (m + 1));
  return network;
}
