import type { OwnData } from '../../../contract.ts';
import { readOwnSamples } from '../../../data/own-samples.ts';
import { dot } from '../../../kernels/vector.ts';
import { MAX_SAMPLES } from '../../../limits.ts';
import { MAX_DIMENSION } from '../card.ts';
import { chosenVector, type MadeData, type NeuronValues, relu } from './make-data.ts';

/** Reads own data and the scenario's plant, if any. Throws `ScenarioError` if unreadable. */
export function readOwnData(values: NeuronValues, own: OwnData | null): MadeData {
  const { data, bias } = values;
  const read = readOwnSamples({ data, bias, maxSamples: MAX_SAMPLES, maxDimension: MAX_DIMENSION }, own);
  const { features, labels, dimension } = read.samples;
  const notices = [...read.notices];
  const plant = chosenVector('plant', values.plant, dimension, notices);
  const planted = plant !== null && isPlanted(features, labels, plant, values.leak);
  return { ...read, plant, planted, notices };
}

/** True if the labels are the plant's own, bit for bit. */
function isPlanted(features: Float64Array, labels: Float64Array, plant: Float64Array, leak: number): boolean {
  const d = plant.length;
  return labels.every((y, i) => relu(dot(plant, features.subarray(i * d, i * d + d)), leak) === y);
}
