import { defineCard } from '../../define-problem.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import { MAX_PACKED } from '../../limits.ts';
import { type ParamSpecs, shaping, type Values } from '../../params.ts';
import { RUN_PARAMS } from '../../run/run-params.ts';
import { FILE_PARAMS } from '../../scenario/file-choice.ts';

/** Most samples, columns of the features, and hidden neurons. */
export const MAX_NETWORK_SAMPLES = 10_000;
export const MAX_COLUMNS = 50;
export const MAX_NEURONS = 500;
export const MAX_TEACHER_NEURONS = 8;

const own = (values: Values) => values.features === 'csv';
const made = (values: Values) => !own(values);
const line = (values: Values) => values.features === 'line';
const relaxed = (values: Values) => values.right === 'relaxed';
const drawnStart = (values: Values) => values.start === null;
const seed = { kind: 'integer', default: 1, min: 0, max: MAX_SEED } as const;
/** Of data and teacher: with 1 a neuron of either sign point the same way and cancel, which is a poor first example. */
const GOOD_SEED = 20;
const { unlock, rrule, rc, rstep, ...sharedRun } = RUN_PARAMS;

const PARAMS = {
  features: {
    kind: 'choice',
    default: 'gauss',
    options: ['gauss', 'circle', 'line', 'csv'],
    ...shaping('data'),
  },
  n: { kind: 'integer', default: 50, min: 1, max: MAX_NETWORK_SAMPLES, ...shaping('data'), when: made },
  d: {
    kind: 'integer',
    default: 2,
    min: 2,
    max: MAX_COLUMNS,
    ...shaping('data'),
    when: (values) => made(values) && !line(values),
  },
  spacing: { kind: 'choice', default: 'even', options: ['even', 'uniform'], ...shaping('data'), when: line },
  xmin: {
    kind: 'number',
    default: -1,
    min: -1e6,
    max: 1e6,
    slider: 'linear',
    ...shaping('data'),
    when: line,
  },
  xmax: { kind: 'number', default: 1, min: -1e6, max: 1e6, slider: 'linear', ...shaping('data'), when: line },
  seed: { ...seed, default: GOOD_SEED, ...shaping('data'), when: made },
  data: { kind: 'text', default: '', maxLength: MAX_PACKED, ...shaping('data', 'dialog'), when: own },
  ...FILE_PARAMS,
  bias: { kind: 'flag', default: false, ...shaping('data'), when: own },
  std: { kind: 'flag', default: false, ...shaping('data'), when: own },
  teacher: { kind: 'integer', default: 3, min: 1, max: MAX_TEACHER_NEURONS, ...shaping('plant'), when: made },
  negative: {
    kind: 'integer',
    default: 1,
    min: 0,
    max: MAX_TEACHER_NEURONS,
    ...shaping('plant'),
    when: made,
  },
  pseed: { ...seed, default: GOOD_SEED, ...shaping('plant'), when: made },
  noise: { kind: 'number', default: 0, min: 0, max: 10, slider: 'linear', ...shaping('noise'), when: made },
  neurons: { kind: 'integer', default: 20, min: 1, max: MAX_NEURONS, ...shaping('loss') },
  beta: { kind: 'number', default: 0.005, min: 1e-6, max: 10, slider: 'log', ...shaping('loss') },
  outputs: { kind: 'choice', default: 'trained', options: ['trained', 'fixed'], ...shaping('loss') },
  free: {
    kind: 'flag',
    default: false,
    ...shaping('loss'),
    when: (values) => !relaxed(values) && (line(values) || own(values)),
  },
  right: { kind: 'choice', default: 'program', options: ['program', 'relaxed'], ...shaping('loss') },
  blend: {
    kind: 'number',
    default: 1,
    min: 0,
    max: 1,
    slider: 'linear',
    knob: true,
    ...shaping('loss'),
    when: relaxed,
  },
  anneal: { kind: 'integer', default: 0, min: 0, max: 100_000, ...shaping('loss'), when: relaxed },
  patterns: {
    kind: 'integer',
    default: 100,
    min: 1,
    max: 1000,
    ...shaping('loss'),
    when: (values) => !relaxed(values) && !line(values) && (own(values) || (values.d as number) > 2),
  },
  qseed: {
    ...seed,
    ...shaping('loss'),
    when: (values) => !relaxed(values) && !line(values) && (own(values) || (values.d as number) > 2),
  },
  start: {
    kind: 'vector',
    default: null,
    min: -1e6,
    max: 1e6,
    // More numbers than a link can carry in full digits.
    maxLength: 2000,
    ...shaping('start'),
  },
  init: {
    kind: 'choice',
    default: 'gauss',
    options: ['gauss', 'circle'],
    ...shaping('start'),
    when: drawnStart,
  },
  size: {
    kind: 'number',
    default: 0.3,
    min: 1e-6,
    max: 100,
    slider: 'log',
    ...shaping('start'),
    when: drawnStart,
  },
  signs: {
    kind: 'choice',
    default: 'drawn',
    options: ['drawn', 'ones', 'signs'],
    ...shaping('start'),
    when: drawnStart,
  },
  sseed: { ...seed, ...shaping('start'), when: drawnStart },
  ...sharedRun,
  unlock: { ...unlock, when: relaxed },
  rrule: { ...rrule, when: (values) => relaxed(values) && rrule.when(values) },
  rc: { ...rc, when: (values) => relaxed(values) && rc.when(values) },
  rstep: { ...rstep, when: (values) => relaxed(values) && rstep.when(values) },
  neuron: { kind: 'integer', default: 1, min: 1, max: MAX_NEURONS, ...shaping('view') },
} as const satisfies ParamSpecs;

/** Two layers: gradient descent on the left, the exact convex program (or the neuron's relaxation) on the right. */
export const TWO_LAYER = defineCard({
  id: 'two-layer',
  menu: 2,
  params: PARAMS,
  startLength(values, own) {
    const drawn = { columns: line(values) ? 2 : (values.d as number), hasOnes: line(values) };
    const read = values.features === 'csv' ? own : drawn;
    if (!read) return null;
    const constant = values.free && !relaxed(values) && read.columns === 2 && read.hasOnes;
    return (values.neurons as number) * (read.columns + 1) + (constant ? 1 : 0);
  },
  ownSeed: 'sseed',
  presets: [
    { id: 'recovers', values: { neurons: 20, speed: 100 } },
    { id: 'stuck', values: { neurons: 3, c: 2, speed: 400 } },
    { id: 'too-few', values: { neurons: 2, seed: 5, pseed: 5, c: 2, speed: 200 } },
    { id: 'two-left', values: { beta: 0.1, seed: 22, pseed: 22, speed: 100 } },
    {
      id: 'annealed',
      values: { neurons: 3, seed: 5, pseed: 5, signs: 'signs', right: 'relaxed', anneal: 200, speed: 100 },
    },
    {
      id: 'collapse',
      values: {
        neurons: 6,
        seed: 3,
        pseed: 3,
        negative: 0,
        beta: 0.05,
        outputs: 'fixed',
        signs: 'ones',
        right: 'relaxed',
        speed: 100,
      },
    },
    { id: 'spline', values: { features: 'line', n: 20, seed: 1, pseed: 6, beta: 0.002, speed: 100 } },
    {
      id: 'five-points',
      values: {
        features: 'csv',
        data: 'five-points',
        bias: true,
        free: true,
        beta: 0.02,
        neurons: 4,
        speed: 100,
      },
    },
    {
      id: 'stopping-distance-two',
      values: {
        features: 'csv',
        data: 'stopping-distance',
        bias: true,
        std: true,
        beta: 1,
        size: 1,
        speed: 100,
      },
    },
  ],
});
