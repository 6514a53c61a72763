import type { Adjustment } from '../../contract.ts';
import { defineCard } from '../../define-problem.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import { MAX_PACKED } from '../../limits.ts';
import { type ParamSpecs, shaping, type Values, type ValuesOf } from '../../params.ts';
import { FILE_PARAMS } from '../../scenario/file-choice.ts';
import { CIRCLES, FED_LEVELS, FED_VERSUS, QUADS, SPLITS, TARGETS } from './names.ts';

export const MAX_CLIENTS = 16;
export const MAX_LOCAL = 1000;
export const MAX_FED_SAMPLES = 200;
export const MAX_FED_WIDTH = 16_384;
/** Largest K n m of a round. */
const MAX_PRODUCTS = 5e8;

const [DATA, LOSS, DESCENT, START] = [shaping('data'), shaping('loss'), shaping('descent'), shaping('start')];
const network = { when: ({ level }: Values) => level === 'network' };
const plane = { when: ({ level }: Values) => level === 'plane' };
const circle = { when: ({ level, features }: Values) => level === 'network' && features === 'circle' };
const drawn = { when: ({ level, quad }: Values) => level === 'network' || quad === 'drawn' };

/** Start of the plane, except for drawn clients. */
const FIRST = [-1.5, -1];

const PARAMS = {
  level: { kind: 'choice', default: 'plane', options: FED_LEVELS, called: 'fedlevel', ...DATA },
  quad: { kind: 'choice', default: 'disagree', options: QUADS, swept: true, ...DATA, ...plane },
  clients: {
    kind: 'integer',
    default: 2,
    min: 1,
    max: MAX_CLIENTS,
    defaultsBy: { key: 'level', of: { network: 3 } },
    ...DATA,
    ...drawn,
  },
  features: {
    kind: 'choice',
    default: 'circle',
    options: CIRCLES,
    called: 'fedsamples',
    ...DATA,
    ...network,
  },
  split: { kind: 'choice', default: 'arcs', options: SPLITS, swept: true, ...DATA, ...network },
  labels: {
    kind: 'choice',
    default: 'wave',
    options: TARGETS,
    swept: true,
    called: 'fedlabels',
    ...DATA,
    ...circle,
  },
  n: { kind: 'integer', default: 12, min: 2, max: MAX_FED_SAMPLES, ...DATA, ...circle },
  data: {
    kind: 'text',
    default: '',
    maxLength: MAX_PACKED,
    ...shaping('data', 'dialog'),
    when: ({ level, features }) => level === 'network' && features === 'csv',
  },
  ...FILE_PARAMS,
  seed: {
    kind: 'integer',
    default: 1,
    min: 0,
    max: MAX_SEED,
    ...DATA,
    ...drawn,
  },
  m: {
    kind: 'integer',
    default: 256,
    min: 2,
    max: MAX_FED_WIDTH,
    called: 'fedwidth',
    ...LOSS,
    ...network,
  },
  versus: {
    kind: 'choice',
    default: 'rounds',
    options: FED_VERSUS,
    swept: true,
    called: 'fedversus',
    ...LOSS,
    ...plane,
  },
  mu: {
    kind: 'number',
    default: 1,
    min: 1e-3,
    max: 1e3,
    slider: 'log',
    called: 'fedmu',
    ...LOSS,
    when: ({ level, versus }) => level === 'plane' && versus === 'prox',
  },
  paired: { kind: 'flag', default: true, ...START, ...network },
  start: {
    kind: 'vector',
    default: null,
    min: -1e3,
    max: 1e3,
    maxLength: 2,
    // Drawn with the clients.
    defaultsBy: { key: 'quad', of: { agree: FIRST, disagree: FIRST, tilted: FIRST, same: FIRST } },
    ...START,
    ...plane,
  },
  local: {
    kind: 'integer',
    default: 20,
    min: 1,
    max: MAX_LOCAL,
    defaultsBy: { key: 'level', of: { network: 5 } },
    ...DESCENT,
  },
  c: {
    kind: 'number',
    default: 0.9,
    min: 1e-6,
    max: 1e6,
    slider: 'log',
    called: 'fedstep',
    defaultsBy: { key: 'level', of: { network: 0.5 } },
    ...DESCENT,
  },
  step: { kind: 'optional-number', default: null, min: 1e-12, max: 1e12, called: 'fedeta', ...DESCENT },
  server: { kind: 'number', default: 1, min: 0.01, max: 2, slider: 'linear', ...DESCENT },
  measure: {
    kind: 'choice',
    default: 'loss',
    options: ['loss', 'gap'],
    group: 'ensemble',
    keeps: 'counts',
    part: 'run',
    control: 'ensemble',
    ...network,
  },
} as const satisfies ParamSpecs;

const range = (min: number, max: number) => ({ say: 'range', min: String(min), max: String(max) }) as const;

/** Returns the affordable number of local steps, if below `local`. */
export function fewerLocal(local: number, n: number, m: number): Adjustment | null {
  const most = Math.max(1, Math.floor(MAX_PRODUCTS / (n * m)));
  return local > most ? { key: 'local', value: most, expected: { ...range(1, most), beside: 'm' } } : null;
}

function adjust(values: Values): Adjustment[] {
  if (values.level !== 'network') return [];
  const { clients, n, m, paired, local } = values as ValuesOf<typeof PARAMS>;
  const made: Adjustment[] = [];
  // The size of the user's data is not known yet.
  const isOwn = values.features === 'csv';
  if (!isOwn && clients > n)
    made.push({ key: 'clients', value: n, expected: { ...range(1, n), beside: 'n' } });
  const odd = paired && m % 2 === 1;
  if (odd) made.push({ key: 'm', value: m + 1, expected: { say: 'multiple', of: '2', min: '2' } });
  const fewer = isOwn ? null : fewerLocal(local, n, odd ? m + 1 : m);
  return fewer ? [...made, fewer] : made;
}

/** Many clients, few rounds. On the right plain descent (plane), or the linearised network. */
export const FEDERATED = defineCard({
  id: 'federated',
  menu: 6,
  params: PARAMS,
  arrival: ({ level }) => (level === 'plane' ? 'best' : 'met'),
  compares: ({ level }) => (level === 'plane' ? null : 'loss'),
  adjust,
  startLength: ({ level }) => (level === 'plane' ? 2 : null),
  ownColumns: {
    names: ['angle', 'y', 'client'],
    radians: 'angle',
    rows: MAX_FED_SAMPLES,
    beside: { level: 'network' },
  },
  opens: { key: 'level', presets: { plane: 'fed-disagree', network: 'fed-opening' } },
  series: {
    // F - F(t*).
    excess: { scale: 'log', better: 'lower' },
    // F_K - F_K(theta_K) on the plane, u' G u of the linearisation.
    surrogate: { scale: 'log', better: 'lower' },
    // ||u_net - u_lin||.
    gap: { scale: 'log', better: null },
    // sqrt(mean_c ||theta_c - mean theta_c||^2) of the last round.
    drift: { scale: 'log', better: null },
    // Share of (neuron, sample) pairs whose sign differs from the start.
    flipped: { scale: 'linear', better: null },
  },
  facts: {
    local: { format: 'count' },
    clients: { format: 'count' },
    width: { format: 'count' },
    // ||theta_K - t*||, and slowest factors.
    'left.bias': { format: 'number' },
    'left.factor': { format: 'number' },
    'right.factor': { format: 'number' },
    'band.low': { format: 'lower' },
    'band.high': { format: 'upper' },
    // Loss of the linearisation.
    'rest.loss': { format: 'loss' },
    'rest.least': { format: 'loss' },
    'gap.largest': { format: 'number', steps: true },
    flipped: { format: 'share', steps: true },
    // Loss with the other `split` at the same eta.
    'otherdeal.loss': { format: 'loss', steps: true },
  },
  ends: {
    // The excess, or the network's loss, is minimal.
    global: { criterion: { excess: 1e-12 }, stops: false, certified: true, arrived: true, outcome: 'best' },
    rest: {
      criterion: { move: 1e-12, near: 1e-9 },
      stops: true,
      certified: true,
      arrived: false,
      outcome: 'stuck',
      carries: ['bias', 'excess'],
    },
  },
  opening: 'fed-disagree',
  presets: [
    { id: 'fed-disagree', values: { speed: 5 } },
    { id: 'fed-agree', values: { quad: 'agree', c: 0.218, speed: 5 } },
    { id: 'fed-tilted', values: { quad: 'tilted', c: 0.8, start: [-1.5, -1.2], speed: 5 } },
    { id: 'fed-same', values: { quad: 'same', c: 0.6, speed: 5 } },
    { id: 'fed-opening', values: { level: 'network', speed: 10 } },
    { id: 'fed-narrow', values: { level: 'network', m: 16, speed: 10 } },
    { id: 'fed-wide', values: { level: 'network', m: 1024, speed: 10 } },
    {
      id: 'fed-square',
      values: { level: 'network', clients: 4, local: 10, m: 64, labels: 'square', seed: 2, speed: 10 },
    },
    { id: 'fed-many', values: { level: 'network', local: 50, speed: 5 } },
    {
      id: 'fed-too-narrow',
      values: { level: 'network', m: 8, labels: 'square', seed: 5, local: 20, speed: 10 },
    },
  ],
});

export type FedValues = ValuesOf<(typeof FEDERATED)['params']>;
