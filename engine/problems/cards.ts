/** The list of problems. Names and the menu derive from the card; each folder's `problem.ts` is loaded on first use. */
// biome-ignore-all lint/performance/noBarrelFile: a card's line is all that the catalog needs to know of it.

export { DENOISER } from './denoiser/card.ts';
export { FEDERATED } from './federated/card.ts';
export { GAN } from './gan/card.ts';
export { LIFT } from './lift/card.ts';
export { ONE_NEURON } from './one-neuron/card.ts';
export { SHUFFLE } from './shuffle/card.ts';
export { TWO_LAYER } from './two-layer/card.ts';
export { VECTOR_OUTPUT } from './vector-output/card.ts';
