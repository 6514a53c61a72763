import { defineCard } from '../../define-problem.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import { MAX_PACKED, MAX_SAMPLES } from '../../limits.ts';
import { type ParamSpecs, shaping, type Values } from '../../params.ts';
import { RUN_PARAMS } from '../../run/run-params.ts';
import { FILE_PARAMS } from '../../scenario/file-choice.ts';

const FEATURES = ['line', 'gauss', 'circle', 'positive', 'correlated', 'csv'] as const;

export const MAX_DIMENSION = 500;

const own = (values: Values) => values.features === 'csv';
const made = (values: Values) => !own(values);
/** True for the mean over infinitely many samples; own data is finite. */
export const isPopulation = (values: Values) => made(values) && values.n === Number.POSITIVE_INFINITY;
/** True for a recipe of finitely many samples with two weights, which a first visit opens. */
export function isPlanarRecipe(values: Values): boolean {
  const { features, d } = values;
  return features !== 'csv' && !isPopulation(values) && (features === 'line' || d === 2);
}

const sampled = (values: Values) => !isPopulation(values);
const drawn = (values: Values) => made(values) && sampled(values);
const line = (values: Values) => values.features === 'line' && sampled(values);

const cloud = (values: Values) => made(values) && !line(values);
const correlated = (values: Values) => values.features === 'correlated' && sampled(values);

const SEED = { kind: 'integer', default: 1, min: 0, max: MAX_SEED } as const;
const WEIGHTS = { kind: 'vector', default: null, min: -1e6, max: 1e6, maxLength: MAX_DIMENSION } as const;
const EVEN = { kind: 'number', slider: 'linear' } as const;
const DATA = shaping('data');

const PARAMS = {
  features: { kind: 'choice', default: 'gauss', options: FEATURES, ...DATA },
  n: { kind: 'integer', default: 40, min: 1, max: MAX_SAMPLES, infinite: true, ...DATA, when: made },
  d: { kind: 'integer', default: 2, min: 1, max: MAX_DIMENSION, ...DATA, when: cloud },
  spacing: { kind: 'choice', default: 'even', options: ['even', 'uniform'], ...DATA, when: line },
  xmin: { ...EVEN, default: -1, min: -1e6, max: 1e6, ...DATA, when: line },
  xmax: { ...EVEN, default: 1, min: -1e6, max: 1e6, ...DATA, when: line },
  rho: { ...EVEN, default: 0.9, min: 0, max: 0.999, ...DATA, when: correlated },
  seed: { ...SEED, ...DATA, when: drawn },
  data: { kind: 'text', default: '', maxLength: MAX_PACKED, ...shaping('data', 'dialog'), when: own },
  ...FILE_PARAMS,
  bias: { kind: 'flag', default: false, ...DATA, when: own },
  std: { kind: 'flag', default: false, ...DATA, when: sampled },
  plant: { ...WEIGHTS, ...shaping('plant') },
  pseed: { ...SEED, ...shaping('plant'), when: made },
  start: { ...WEIGHTS, ...shaping('start') },
  sseed: { ...SEED, ...shaping('start') },
  noise: { ...EVEN, default: 0, min: 0, max: 10, ...shaping('noise'), when: drawn },
  noisein: { kind: 'flag', default: false, ...shaping('noise'), when: drawn },
  leak: { ...EVEN, default: 0, min: 0, max: 0.99, ...shaping('loss'), when: sampled },
  blend: { ...EVEN, default: 1, min: 0, max: 1, knob: true, ...shaping('loss') },
  ...RUN_PARAMS,
} as const satisfies ParamSpecs;

export const ONE_NEURON = defineCard({
  id: 'one-neuron',
  menu: 1,
  params: PARAMS,
  arrival: () => 'star',
  compares: () => null,
  startLength(values, own) {
    if (values.features === 'csv') return own?.columns ?? null;
    // Infinitely many samples are standard normal with d weights.
    return line(values) ? 2 : (values.d as number);
  },
  opening: 'slope-bias',
  presets: [
    { id: 'slope-bias', values: { features: 'line', n: 8, plant: [1, 0.2], start: [-1.6, 0.3] } },
    { id: 'trap', values: { features: 'csv', data: 'trap', plant: [1, 1], start: [-1.5, -0.5] } },
    { id: 'zero-start', values: { features: 'gauss', n: 40, seed: 3, plant: [0.8, 0.6], start: [0, 0] } },
    { id: 'valley', values: { features: 'gauss', n: 6, seed: 4, start: [1.3, 0.5] } },
    { id: 'spurious', values: { features: 'gauss', n: 12, seed: 15, noise: 0.6, start: [-1.4, -0.6] } },
    { id: 'few-samples', values: { features: 'gauss', n: 12, d: 10, seed: 2, speed: 100 } },
    {
      id: 'correlated',
      values: {
        features: 'correlated',
        n: 60,
        rho: 0.95,
        seed: 4,
        plant: [0.6, 0.8],
        start: [-1.2, 1],
        speed: 100,
      },
    },
    { id: 'noise-inside', values: { features: 'gauss', n: 200, d: 20, noise: 0.5, noisein: true } },
    {
      id: 'noise-outside',
      values: { features: 'gauss', n: 60, noise: 0.3, seed: 2, plant: [0.8, -0.6], start: [-1, 1] },
    },
    { id: 'population', values: { n: Number.POSITIVE_INFINITY, plant: [1, 0.2], start: [-1.6, 0.3] } },
    { id: 'leak', values: { features: 'line', n: 8, leak: 0.1, plant: [1, 0.2], start: [-1.6, 0.3] } },
    { id: 'high-dimension', values: { features: 'gauss', n: 60, d: 20, seed: 8, sseed: 8, speed: 100 } },
    {
      id: 'stopping-distance',
      values: { features: 'csv', data: 'stopping-distance', bias: true, std: true, start: [1, 0] },
    },
  ],
});
