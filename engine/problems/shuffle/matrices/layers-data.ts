import { createRandom, fillNormal, STREAMS, shuffle } from '../../../kernels/random.ts';
import type { LayersInfo } from '../types.ts';

/**
 * Draws y = W2 Pi relu(W1 x) and the student's estimate W2' = W2 + drift x Gaussian where W2 is not zero. The `size` channels of a group
 * see its own two inputs; a group's one output sees its own channels. Order of draws: group by group its rows of W1, then its entries of
 * W2; Pi (Fisher-Yates from the end); the drift's Gaussians, group by group.
 */
export function drawLayers(groups: number, size: number, drift: number, seed: number): LayersInfo {
  const random = createRandom(seed, STREAMS.data);
  const n = groups * size;
  const first = new Float64Array(n * 2 * groups);
  const second = new Float64Array(groups * n);
  const own = (matrix: Float64Array, g: number) => matrix.subarray(g * n + g * size, g * n + (g + 1) * size);
  for (let g = 0; g < groups; g++) {
    for (let k = g * size; k < (g + 1) * size; k++)
      fillNormal(first.subarray((k * groups + g) * 2, (k * groups + g + 1) * 2), random);
    fillNormal(own(second, g), random);
  }
  const planted = Int32Array.from({ length: n }, (_, k) => k);
  shuffle(planted, random);
  const known = second.slice();
  for (let g = 0; g < groups; g++) {
    const entries = own(known, g);
    for (let k = 0; k < size; k++) entries[k] = entries[k]! + drift * random.normal();
  }
  return { groups, size, first, second, known, planted: [...planted] };
}
