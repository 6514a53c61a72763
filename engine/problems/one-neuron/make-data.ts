import type { Samples } from '../../contract.ts';
import { fillLine } from '../../data/fill-line.ts';
import type { RefusedRow } from '../../data/table-reader.ts';
import { createRandom, fillNormal, type RandomSource, STREAMS } from '../../kernels/random.ts';
import { multiply, norm } from '../../kernels/vector.ts';
import { MAX_NUMBERS, MAX_SAMPLES } from '../../limits.ts';
import type { ValuesOf } from '../../params.ts';
import { type Notice, notice } from '../../scenario/notice.ts';
import type { ONE_NEURON } from './card.ts';

export type NeuronValues = ValuesOf<(typeof ONE_NEURON)['params']>;

/** Data in original units with what there is to say about it. */
export interface MadeData {
  readonly samples: Samples;
  readonly plant: Float64Array<ArrayBuffer> | null;
  readonly planted: boolean;
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
}

/** relu_s(z) = z for z > 0, s z otherwise. */
export function relu(z: number, leak: number): number {
  return z > 0 ? z : leak * z;
}

/** The number of samples that is made: in more than two weights no more than the numbers that fit; a notice names a cut. */
function countWithin({ n }: NeuronValues, d: number, notices: Notice[]): number {
  const most = d <= 2 ? MAX_SAMPLES : Math.min(MAX_SAMPLES, Math.floor(MAX_NUMBERS / d));
  if (n <= most) return n;
  notices.push(
    notice('clamped', 'n', { say: 'range', min: '1', max: String(most), beside: `d = ${d}` }, String(n)),
  );
  return most;
}

/** Makes the data of a recipe: features, plant, labels. */
export function plantedData(given: NeuronValues): MadeData {
  const isLine = given.features === 'line';
  const d = isLine ? 2 : given.d;
  const notices: Notice[] = [];
  const n = countWithin(given, d, notices);
  const values = { ...given, n };
  const random = createRandom(values.seed, STREAMS.data);
  const features = new Float64Array(n * d);
  if (isLine) fillLine(features, values, random.uniform);
  else fillCloud(features, values, random);

  const plant = chosenPlant(values, d, notices);
  const labels = new Float64Array(n);
  multiply(labels, features, plant);
  for (let i = 0; i < n; i++) {
    // Drawn after the features, so that neither its size nor its place (inside or outside) changes them.
    const error = values.noise === 0 ? 0 : values.noise * random.normal();
    labels[i] = values.noisein
      ? relu(labels[i]! + error, values.leak)
      : relu(labels[i]!, values.leak) + error;
  }
  return {
    samples: { count: n, dimension: d, features, labels, names: [], labelName: 'y', hasOnes: isLine },
    plant,
    planted: values.noise === 0,
    refused: [],
    refusedCount: 0,
    notices,
  };
}

/** Standard normal rows, or what the recipe makes of them. */
function fillCloud(
  features: Float64Array,
  { features: recipe, n, d, rho }: NeuronValues,
  random: RandomSource,
): void {
  const shared = Math.sqrt(rho);
  const single = Math.sqrt(1 - rho);
  for (let i = 0; i < n; i++) {
    const row = features.subarray(i * d, i * d + d);
    // Equal correlation rho between all columns: a common part and one of its own.
    const common = recipe === 'correlated' ? shared * random.normal() : 0;
    fillNormal(row, random);
    const length = norm(row);
    for (let j = 0; j < d; j++) {
      if (recipe === 'circle') row[j] = row[j]! / length;
      if (recipe === 'positive') row[j] = Math.abs(row[j]!);
      if (recipe === 'correlated') row[j] = common + single * row[j]!;
    }
  }
}

/** The given start, else standard normals. */
export function chosenStart(values: NeuronValues, d: number, notices: Notice[]): Float64Array<ArrayBuffer> {
  const given = chosenVector('start', values.start, d, notices);
  if (given) return given;
  const start = new Float64Array(d);
  fillNormal(start, createRandom(values.sseed, STREAMS.start));
  return start;
}

/** The given plant, else a uniformly drawn direction of length 1. */
export function chosenPlant(values: NeuronValues, d: number, notices: Notice[]): Float64Array<ArrayBuffer> {
  const given = chosenVector('plant', values.plant, d, notices);
  if (given) return given;
  const plant = new Float64Array(d);
  fillNormal(plant, createRandom(values.pseed, STREAMS.plant));
  const length = norm(plant);
  for (let j = 0; j < d; j++) plant[j] = plant[j]! / length;
  return plant;
}

/** The given vector where its length fits; else null, with a notice where one was given. */
export function chosenVector(
  key: string,
  given: readonly number[] | null,
  d: number,
  notices: Notice[],
): Float64Array<ArrayBuffer> | null {
  if (given === null) return null;
  if (given.length === d) return Float64Array.from(given);
  notices.push(notice('vector-length', key, String(d), String(given.length)));
  return null;
}
