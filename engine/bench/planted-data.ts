import { createRandom, fillNormal, STREAMS } from '../kernels/random.ts';
import { dot, norm } from '../kernels/vector.ts';
import type { NeuronLossInput } from '../problems/one-neuron/loss.ts';

/** Standard normal rows with labels of a unit plant, as in the page's opening; a start and the step of c = 1. */
export interface PlantedData {
  readonly input: Omit<NeuronLossInput, 'blend'>;
  readonly plant: Float64Array;
  readonly start: Float64Array;
}

export function createPlantedData(n: number, d: number): PlantedData {
  const features = new Float64Array(n * d);
  fillNormal(features, createRandom(1, STREAMS.data));
  const plant = new Float64Array(d);
  fillNormal(plant, createRandom(2, STREAMS.plant));
  const length = norm(plant);
  for (let j = 0; j < d; j++) plant[j] = plant[j]! / length;
  const labels = Float64Array.from({ length: n }, (_, i) =>
    Math.max(0, dot(plant, features.subarray(i * d, i * d + d))),
  );
  const start = new Float64Array(d);
  fillNormal(start, createRandom(3, STREAMS.start));
  return { input: { features, labels, dimension: d, leak: 0 }, plant, start };
}
