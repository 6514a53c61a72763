import { defineCard } from '../../define-problem.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import { MAX_PACKED } from '../../limits.ts';
import { type ParamSpecs, shaping, type Values } from '../../params.ts';
import { HOVERING } from '../../program/hovering.ts';
import type { SeriesSpec } from '../../record.ts';
import { RUN_PARAMS } from '../../run/run-params.ts';
import { FILE_PARAMS } from '../../scenario/file-choice.ts';

/** Maximum samples, feature columns, outputs, hidden neurons, and samples per class. */
export const MAX_OUTPUT_SAMPLES = 2000;
export const MAX_OUTPUT_COLUMNS = 50;
export const MAX_OUTPUTS = 8;
const MAX_NEURONS = 200;
const MAX_CLASS = 500;
/** Columns of `rotate` beyond the samples. */
export const EXTRA_COLUMNS = 8;

const of = (...kinds: readonly string[]) => ({
  when: (values: Values) => kinds.includes(values.features as string),
});
const own = of('csv');
const seed = { kind: 'integer', default: 1, min: 0, max: MAX_SEED } as const;
const [DATA, LOSS, START] = [shaping('data'), shaping('loss'), shaping('start')];
const { unlock: _, rrule: __, rc: ___, rstep: ____, ...sharedRun } = RUN_PARAMS;
const drawnStart = { when: (values: Values) => values.start === null };

const PARAMS = {
  features: {
    kind: 'choice',
    default: 'pie',
    options: ['pie', 'curve', 'spiral', 'words', 'teacher', 'csv'],
    ...DATA,
  },
  n: {
    kind: 'integer',
    default: 24,
    min: 1,
    max: MAX_OUTPUT_SAMPLES,
    ...DATA,
    ...of('curve', 'teacher', 'spiral'),
  },
  classes: { kind: 'integer', default: 3, min: 1, max: MAX_OUTPUTS, ...DATA, ...of('spiral') },
  sizes: {
    kind: 'vector',
    default: [4, 8, 12],
    min: 1,
    max: MAX_CLASS,
    maxLength: MAX_OUTPUTS,
    whole: true,
    ...DATA,
    ...of('pie', 'words'),
  },
  outputs: {
    kind: 'integer',
    default: 2,
    min: 1,
    max: MAX_OUTPUTS,
    called: 'outputcount',
    ...DATA,
    ...of('teacher', 'csv'),
  },
  bias: { kind: 'flag', default: false, ...DATA, ...of('pie', 'spiral', 'teacher', 'csv') },
  std: { kind: 'flag', default: false, ...DATA, ...own },
  rotate: { kind: 'flag', default: false, ...DATA, ...of('words') },
  data: { kind: 'text', default: '', maxLength: MAX_PACKED, ...shaping('data', 'dialog'), ...own },
  ...FILE_PARAMS,
  seed: {
    ...seed,
    ...DATA,
    when: ({ features, rotate, noise }) =>
      features === 'teacher' || (features === 'words' ? rotate === true : features !== 'csv' && noise !== 0),
  },
  teacher: { kind: 'integer', default: 3, min: 1, max: 8, ...shaping('plant'), ...of('teacher') },
  pseed: { ...seed, ...shaping('plant'), ...of('teacher') },
  noise: {
    kind: 'number',
    default: 0,
    min: 0,
    max: 10,
    slider: 'linear',
    ...shaping('noise'),
    ...of('pie', 'curve', 'spiral', 'teacher'),
  },
  neurons: { kind: 'integer', default: 10, min: 1, max: MAX_NEURONS, ...LOSS },
  beta: { kind: 'number', default: 0.02, min: 1e-6, max: 10, slider: 'log', ...LOSS },
  solver: {
    kind: 'choice',
    default: 'newton',
    options: ['newton', 'fw'],
    ...LOSS,
    when: ({ features }) => features !== 'words',
  },
  // More numbers than a link carries in full digits.
  start: { kind: 'vector', default: null, min: -1e6, max: 1e6, maxLength: 2000, ...START },
  size: { kind: 'number', default: 0.5, min: 1e-6, max: 100, slider: 'log', ...START, ...drawnStart },
  sseed: { ...seed, ...START, ...drawnStart },
  neuron: { kind: 'integer', default: 1, min: 1, max: MAX_NEURONS, ...shaping('view', 'dialog') },
  sample: { kind: 'integer', default: 1, min: 1, max: MAX_OUTPUT_SAMPLES, ...shaping('view', 'dialog') },
  ...sharedRun,
} as const satisfies ParamSpecs;

/** Returns d; null for own data. */
function columnsOf({ features, sizes, rotate, bias }: Values): number | null {
  const samples = (sizes as readonly number[] | null)?.reduce((sum, size) => sum + size, 0) ?? 0;
  switch (features) {
    case 'csv':
      return null;
    case 'words':
      return samples + (rotate ? EXTRA_COLUMNS : 0);
    case 'curve':
      return 2;
    default:
      return bias ? 3 : 2;
  }
}

function outputsOf({ features, sizes, classes, outputs }: Values): number {
  if (features === 'pie' || features === 'words') return (sizes as readonly number[] | null)?.length ?? 0;
  if (features === 'curve') return 2;
  return (features === 'spiral' ? classes : outputs) as number;
}

/** Left: descent with K outputs. Right: the convex program. */
export const VECTOR_OUTPUT = defineCard({
  id: 'vector-output',
  menu: 4,
  params: PARAMS,
  arrival: () => 'best',
  compares: () => 'objective',
  startLength(values) {
    const columns = columnsOf(values);
    return columns === null ? null : (values.neurons as number) * (columns + outputsOf(values));
  },
  ownSeed: 'sseed',
  outputsKey: 'outputs',
  // Singular values of the network's outputs on the data, largest first.
  series: Object.fromEntries(
    Array.from({ length: MAX_OUTPUTS }, (_, k): [string, SeriesSpec] => [
      `sigma${k + 1}`,
      { scale: 'linear', better: null },
    ]),
  ),
  facts: {
    outputs: { format: 'count' },
    svdbound: { format: 'lower' },
    separate: { format: 'loss' },
    'separate.neurons': { format: 'count' },
    startshare: { format: 'most' },
    forgotten: { format: 'count' },
    threshold: { format: 'number' },
    'sigma.least': { format: 'number' },
    'start.lacks': { format: 'count' },
    'left.accuracy': { format: 'share', steps: true },
    'right.accuracy': { format: 'share', steps: true },
  },
  ends: {
    hovering: HOVERING,
  },
  opening: 'pie',
  presets: [
    { id: 'pie', values: { neurons: 5, speed: 100 } },
    { id: 'pie-sharp', values: { neurons: 5, beta: 0.003, speed: 100 } },
    { id: 'curve', values: { features: 'curve', beta: 0.002, c: 0.25, speed: 200 } },
    { id: 'spiral', values: { features: 'spiral', n: 18, bias: true, beta: 0.003, speed: 100 } },
    { id: 'spiral-wedges', values: { features: 'spiral', n: 18, beta: 0.003, speed: 100 } },
    { id: 'words', values: { features: 'words', sizes: [3, 4, 5], beta: 0.05, neurons: 20, speed: 100 } },
    {
      id: 'words-rotated',
      values: {
        features: 'words',
        sizes: [3, 4, 5],
        rotate: true,
        beta: 0.05,
        neurons: 3,
        size: 0.3,
        step: 0.5,
        speed: 100,
      },
    },
    {
      id: 'words-forgets',
      values: { features: 'words', sizes: [3, 4, 5], beta: 0.15, neurons: 20, speed: 100 },
    },
    { id: 'frank-wolfe', values: { neurons: 5, solver: 'fw', speed: 100 } },
  ],
});
