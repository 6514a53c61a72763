import { CATALOG } from '../../engine/catalog.ts';
import { defineViews } from '../session/view.ts';

/**
 * One line per problem; a view loads with its first scenario, the opening scene's after its first picture. Other problems get the shared
 * planar view.
 */
defineViews(
  {
    'one-neuron': async () => (await import('./one-neuron/view.ts')).ONE_NEURON,
    lift: async () => (await import('./lift/view.ts')).LIFT,
    'two-layer': async () => (await import('./two-layer/view.tsx')).TWO_LAYER,
    'vector-output': async () => (await import('./vector-output/view.tsx')).VECTOR_OUTPUT,
    gan: async () => (await import('./gan/view.ts')).GAN,
    federated: async () => (await import('./federated/view.ts')).FEDERATED_VIEW,
    shuffle: async () => (await import('./shuffle/view.ts')).SHUFFLE_VIEW,
    denoiser: async () => (await import('./denoiser/view.tsx')).DENOISER_VIEW,
  },
  async () => (await import('./planar/planar-view.tsx')).createPlanarView(),
  async () => (await import('./card-words.ts')).nameCards(CATALOG),
  async () => (await import('./one-neuron/opening.ts')).FIRST_VIEW,
);
