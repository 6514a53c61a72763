import type { Landscape } from '../../contract.ts';
import { createArrangement } from '../../landscapes/arrangement.ts';
import { createPlantedSums } from '../../landscapes/planted-sums.ts';
import { createLazyLoss } from './lazy-loss.ts';
import { createNeuronLoss, type NeuronLossInput } from './loss.ts';
import { descentMethod } from './method.ts';
import { createSampleFacts } from './sample-facts.ts';
import { createPlanarLoss, createSectorLoss } from './sector-loss.ts';

/**
 * Both landscapes of one neuron on the same samples: left the non-convex loss, right its blend with the relaxation.
 * `plant` is given where the labels are its own. What is made for both (the arrangement) is made once, when first asked for.
 */
export function createSides(
  input: Omit<NeuronLossInput, 'blend'>,
  blend: number,
  plant: Float64Array | null,
): { readonly left: Landscape; readonly right: Landscape } {
  const { features, labels, dimension } = input;
  const arrangement = once(() => createArrangement(features, labels));
  const planted = once(() => plant && createPlantedSums(arrangement(), plant));
  const facts = once(() => createSampleFacts(features, labels, input.leak, dimension, plant));
  const method = descentMethod(labels.length, dimension);

  function side(b: number): Landscape {
    const whole = { ...input, blend: b };
    const planar = once(() =>
      dimension === 2 ? createPlanarLoss(whole, arrangement(), plant, planted()) : null,
    );
    const direct = createNeuronLoss(whole, planar);
    if (method === 'sectors') return createSectorLoss(direct, planar()!);
    return method === 'lazy' ? createLazyLoss(direct, whole, facts) : direct;
  }
  return { left: side(0), right: side(blend) };
}

/** The same function, called at most once. */
function once<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
