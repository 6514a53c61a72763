import type { Adjustment } from '../../contract.ts';
import { defineCard } from '../../define-problem.ts';
import { MAX_SEED } from '../../kernels/random.ts';
import { MAX_MEANS } from '../../limits.ts';
import { type ParamSpecs, type ParamValue, shaping, type Values, type ValuesOf } from '../../params.ts';
import { GAME_RULES } from './rules.ts';

export const MAX_WIDTH = 1000;
const MAX_NOISE = 20;
const MAX_NOISE_SAMPLES = 1000;
/** Replaces a brake of 0 under `best`, which needs one. */
const LEAST_BRAKE = 0.01;

const [DATA, LOSS, DESCENT, START] = [shaping('data'), shaping('loss'), shaping('descent'), shaping('start')];
const at = (...levels: readonly string[]) => ({
  when: ({ level }: Values) => levels.includes(level as string),
});
const versus = (kind: string) => ({
  when: ({ level, versus: chosen }: Values) => level !== 'two-weights' && chosen === kind,
});
const network = at('network');
const by = <const Of extends Readonly<Record<string, ParamValue>>>(of: Of) => ({
  defaultsBy: { key: 'level', of },
});
const width = { kind: 'integer', min: 1, max: MAX_WIDTH, ...LOSS } as const;
const brake = { kind: 'number', min: 0, max: 10, slider: 'linear', called: 'brake', ...LOSS } as const;
const rule = { kind: 'choice', options: GAME_RULES, called: 'gamerule', ...DESCENT } as const;

const PARAMS = {
  level: {
    kind: 'choice',
    default: 'network',
    options: ['network', 'plane', 'two-weights'],
    ...DATA,
  },
  versus: {
    kind: 'choice',
    default: 'width',
    options: ['width', 'brake', 'rule', 'best', 'convex'],
    ...by({ plane: 'brake' }),
    ...LOSS,
    ...at('network', 'plane'),
  },
  m: { kind: 'integer', default: 2, min: 1, max: MAX_MEANS, ...DATA, ...network },
  dz: { kind: 'integer', default: 2, min: 1, max: MAX_NOISE, ...DATA, ...network },
  n: {
    kind: 'integer',
    default: 20,
    min: 1,
    max: MAX_NOISE_SAMPLES,
    called: 'noisesamples',
    ...DATA,
    ...network,
  },
  xmean: {
    kind: 'vector',
    default: null,
    min: -1e3,
    max: 1e3,
    maxLength: MAX_MEANS,
    ...by({ plane: [1], 'two-weights': [-0.5] }),
    ...DATA,
  },
  seed: { kind: 'integer', default: 11, min: 0, max: MAX_SEED, ...DATA, ...network },
  width: { ...width, default: 3, ...network },
  width2: {
    ...width,
    default: 12,
    when: ({ level, versus: kind }: Values) => level === 'network' && kind === 'width',
  },
  rho: { ...brake, default: 1, ...by({ plane: 0 }) },
  rho2: { ...brake, default: 1, called: 'brake2', ...versus('brake') },
  rule: { ...rule, default: 'simultaneous' },
  rule2: { ...rule, default: 'alternating', called: 'gamerule2', ...versus('rule') },
  c: {
    kind: 'number',
    default: 1,
    min: 1e-6,
    max: 1e6,
    slider: 'log',
    called: 'gamestep',
    ...by({ plane: 0.2, 'two-weights': 0.3 }),
    ...DESCENT,
  },
  step: { kind: 'optional-number', default: null, min: 1e-12, max: 1e12, called: 'eta', ...DESCENT },
  mu: {
    kind: 'number',
    default: 0.5,
    min: 1e-6,
    max: 1e3,
    slider: 'log',
    ...by({ plane: 0.2 }),
    ...DESCENT,
  },
  start: {
    kind: 'vector',
    default: null,
    min: -1e3,
    max: 1e3,
    maxLength: 2,
    ...by({ plane: [2, 0], 'two-weights': [1.2, 0.4] }),
    ...START,
    ...at('plane', 'two-weights'),
  },
} as const satisfies ParamSpecs;

function adjust(values: Values): Adjustment[] {
  const { level, versus: kind, rule: left, rule2, rho, rho2 } = values;
  const made: Adjustment[] = [];
  if (level === 'plane' && (kind === 'width' || kind === 'convex'))
    made.push({ key: 'versus', value: 'brake', expected: 'brake, rule, best' });
  const right = made.length > 0 ? 'brake' : level === 'two-weights' ? null : kind;
  const least = { say: 'range', min: String(LEAST_BRAKE), max: String(brake.max), beside: 'best' } as const;
  const isBest = left === 'best' || right === 'best' || (right === 'rule' && rule2 === 'best');
  if (isBest && rho === 0) made.push({ key: 'rho', value: LEAST_BRAKE, expected: least });
  if (right === 'brake' && left === 'best' && rho2 === 0)
    made.push({ key: 'rho2', value: LEAST_BRAKE, expected: least });
  return made;
}

/** A generator descends, a discriminator ascends; the right side differs in one thing. */
export const GAN = defineCard({
  id: 'gan',
  menu: 5,
  params: PARAMS,
  arrival: () => 'star',
  compares: () => null,
  adjust,
  startLength: ({ level }) => (level === 'network' ? null : 2),
  ownMeans: { means: 'xmean', count: 'm', beside: { level: 'network' } },
  opens: {
    key: 'level',
    presets: { network: 'gan-cone', plane: 'gan-spiral', 'two-weights': 'gan-one-sign' },
  },
  // L(W, d).
  series: {
    value: { scale: 'linear', better: null, signed: true },
    // g in the displayed plane (m = 1: g and d).
    g1: { scale: 'linear', better: null, signed: true },
    g2: { scale: 'linear', better: null, signed: true },
    // Lower bound of all later mse, and number of dead neurons.
    reach: { scale: 'log', better: 'lower', proved: true },
    dead: { scale: 'linear', better: 'lower' },
  },
  facts: {
    mean: { format: 'number' },
    'mean.length': { format: 'count' },
    'width.half': { format: 'count' },
    'width.halfShare': { format: 'share' },
    width: { format: 'count' },
    'width.right': { format: 'count' },
    'left.factor': { format: 'number' },
    'right.factor': { format: 'number' },
    'left.floor': { format: 'lower' },
    'right.floor': { format: 'lower' },
    'left.reachable': { format: 'share' },
    'right.reachable': { format: 'share' },
    'left.push': { format: 'number', steps: true },
    'right.push': { format: 'number', steps: true },
    'left.excess': { format: 'share', steps: true },
    'right.excess': { format: 'share', steps: true },
  },
  ends: {
    cycles: {
      criterion: { off: 1e-9 },
      stops: false,
      certified: true,
      arrived: false,
      outcome: 'moving',
      carries: ['factor'],
    },
    atFloor: {
      criterion: { share: 1e-6 },
      stops: false,
      certified: true,
      arrived: true,
      outcome: 'best',
      carries: ['floor'],
    },
    // Dead neurons leave the mean, or the floor, out of reach, and the others have come as near as they can.
    deadEnd: {
      criterion: { share: 1e-6, slope: 1e-6 },
      stops: false,
      certified: true,
      arrived: false,
      outcome: 'dead',
    },
    // The floor is above an ensemble's criterion, so no later round meets it.
    barred: {
      criterion: {},
      counted: true,
      stops: false,
      certified: true,
      arrived: false,
      outcome: 'barred',
    },
  },
  opening: 'gan-spiral',
  presets: [
    { id: 'gan-cone', values: { speed: 20 } },
    { id: 'gan-restless', values: { seed: 2, speed: 50 } },
    { id: 'gan-spiral', values: { level: 'plane', speed: 20 } },
    { id: 'gan-border', values: { level: 'plane', rho: 0.2, speed: 20 } },
    { id: 'gan-cycle', values: { level: 'plane', rule: 'alternating', speed: 20 } },
    {
      id: 'gan-look-ahead',
      values: { level: 'plane', versus: 'rule', rule2: 'extragradient', speed: 20 },
    },
    {
      id: 'gan-five',
      values: { m: 5, dz: 5, n: 50, width: 8, width2: 100, seed: 7, c: 2, speed: 50 },
    },
    {
      id: 'gan-four',
      values: { m: 5, dz: 5, n: 50, width: 4, width2: 100, seed: 7, c: 2, speed: 50 },
    },
    {
      id: 'gan-weak-brake',
      values: { m: 5, dz: 5, n: 50, width: 100, versus: 'brake', rho: 0.1, seed: 7, c: 2, speed: 50 },
    },
    { id: 'gan-one-sign', values: { level: 'two-weights', speed: 20 } },
  ],
});

export type GameValues = ValuesOf<(typeof GAN)['params']>;
