import type { OwnData, RefusedRow, Samples } from '../../contract.ts';
import { columnsOf } from '../../data/columns.ts';
import { DATA_SETS } from '../../data/data-sets.ts';
import { isPacked, unpackText } from '../../data/pack.ts';
import { readTable } from '../../data/read-table.ts';
import { createRandom, fillNormal, type RandomSource, STREAMS } from '../../kernels/random.ts';
import { dot, multiply, norm } from '../../kernels/vector.ts';
import { MAX_NUMBERS, MAX_SAMPLES } from '../../limits.ts';
import type { ValuesOf } from '../../params.ts';
import { type Notice, notice, ScenarioError } from '../../scenario/notice.ts';
import { DATA_SET_NAMES, MAX_DIMENSION, type ONE_NEURON } from './card.ts';

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
function relu(z: number, leak: number): number {
  return z > 0 ? z : leak * z;
}

/** Makes the data of a scenario: features, plant, labels. Throws `ScenarioError` where own data cannot be read. */
export function makeData(values: NeuronValues, own: OwnData | null): MadeData {
  return values.features === 'csv' ? readOwnData(values, own) : plantedData(values);
}

/** The number of samples that is made: in more than two weights no more than the numbers that fit; a notice names a cut. */
function countWithin({ n }: NeuronValues, d: number, notices: Notice[]): number {
  const most = d <= 2 ? MAX_SAMPLES : Math.min(MAX_SAMPLES, Math.floor(MAX_NUMBERS / d));
  if (n <= most) return n;
  notices.push(notice('clamped', 'n', `1 to ${most} with d = ${d}`, String(n)));
  return most;
}

function plantedData(given: NeuronValues): MadeData {
  const isLine = given.features === 'line';
  const d = isLine ? 2 : given.d;
  const notices: Notice[] = [];
  const n = countWithin(given, d, notices);
  const values = { ...given, n };
  const random = createRandom(values.seed, STREAMS.data);
  const features = new Float64Array(n * d);
  if (isLine) fillLine(features, values, random);
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

/** Rows (x, 1), x evenly over [xmin, xmax] with both ends (the middle where n = 1) or uniform in it. */
function fillLine(features: Float64Array, values: NeuronValues, random: RandomSource): void {
  const { n, xmin, xmax } = values;
  for (let i = 0; i < n; i++) {
    if (values.spacing === 'uniform') features[2 * i] = xmin + (xmax - xmin) * random.uniform();
    else if (n === 1) features[0] = (xmin + xmax) / 2;
    else features[2 * i] = i === n - 1 ? xmax : xmin + i * ((xmax - xmin) / (n - 1));
    features[2 * i + 1] = 1;
  }
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
function chosenVector(
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

/** The text of a shipped or packed table. */
function ownText(data: string): string {
  if (data === '') throw new ScenarioError(notice('csv-without-data', 'data'));
  if (isPacked(data)) {
    const text = unpackText(data);
    if (text === null) throw new ScenarioError(notice('broken-data', 'data'));
    return text;
  }
  const text = Object.hasOwn(DATA_SETS, data) ? DATA_SETS[data] : undefined;
  if (text === undefined)
    throw new ScenarioError(notice('unknown-data', 'data', DATA_SET_NAMES, data.slice(0, 40)));
  return text;
}

/** The column named y, else the last, is the label; the rest are features, in order; `bias` adds ones, last. */
function readOwnData(values: NeuronValues, own: OwnData | null): MadeData {
  const table = own?.table ?? readTable(ownText(values.data), MAX_SAMPLES);
  const notices = [...table.notices];
  const width = table.names.length;
  const { label, features: columns } = columnsOf(table.names);
  if (table.names.lastIndexOf('y') > label) notices.push(notice('repeated-column', 'y'));
  const d = columns.length + (values.bias ? 1 : 0);
  if (columns.length === 0) throw new ScenarioError(notice('no-feature', 'data', '', table.names[label]));
  if (d > MAX_DIMENSION)
    throw new ScenarioError(notice('too-many-columns', 'data', String(MAX_DIMENSION), String(d)));

  const n = table.rows;
  const features = new Float64Array(n * d).fill(1);
  const labels = new Float64Array(n);
  for (let i = 0; i < n; i++) {
    for (const [j, column] of columns.entries()) features[i * d + j] = table.values[i * width + column]!;
    labels[i] = table.values[i * width + label]!;
  }
  const plant = chosenVector('plant', values.plant, d, notices);
  return {
    samples: {
      count: n,
      dimension: d,
      features,
      labels,
      names: columns.map((j) => table.names[j]!),
      labelName: table.names[label]!,
      hasOnes: values.bias,
    },
    plant,
    planted: plant !== null && isPlanted(features, labels, plant, values.leak),
    refused: table.refused,
    refusedCount: table.refusedCount,
    notices,
  };
}

/** Whether the labels are the plant's own, bit for bit. */
function isPlanted(features: Float64Array, labels: Float64Array, plant: Float64Array, leak: number): boolean {
  const d = plant.length;
  return labels.every((y, i) => relu(dot(plant, features.subarray(i * d, i * d + d)), leak) === y);
}
