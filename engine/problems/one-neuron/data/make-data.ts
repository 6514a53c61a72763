import type { Samples } from '../../../contract.ts';
import { fillLine } from '../../../data/fill-line.ts';
import type { RefusedRow } from '../../../data/table-reader.ts';
import { createRandom, type SeededRandom, STREAMS } from '../../../kernels/random.ts';
import { multiply, norm } from '../../../kernels/vector.ts';
import { MAX_NUMBERS, MAX_SAMPLES } from '../../../limits.ts';
import type { ValuesOf } from '../../../params.ts';
import { type Notice, notice } from '../../../scenario/notice.ts';
import type { ONE_NEURON } from '../card.ts';

export type NeuronValues = ValuesOf<(typeof ONE_NEURON)['params']>;

/** Data in original units. */
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

/** Returns n, limited by memory for more than two weights; a cut gives a notice. */
function countWithin({ n }: NeuronValues, d: number, notices: Notice[]): number {
  const most = d <= 2 ? MAX_SAMPLES : Math.min(MAX_SAMPLES, Math.floor(MAX_NUMBERS / d));
  if (n <= most) return n;
  notices.push(
    notice('clamped', 'n', { say: 'range', min: '1', max: String(most), beside: `d = ${d}` }, String(n)),
  );
  return most;
}

export function plantedData(given: NeuronValues): MadeData {
  const isLine = given.features === 'line';
  const d = isLine ? 2 : given.d;
  const notices: Notice[] = [];
  const n = countWithin(given, d, notices);
  const values = { ...given, n };
  const random = createRandom(values.seed, STREAMS.data);
  const features = new Float64Array(n * d);
  fillFeatures(features, d, values, random);
  const plant = chosenPlant(values, d, notices);
  const labels = new Float64Array(n);
  fillLabels(labels, features, plant, values, random);
  return {
    samples: { count: n, dimension: d, features, labels, names: [], labelName: 'y', hasOnes: isLine },
    plant,
    planted: values.noise === 0,
    refused: [],
    refusedCount: 0,
    notices,
  };
}

/** Writes a recipe's rows: a line, standard normals, or a transform of these. */
export function fillFeatures(
  features: Float64Array,
  d: number,
  values: NeuronValues,
  random: SeededRandom,
): void {
  const { features: recipe, rho } = values;
  if (recipe === 'line') {
    fillLine(features, values, random.uniform);
    return;
  }
  if (recipe !== 'correlated') random.fill(features, 0, features.length);
  if (recipe === 'gauss') return;
  const shared = Math.sqrt(rho);
  const single = Math.sqrt(1 - rho);
  for (let row = 0; row < features.length; row += d) {
    let square = 0;
    for (let at = row; at < row + d; at++) square += features[at]! * features[at]!;
    const length = Math.sqrt(square);
    // Correlation rho between all columns: a common part and an own one.
    const common = recipe === 'correlated' ? shared * random.normal() : 0;
    for (let at = row; at < row + d; at++) {
      if (recipe === 'circle') features[at] = features[at]! / length;
      if (recipe === 'positive') features[at] = Math.abs(features[at]!);
      if (recipe === 'correlated') features[at] = common + single * random.normal();
    }
  }
}

/** Writes the plant's labels. `random` has drawn the features, so noise changes none of them. */
export function fillLabels(
  labels: Float64Array,
  features: Float64Array,
  plant: Float64Array,
  { noise, noisein, leak }: NeuronValues,
  random: SeededRandom,
): void {
  multiply(labels, features, plant);
  for (let i = 0; i < labels.length; i++) {
    const error = noise === 0 ? 0 : noise * random.normal();
    labels[i] = noisein ? relu(labels[i]! + error, leak) : relu(labels[i]!, leak) + error;
  }
}

/** Returns the given start, else standard normals. */
export function chosenStart(values: NeuronValues, d: number, notices: Notice[]): Float64Array<ArrayBuffer> {
  const given = chosenVector('start', values.start, d, notices);
  if (given) return given;
  const start = new Float64Array(d);
  createRandom(values.sseed, STREAMS.start).fill(start, 0, d);
  return start;
}

/** Returns the given plant, else a random unit direction. */
export function chosenPlant(values: NeuronValues, d: number, notices: Notice[]): Float64Array<ArrayBuffer> {
  const given = chosenVector('plant', values.plant, d, notices);
  if (given) return given;
  const plant = new Float64Array(d);
  drawDirection(plant, createRandom(values.pseed, STREAMS.plant));
  return plant;
}

export function drawDirection(direction: Float64Array, random: SeededRandom): void {
  random.fill(direction, 0, direction.length);
  const length = norm(direction);
  for (let j = 0; j < direction.length; j++) direction[j] = direction[j]! / length;
}

/** Returns the given vector if its length fits; else null, with a notice if given. */
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
