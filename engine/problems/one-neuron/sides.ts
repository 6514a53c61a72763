import type { Landscape } from '../../contract.ts';
import { createArrangement } from '../../landscapes/arrangement.ts';
import { onSectors } from '../../landscapes/on-sectors.ts';
import { createPlantedSums } from '../../landscapes/planted-sums.ts';
import { createLazyLoss } from './lazy-loss.ts';
import { createNeuronLoss, type NeuronLossInput } from './loss.ts';
import { descentMethod } from './method.ts';
import { createSampleFacts } from './sample-facts.ts';
import { createPlanarLoss } from './sector-loss.ts';

/**
 * The landscapes of one neuron on the same samples, by their blend: 0 is the non-convex loss, 1 the relaxation. `plant`
 * is given where the labels are its own. What all blends share (the arrangement) is made once, when first asked for.
 */
export function createSides(
  input: Omit<NeuronLossInput, 'blend'>,
  plant: Float64Array | null,
): (blend: number) => Landscape {
  const { features, labels, dimension } = input;
  const arrangement = once(() => createArrangement(features, labels));
  const planted = once(() => plant && createPlantedSums(arrangement(), plant));
  const facts = once(() => createSampleFacts(features, labels, input.leak, dimension, plant));
  const method = descentMethod(labels.length, dimension);

  return (blend) => {
    const whole = { ...input, blend };
    const planar = once(() =>
      dimension === 2 ? createPlanarLoss(whole, arrangement(), plant, planted()) : null,
    );
    const direct = createNeuronLoss(whole, planar);
    if (method === 'sectors') return onSectors(direct, planar()!);
    return method === 'lazy' ? createLazyLoss(direct, whole, facts) : direct;
  };
}

/** The same function, called at most once. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
