import { CATALOG } from '../../engine/catalog.ts';
import { defineViews } from '../session/view.ts';

/**
 * The list of views, one line for each problem; a view loads with its first scenario. The opening scene's first picture is drawn before its
 * view. A problem without a line gets the shared planar view.
 */
defineViews(
  {
    'one-neuron': async () => (await import('./one-neuron/view.ts')).ONE_NEURON,
    lift: async () => (await import('./lift/view.ts')).LIFT,
    'two-layer': async () => (await import('./two-layer/view.tsx')).TWO_LAYER,
    'vector-output': async () => (await import('./vector-output/view.tsx')).VECTOR_OUTPUT,
    gan: async () => (await import('./gan/view.tsx')).GAN,
    federated: async () => (await import('./federated/view.tsx')).FEDERATED,
    shuffle: async () => (await import('./shuffle/view.tsx')).SHUFFLE_VIEW,
    denoiser: async () => (await import('./denoiser/view.tsx')).DENOISER_VIEW,
  },
  async () => (await import('./planar/planar-view.tsx')).createPlanarView(),
  async () => (await import('./card-words.ts')).nameCards(CATALOG),
  async () => (await import('./one-neuron/opening.ts')).FIRST_VIEW,
);
