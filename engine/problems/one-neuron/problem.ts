import type { OwnData, Scaling } from '../../contract.ts';
import { IDENTITY, standardise } from '../../data/scaling.ts';
import { defineProblem } from '../../define-problem.ts';
import { smoothnessOf } from '../../kernels/smoothness.ts';
import { notice } from '../../scenario/notice.ts';
import { isPopulation, ONE_NEURON } from './card.ts';
import { chosenStart, makeData, type NeuronValues } from './make-data.ts';
import { populationInstance } from './population-instance.ts';
import { createSides } from './sides.ts';
import { createSlicer } from './slice-loss.ts';

/** The data in scaled units, and what both losses share on it. */
function makeGround(values: NeuronValues, own: OwnData | null) {
  const data = makeData(values, own);
  const { samples, plant, planted } = data;
  const { count: n, dimension: d, labels } = samples;
  const notices = [...data.notices];

  const scaled = values.std ? standardise(samples.features, n, d, samples.hasOnes) : null;
  for (const j of scaled?.constant ?? [])
    notices.push(notice('constant-column', samples.names[j] ?? `x${j + 1}`));
  const features = scaled?.features ?? samples.features;

  const smoothness = smoothnessOf(features, n, d);
  if (smoothness === 0) notices.push(notice('zero-features', ''));

  const scaling = scaled?.scaling ?? IDENTITY;
  const input = { features, labels, dimension: d, leak: values.leak };
  const sides = createSides(input, planted && plant ? scaledPlant(scaling, plant) : null);
  return { data, notices, smoothness, scaling, input, sides };
}

/** One ReLU neuron: left its squared loss, right the convex relaxation (or the blend of both). */
export const oneNeuron = defineProblem(ONE_NEURON, {
  // With a leak the plant's labels are others.
  isOfGround: (name, { group }) => ['data', 'plant', 'noise'].includes(group) || name === 'leak',
  makeGround: (values, own) => (isPopulation(values) ? null : makeGround(values, own)),
  makeInstance(ground, values) {
    if (!ground) return populationInstance(values);
    const { data, smoothness, scaling, input, sides } = ground;
    const { samples, plant, planted, refused, refusedCount } = data;
    const notices = [...ground.notices];
    return {
      dimension: samples.dimension,
      samples,
      scaling,
      left: sides(0),
      right: sides(values.blend),
      start: chosenStart(values, samples.dimension, notices),
      plant,
      planted,
      smoothness,
      createSlicer: (plane) => createSlicer(input, values.blend, scaling, plane),
      refused,
      refusedCount,
      notices,
    };
  },
});

function scaledPlant(scaling: Scaling, plant: Float64Array): Float64Array {
  const scaled = new Float64Array(plant.length);
  scaling.toScaled(scaled, plant);
  return scaled;
}
