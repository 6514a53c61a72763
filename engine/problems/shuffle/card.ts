import type { Adjustment } from '../../contract.ts';
import { defineCard } from '../../define-problem.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import { type ParamSpecs, shaping, type Values, type ValuesOf } from '../../params.ts';
import { GRAPHS, MAX_LISTED, SHAPES, SHUFFLE_ENDS, SHUFFLE_LOSSES } from './names.ts';
import { NOISY_COPY } from './noisy-copy.ts';

export const MAX_NODES = 10;

const { gap, penalty, move, tie } = SHUFFLE_ENDS;
const [DATA, LOSS, DESCENT, START] = [shaping('data'), shaping('loss'), shaping('descent'), shaping('start')];
const isMatching = ({ loss }: Values) => loss === 'matching';
const graphs = (...kinds: readonly string[]) => ({
  when: (values: Values) => isMatching(values) && kinds.includes(values.graphs as string),
});
const matching = { when: isMatching };
const layers = { when: ({ loss }: Values) => loss === 'layers' };

/** Upper triangles, row by row, of preset `wrong-corner`. */
const FIRST = [2, 2, 0, 0, 4, 4];
const SECOND = [0, 0, 3, 4, 1, 0];
/** .9 J/4 + .1 I: between the centre and the identity. */
const BETWEEN = Array.from({ length: 16 }, (_, at) => (at % 5 === 0 ? 0.325 : 0.225));
const triangle = {
  kind: 'vector',
  min: -1e3,
  max: 1e3,
  maxLength: (MAX_NODES * (MAX_NODES + 1)) / 2,
  ...DATA,
  ...graphs('given'),
} as const;

const PARAMS = {
  loss: { kind: 'choice', default: 'matching', options: SHUFFLE_LOSSES, called: 'matched', ...DATA },
  graphs: { kind: 'choice', default: 'given', options: GRAPHS, ...DATA, ...matching },
  A: { ...triangle, default: FIRST },
  B: { ...triangle, default: SECOND },
  n: {
    kind: 'integer',
    default: 3,
    min: 2,
    max: MAX_NODES,
    called: 'nodes',
    ...DATA,
    ...graphs('weighted', 'simple', 'copy'),
  },
  groups: { kind: 'integer', default: 2, min: 2, max: 3, ...DATA, ...layers },
  size: { kind: 'integer', default: 2, min: 2, max: 3, called: 'groupsize', ...DATA, ...layers },
  noise: {
    kind: 'number',
    default: 0.3,
    min: 0,
    max: 10,
    slider: 'linear',
    called: 'copynoise',
    ...DATA,
    ...graphs('copy'),
  },
  drift: { kind: 'number', default: 0.3, min: 0, max: 10, slider: 'linear', ...DATA, ...layers },
  seed: {
    kind: 'integer',
    default: 1,
    min: 0,
    max: MAX_SEED,
    ...DATA,
    when: (values: Values) => !isMatching(values) || values.graphs !== 'given',
  },
  shape: { kind: 'choice', default: 'triangle', options: SHAPES, ...LOSS, ...matching },
  // A share of L.
  lambda: { kind: 'number', default: 0.1, min: 0, max: 10, slider: 'log', ...LOSS },
  ramp: { kind: 'integer', default: 0, min: 0, max: 100_000, ...LOSS },
  start: { kind: 'vector', default: null, min: -1e3, max: 1e3, maxLength: MAX_NODES ** 2, ...START },
  // For tally and ensemble, even if a start is given.
  spread: { kind: 'number', default: 0.5, min: 0, max: 10, slider: 'linear', ...START },
  sseed: { kind: 'integer', default: 1, min: 0, max: MAX_SEED, ...START },
  c: { kind: 'number', default: 1, min: 1e-6, max: 10, slider: 'log', ...DESCENT },
  starts: {
    kind: 'integer',
    default: 20,
    min: 1,
    max: 1000,
    group: 'ensemble',
    keeps: 'counts',
    part: 'run',
    control: 'ensemble',
  },
} as const satisfies ParamSpecs;

/** Returns n for an upper triangle of this length; NaN if there is none. */
export function nodesOf(length: number): number {
  const n = Math.floor(Math.sqrt(2 * length));
  return (n * (n + 1)) / 2 === length ? n : Number.NaN;
}

/** NaN if A has no valid length. */
export function nodesUnder({ loss, graphs: kind, A, n, groups, size }: Values): number {
  if (loss === 'layers') return (groups as number) * (size as number);
  return kind === 'given' ? nodesOf((A as readonly number[]).length) : (n as number);
}

/** Replaces the triangle unless three nodes are matched. */
function adjust(values: Values): Adjustment[] {
  const n = nodesUnder(values);
  // Without an n, A is refused for its length.
  const isMet = values.shape !== 'triangle' || !isMatching(values) || n === 3 || !(n >= 2);
  return isMet ? [] : [{ key: 'shape', value: 'all', expected: 'all' }];
}

function startLength(values: Values): number | null {
  const n = nodesUnder(values);
  if (Number.isNaN(n)) return null;
  return isMatching(values) && values.shape === 'triangle' ? 3 : n * n;
}

/** Permutations: a rounded convex relaxation (left); the same descent with a penalty that is zero only at permutations (right). */
export const SHUFFLE = defineCard({
  id: 'shuffle',
  menu: 7,
  params: PARAMS,
  arrival: () => 'best',
  compares: () => 'rounded',
  adjust,
  startLength,
  ownMatrices: { keys: ['A', 'B'], beside: { loss: 'matching', graphs: 'given' } },
  opens: { key: 'loss', presets: { matching: 'wrong-corner', layers: 'shuffle-layers' } },
  series: {
    // P.
    penalty: { scale: 'linear', better: 'lower' },
    // Best lower bound of the left so far.
    bound: { scale: 'log', better: 'higher', signed: true, proved: true },
    // E of the rounded state; NaN in a tie between different costs.
    rounded: { scale: 'log', better: 'lower' },
    // The same minus the best cost; NaN likewise, and beyond n = 8.
    missed: { scale: 'linear', better: 'lower' },
    // E + lambda_k P and lambda_k, of the right.
    objective: { scale: 'log', better: 'lower' },
    lambda: { scale: 'linear', better: null },
  },
  facts: {
    nodes: { format: 'count' },
    permutations: { format: 'count' },
    'lambda.absolute': { format: 'number' },
    'best.cost': { format: 'number' },
    'best.count': { format: 'count' },
    'left.rounded': { format: 'number', steps: true },
    'right.rounded': { format: 'number', steps: true },
    'left.bound': { format: 'lower', steps: true },
    // Lambdas above which the best corner, the first and the last listed are traps; number of traps at lambda.
    'threshold.best': { format: 'number' },
    'threshold.least': { format: 'number' },
    'threshold.most': { format: 'number' },
    traps: { format: 'count' },
    // The same lambdas as shares of L; `others`: the least that is not a best corner's. Number of held corners that are not best.
    'share.lambda': { format: 'number' },
    'share.best': { format: 'number' },
    'share.others': { format: 'number' },
    'share.least': { format: 'number' },
    'share.most': { format: 'number' },
    'held.worse': { format: 'count' },
    'convex.until': { format: 'number' },
    'exact.from': { format: 'upper' },
    // Shares of `starts`.
    'tally.starts': { format: 'count' },
    'tally.left': { format: 'share' },
    'tally.right': { format: 'share' },
    'tally.ties': { format: 'share' },
  },
  ends: {
    // The left rests and rounds to a best permutation, or the right reached one (proved by listing all).
    best: {
      criterion: { gap, penalty, move, listed: MAX_LISTED },
      stops: true,
      certified: true,
      arrived: true,
      outcome: 'best',
      carries: ['cost', 'best'],
      printed: { left: 'stationary', right: 'permutation' },
    },
    // The left rests and rounds to another permutation, or one not known to be best (`best` NaN).
    rounds: {
      criterion: { gap },
      stops: true,
      certified: true,
      arrived: false,
      outcome: 'stuck',
      carries: ['cost', 'best'],
      printed: { left: 'stationary' },
    },
    // The left rests; equally near permutations have different costs.
    tie: {
      criterion: { gap, near: tie },
      stops: true,
      certified: true,
      arrived: false,
      outcome: 'tie',
      carries: ['least', 'largest', 'best'],
      printed: { left: 'stationary' },
    },
    // The right has reached another permutation, or one not known to be best.
    permutation: {
      criterion: { penalty, move },
      stops: true,
      certified: false,
      arrived: false,
      outcome: 'stuck',
      carries: ['cost', 'best', 'threshold'],
    },
    // The right rests at no permutation.
    between: {
      criterion: { penalty, move },
      stops: true,
      certified: false,
      arrived: false,
      outcome: 'stuck',
      carries: ['penalty', 'threshold'],
      printed: { right: 'stationary' },
    },
  },
  opening: 'wrong-corner',
  presets: [
    { id: 'wrong-corner', values: { start: [0.2, 0.6, 0.2], speed: 2 } },
    { id: 'ramp-too', values: { lambda: 0.2, ramp: 200, start: [1 / 3, 1 / 3, 1 / 3], speed: 20 } },
    {
      id: 'convex-wins',
      values: { B: [4, 0, 4, 2, 2, 0], lambda: 0.2, start: [0.6, 0.2, 0.2], speed: 5 },
    },
    {
      id: 'nothing-to-round',
      values: {
        A: [0, 0, 0, 1, 0, 1, 0, 0, 0, 0],
        B: [0, 1, 1, 1, 0, 1, 1, 0, 0, 0],
        shape: 'all',
        lambda: 0.3,
        ramp: 150,
        start: BETWEEN,
        speed: 20,
      },
    },
    {
      id: 'ramp-wins',
      values: {
        A: [3, 1, 1, 3, 3, 1, 0, 4, 2, 2],
        B: [0, 3, 1, 1, 2, 1, 2, 3, 1, 1],
        shape: 'all',
        ramp: 200,
        start: BETWEEN,
        speed: 20,
      },
    },
    { id: 'noisy-copy', values: { ...NOISY_COPY, shape: 'all', ramp: 200, speed: 20 } },
    { id: 'shuffle-layers', values: { loss: 'layers', speed: 20 } },
  ],
});

export type ShuffleValues = ValuesOf<(typeof SHUFFLE)['params']>;
