/// <reference path="../../python/python.d.ts" />
import type { PairInstance } from '../../contract.ts';
import { pythonFlag, pythonList, pythonNumber } from '../../python/literals.ts';
import { ownData } from '../../python/own-data.ts';
import type { PythonAsked, PythonRun } from '../../python/python-run.ts';
import { rulePart } from '../../python/rules.ts';
import { runValues } from '../../run/run-values.ts';
import { isPopulation } from './card.ts';
import type { NeuronValues } from './data/make-data.ts';
import { descentMethod } from './method.ts';
import oneNeuron from './one_neuron.py?raw';

/** Maximum columns and products of Jacobi rotations on the page (`kernels/smoothness.ts`). */
const JACOBI = { columns: 64, products: 1e8 };

export function writeRun(
  { samples, dimension: d }: PairInstance,
  values: NeuronValues,
  { steps, samplesFile }: PythonAsked,
): PythonRun {
  const infinite = isPopulation(values);
  const isOwn = values.features === 'csv';
  const rules = rulePart(runValues(values), { infinite });
  const plant = values.plant?.length === d ? arrayOf(values.plant) : null;
  const start = values.start?.length === d ? arrayOf(values.start) : null;
  const hasPlant = !isOwn || plant !== null;
  const data = infinite ? [] : isOwn ? ['A, y = own_data()'] : madeData(values, samples.count);
  const standardised = values.std && !infinite;
  const units = standardised ? ', units' : '';
  const loss = (blend: string) =>
    infinite ? `PopulationLoss(plant, ${blend})` : `NeuronLoss(A, y, leak, ${blend})`;

  return {
    about: [
      'Twin Descent: one ReLU neuron, trained by gradient descent on its non-convex loss (left)',
      'and on a convex relaxation of it (right).',
      '',
      'It makes the same data, takes the same steps and prints all iterates and losses as CSV.',
      ...digitsOf(samples.count, d),
    ],
    modules: [oneNeuron],
    lines: [
      `steps = ${steps}  # steps of each side`,
      `d = ${d}  # weights${infinite ? '; there are infinitely many samples' : samples.hasOnes ? ', the bias counted' : ''}`,
      ...(infinite ? [] : [`leak = ${pythonNumber(values.leak)}  # slope of the ReLU below zero`]),
      `blend = ${pythonNumber(values.blend)}  # the right side: 0 the non-convex loss, 1 the relaxation`,
      ...rules.settings,
      '',
      ...(hasPlant
        ? [`plant = ${plant ?? `draw_plant(d, seed=${values.pseed})`}  # the weights that made the labels`]
        : []),
      ...data,
      `start = ${start ?? `Random(${values.sseed}, START).normals(d)`}`,
      ...(standardised
        ? [`units = Standardised(A, ones=${pythonFlag(samples.hasOnes)})`, 'A = units.features']
        : []),
      `L = ${infinite ? '1.0  # of standard normal features' : 'smoothness(A)'}`,
      `left = descend(${loss('0')}, start, ${rules.left}, steps${units})`,
      `right = descend(${loss('blend')}, start, ${rules.right}, steps${units})`,
      `print_run(d, left, right${hasPlant ? ', plant' : ''})`,
    ],
    ...(isOwn && { definitions: ownData(samples, samplesFile) }),
  };
}

/** Generates features and labels; noise is drawn after the features. */
function madeData(values: NeuronValues, n: number): string[] {
  const { features, spacing, xmin, xmax, rho, seed, noise, noisein } = values;
  const line = `n, ${pythonNumber(xmin)}, ${pythonNumber(xmax)}${spacing === 'uniform' ? ', random' : ''}`;
  const cloud = `n, d, random${features === 'correlated' ? `, rho=${pythonNumber(rho)}` : ''}`;
  return [
    `n = ${n}  # samples`,
    `noise = ${pythonNumber(noise)}  # standard deviation of what is added`,
    `noise_inside = ${pythonFlag(noisein)}  # whether it is added before the ReLU`,
    `random = Random(${seed}, DATA)`,
    `A = ${features}_features(${features === 'line' ? line : cloud})`,
    'y = make_labels(A, plant, random, noise, noise_inside, leak)',
  ];
}

function arrayOf(numbers: readonly number[]): string {
  return `np.array(${pythonList(numbers)}, dtype=float)`;
}

function digitsOf(n: number, d: number): string[] {
  if (!Number.isFinite(n))
    return ['The numbers agree but for the last bits of an angle (math.atan2 is not the same everywhere).'];
  if (descentMethod(n, d) !== 'direct')
    return [
      'The page has faster ways for so many samples, this script takes plain sums:',
      'the numbers agree to many digits, not to the last bit.',
    ];
  if (d <= JACOBI.columns && n * d * d <= JACOBI.products)
    return ["Sums run in the page's order, so that the numbers agree to the last bit."];
  return [
    "Sums run in the page's order, so that the numbers agree to the last bit,",
    'but for the last digits of L, and of what follows from them.',
  ];
}
