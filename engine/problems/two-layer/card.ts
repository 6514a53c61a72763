import { defineCard } from '../../define-problem.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import { MAX_PACKED } from '../../limits.ts';
import { type ParamSpecs, shaping, type Values } from '../../params.ts';
import { SWINGING } from '../../program/hovering.ts';
import { RUN_PARAMS } from '../../run/run-params.ts';
import { FILE_PARAMS } from '../../scenario/file-choice.ts';

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
/** With seed 1 a neuron of either sign point the same way and cancel: a poor first example. */
const GOOD_SEED = 20;
const biasable = (values: Values) => !relaxed(values) && (line(values) || own(values));
const cloud = (values: Values) => made(values) && !line(values);
const patterned = (values: Values) =>
  !relaxed(values) && !line(values) && (own(values) || (values.d as number) > 2);
const EVEN = { kind: 'number', slider: 'linear' } as const;
const [DATA, PLANT, LOSS, START] = [shaping('data'), shaping('plant'), shaping('loss'), shaping('start')];
const { unlock, rrule, rc, rstep, ...sharedRun } = RUN_PARAMS;

const PARAMS = {
  features: { kind: 'choice', default: 'gauss', options: ['gauss', 'circle', 'line', 'csv'], ...DATA },
  n: { kind: 'integer', default: 50, min: 1, max: MAX_NETWORK_SAMPLES, ...DATA, when: made },
  d: { kind: 'integer', default: 2, min: 2, max: MAX_COLUMNS, ...DATA, when: cloud },
  spacing: { kind: 'choice', default: 'even', options: ['even', 'uniform'], ...DATA, when: line },
  xmin: { ...EVEN, default: -1, min: -1e6, max: 1e6, ...DATA, when: line },
  xmax: { ...EVEN, default: 1, min: -1e6, max: 1e6, ...DATA, when: line },
  seed: { ...seed, default: GOOD_SEED, ...DATA, when: made },
  data: { kind: 'text', default: '', maxLength: MAX_PACKED, ...shaping('data', 'dialog'), when: own },
  ...FILE_PARAMS,
  bias: { kind: 'flag', default: false, ...DATA, when: own },
  std: { kind: 'flag', default: false, ...DATA, when: own },
  teacher: { kind: 'integer', default: 3, min: 1, max: MAX_TEACHER_NEURONS, ...PLANT, when: made },
  negative: { kind: 'integer', default: 1, min: 0, max: MAX_TEACHER_NEURONS, ...PLANT, when: made },
  pseed: { ...seed, default: GOOD_SEED, ...PLANT, when: made },
  noise: { ...EVEN, default: 0, min: 0, max: 10, ...shaping('noise'), when: made },
  neurons: { kind: 'integer', default: 20, min: 1, max: MAX_NEURONS, ...LOSS },
  beta: { kind: 'number', default: 0.005, min: 1e-6, max: 10, slider: 'log', ...LOSS },
  outputs: { kind: 'choice', default: 'trained', options: ['trained', 'fixed'], ...LOSS },
  free: { kind: 'flag', default: false, ...LOSS, when: biasable },
  right: { kind: 'choice', default: 'program', options: ['program', 'relaxed'], ...LOSS },
  blend: { ...EVEN, default: 1, min: 0, max: 1, knob: true, ...LOSS, when: relaxed },
  anneal: { kind: 'integer', default: 0, min: 0, max: 100_000, ...LOSS, when: relaxed },
  patterns: { kind: 'integer', default: 100, min: 1, max: 1000, ...LOSS, when: patterned },
  qseed: { ...seed, ...LOSS, when: patterned },
  // More numbers than a link can carry in full digits.
  start: { kind: 'vector', default: null, min: -1e6, max: 1e6, maxLength: 2000, ...START },
  init: { kind: 'choice', default: 'gauss', options: ['gauss', 'circle'], ...START, when: drawnStart },
  size: { kind: 'number', default: 0.3, min: 1e-6, max: 100, slider: 'log', ...START, when: drawnStart },
  signs: {
    kind: 'choice',
    default: 'drawn',
    options: ['drawn', 'ones', 'signs'],
    ...START,
    when: drawnStart,
  },
  sseed: { ...seed, ...START, when: drawnStart },
  ...sharedRun,
  unlock: { ...unlock, when: relaxed },
  rrule: { ...rrule, when: (values) => relaxed(values) && rrule.when(values) },
  rc: { ...rc, when: (values) => relaxed(values) && rc.when(values) },
  rstep: { ...rstep, when: (values) => relaxed(values) && rstep.when(values) },
  neuron: { kind: 'integer', default: 1, min: 1, max: MAX_NEURONS, ...shaping('view') },
} as const satisfies ParamSpecs;

/** Left: gradient descent. Right: the exact convex program, or the neuron's relaxation. */
export const TWO_LAYER = defineCard({
  id: 'two-layer',
  menu: 2,
  params: PARAMS,
  arrival: () => 'best',
  compares: () => 'objective',
  startLength(values, own) {
    const drawn = { columns: line(values) ? 2 : (values.d as number), hasOnes: line(values) };
    const read = values.features === 'csv' ? own : drawn;
    if (!read) return null;
    const constant = values.free && !relaxed(values) && read.columns === 2 && read.hasOnes;
    return (values.neurons as number) * (read.columns + 1) + (constant ? 1 : 0);
  },
  ownSeed: 'sseed',
  ends: { hovering: SWINGING },
  opening: 'spline',
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
