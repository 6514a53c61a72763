import { english, type Texts } from '../../i18n/messages.ts';

export const words = english({
  'examples.title': 'Examples',
  'examples.problems': 'Problems',
  'examples.of': ({ name }: Texts<'name'>) => `Examples: ${name}`,
  'tile.one-neuron': 'One ReLU neuron on its usual loss, and on a convex one with the same best answer.',
  'tile.two-layer': 'A small network, trained by descent, beside the best network there is.',
  'tile.lift': 'One neuron and one sample: in its own weights, and in convex ones.',
  'tile.vector-output': 'A network with several outputs, trained by descent, beside its exact solution.',
  'tile.gan': 'A generator and a discriminator play twice: without damping, and with it.',
  'tile.federated': 'Two clients that average only now and then, beside ordinary gradient descent.',
  'tile.shuffle': 'Three ways to match three things: mix and round, or pay for mixing.',
  'tile.denoiser': 'Two pixels seen through noise: a learned step without limits, and a safe one.',
});

declare module '../../i18n/messages.ts' {
  interface Messages extends Words<typeof words> {}
}
