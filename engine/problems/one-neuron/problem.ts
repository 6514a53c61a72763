import type { Instance, Scaling } from '../../contract.ts';
import { IDENTITY, standardise } from '../../data/scaling.ts';
import { defineProblem } from '../../define-problem.ts';
import { largestEigenvalue } from '../../kernels/eigen.ts';
import { gram } from '../../kernels/vector.ts';
import { notice } from '../../scenario/notice.ts';
import { isPopulation, ONE_NEURON } from './card.ts';
import { chosenStart, makeData } from './make-data.ts';
import { populationInstance } from './population-instance.ts';
import { createSides } from './sides.ts';
import { createSlicer } from './slice-loss.ts';

/** One ReLU neuron: left its squared loss, right the convex relaxation (or the blend of both). */
export const oneNeuron = defineProblem(ONE_NEURON, (values, own): Instance => {
  if (isPopulation(values)) return populationInstance(values);
  const data = makeData(values, own);
  const { samples } = data;
  const { count: n, dimension: d } = samples;
  const notices = [...data.notices];

  const scaled = values.std ? standardise(samples.features, n, d, samples.hasOnes) : null;
  for (const j of scaled?.constant ?? [])
    notices.push(notice('constant-column', samples.names[j] ?? `x${j + 1}`));
  const features = scaled?.features ?? samples.features;

  const matrix = new Float64Array(d * d);
  gram(matrix, features, n, d);
  const smoothness = largestEigenvalue(matrix, d);
  if (smoothness === 0) notices.push(notice('zero-features', ''));

  const scaling = scaled?.scaling ?? IDENTITY;
  const input = { features, labels: samples.labels, dimension: d, leak: values.leak };
  const sides = createSides(
    input,
    values.blend,
    data.planted && data.plant ? scaledPlant(scaling, data.plant) : null,
  );
  return {
    dimension: d,
    samples,
    scaling,
    ...sides,
    start: chosenStart(values, d, notices),
    plant: data.plant,
    planted: data.planted,
    smoothness,
    createSlicer: (plane) => createSlicer(input, values.blend, scaling, plane),
    refused: data.refused,
    refusedCount: data.refusedCount,
    notices,
  };
});

function scaledPlant(scaling: Scaling, plant: Float64Array): Float64Array {
  const scaled = new Float64Array(plant.length);
  scaling.toScaled(scaled, plant);
  return scaled;
}
