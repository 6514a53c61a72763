import type { OwnData, PairInstance } from '../../contract.ts';
import { IDENTITY, standardise } from '../../data/scaling.ts';
import { labelNotices, refuseSizes, unevenColumns } from '../../data/sizes.ts';
import { defineProblem } from '../../define-problem.ts';
import { covarianceOf, smoothnessOf } from '../../kernels/smoothness.ts';
import type { Scaling } from '../../kernels/whitening.ts';
import type { Parts as Beside, Problem } from '../../problem.ts';
import { notice } from '../../scenario/notice.ts';
import { isPopulation, ONE_NEURON } from './card.ts';
import { chosenStart, type NeuronValues, plantedData } from './data/make-data.ts';
import type { readOwnData } from './data/own-data.ts';
import type { followLazily } from './lazy-loss.ts';
import type { populationInstance } from './population/instance.ts';
import { createSides } from './sides.ts';
import type { createSlicer } from './slice-loss.ts';

/** Code for scenarios that are not planar recipes of finitely many samples. */
export interface Parts {
  readonly readOwnData: typeof readOwnData;
  readonly populationInstance: typeof populationInstance;
  readonly followLazily: typeof followLazily;
  readonly createSlicer: typeof createSlicer;
}

function present(parts: Parts | null): Parts {
  if (!parts)
    throw new Error('expected a recipe of finitely many samples in the plane; got another scenario');
  return parts;
}

function prepareData(parts: Parts | null, values: NeuronValues, own: OwnData | null) {
  const data = values.features === 'csv' ? present(parts).readOwnData(values, own) : plantedData(values);
  const { samples, plant, planted } = data;
  const { count: n, dimension: d, labels } = samples;
  refuseSizes(samples);
  const notices = [...data.notices, ...labelNotices(samples)];

  const scaled = values.std ? standardise(samples.features, n, d, samples.hasOnes) : null;
  for (const j of scaled?.constant ?? [])
    notices.push(notice('constant-column', samples.names[j] ?? `x${j + 1}`));
  const features = scaled?.features ?? samples.features;

  const covariance = covarianceOf(features, n, d);
  const smoothness = smoothnessOf(features, n, d, covariance);
  if (smoothness === 0) notices.push(notice('zero-features', ''));
  const uneven = unevenColumns(features, samples, !scaled);
  if (uneven) notices.push(uneven.notice);

  const scaling = scaled?.scaling ?? IDENTITY;
  const input = { features, labels, dimension: d, leak: values.leak };
  const known = planted && plant ? scaledPlant(scaling, plant) : null;
  const sides = createSides(input, known, parts?.followLazily(input, known), uneven === null, covariance);
  return { data, notices, smoothness, scaling, input, sides };
}

/** Creates the problem of one neuron. Without parts it supports only `isPlanarRecipe`, with the same results. */
export function makeProblem(parts: Parts | null, beside?: Beside<PairInstance>): Problem<PairInstance> {
  return defineProblem(ONE_NEURON, {
    flat: async () => (await import('./flat-runs.ts')).createFlatRuns,
    python: () => import('./python.ts'),
    // A leak changes the plant's labels.
    isPrepared: (name, { group }) => ['data', 'plant', 'noise'].includes(group) || name === 'leak',
    prepareData: (values, own) => (isPopulation(values) ? null : prepareData(parts, values, own)),
    makeInstance(prepared, values) {
      if (!prepared) return present(parts).populationInstance(values);
      const { data, smoothness, scaling, input, sides } = prepared;
      const { samples, plant, planted, refused, refusedCount } = data;
      const notices = [...prepared.notices];
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
        createSlicer: (plane) => present(parts).createSlicer(input, values.blend, scaling, plane),
        refused,
        refusedCount,
        notices,
      };
    },
    parts: beside,
  });
}

function scaledPlant(scaling: Scaling, plant: Float64Array): Float64Array {
  const scaled = new Float64Array(plant.length);
  scaling.toScaled(scaled, plant);
  return scaled;
}
