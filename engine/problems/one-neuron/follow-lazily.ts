import { createLazyLoss } from './lazy-loss.ts';
import type { NeuronLossInput } from './loss.ts';
import { createSampleFacts } from './sample-facts.ts';
import { type Follow, once } from './sides.ts';

/** Follows every blend on the same samples lazily; what all of them know of the samples is found once, when first asked for. */
export function followLazily(
  { features, labels, leak, dimension }: Omit<NeuronLossInput, 'blend'>,
  plant: Float64Array | null,
): Follow {
  const facts = once(() => createSampleFacts(features, labels, leak, dimension, plant));
  return (direct, input) => createLazyLoss(direct, input, facts);
}
