import type { Landscape } from '../../contract.ts';
import { createArrangement } from '../../landscapes/arrangement.ts';
import { onSectors } from '../../landscapes/on-sectors.ts';
import { createPlantedSums } from '../../landscapes/planted-sums.ts';
import { createLazyLoss } from './lazy-loss.ts';
import { createNeuronLoss, type NeuronLossInput } from './loss.ts';
import { descentMethod } from './method.ts';
import { createSampleFacts } from './sample-facts.ts';
import { surveySamples } from './sample-survey.ts';
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

  const survey = once(() => surveySamples(features, labels, dimension));
  const made = new Map<number, Landscape>();

  function make(blend: number): Landscape {
    const whole = { ...input, blend };
    const planar = once(() =>
      dimension === 2 ? createPlanarLoss(whole, arrangement(), plant, planted()) : null,
    );
    const direct = createNeuronLoss(whole, planar, survey());
    if (method === 'sectors') return onSectors(direct, planar()!);
    return method === 'lazy' ? createLazyLoss(direct, whole, facts) : direct;
  }

  return (blend) => {
    // The left side is the same under every blend of the right; of the others only the latest is kept.
    const known = made.get(blend) ?? make(blend);
    for (const other of made.keys()) if (other !== 0) made.delete(other);
    made.set(blend, known);
    return known;
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
