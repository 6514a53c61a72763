import { MAX_SEED } from '../kernels/random.ts';
import { MAX_SAMPLES } from '../limits.ts';
import { type ParamSpecs, shaping, type Values } from '../params.ts';

/** Update rules in menu order. */
export const RULES = ['gd', 'heavyball', 'nesterov', 'adam', 'sgd'] as const;
/** One of `RULES`. */
export type RuleName = (typeof RULES)[number];

const DESCENT = shaping('descent');
const UNLOCKED = { ...DESCENT, when: (values: Values) => values.unlock === true } as const;

/** Limits a parameter to these rules, on either side. */
function ofRules(...rules: RuleName[]) {
  const isOne = (name: unknown) => rules.includes(name as RuleName);
  const when = ({ rule, unlock, rrule }: Values) => isOne(rule) || (unlock === true && isOne(rrule));
  return { ...DESCENT, when } as const;
}

const SIZE = { kind: 'number', default: 1, min: 1e-6, max: 1e6, slider: 'log', unit: 'unit.c' } as const;
const LENGTH = { kind: 'optional-number', default: null, min: 1e-12, max: 1e12 } as const;
const SHARE = { kind: 'number', min: 0, max: 0.999, slider: 'linear' } as const;

/**
 * Descent parameters, the same for every problem. Both sides use `rule`, `c` and `step`; with `unlock` the right side uses `rrule`, `rc`
 * and `rstep`.
 */
export const RUN_PARAMS = {
  rule: { kind: 'choice', default: 'gd', options: RULES, ...shaping('descent') },
  c: { ...SIZE, ...DESCENT },
  step: { ...LENGTH, ...DESCENT },
  momentum: { ...SHARE, default: 0.9, ...ofRules('heavyball', 'nesterov') },
  beta1: { ...SHARE, default: 0.9, ...ofRules('adam') },
  beta2: { ...SHARE, default: 0.999, max: 0.99999, ...ofRules('adam') },
  batch: { kind: 'integer', default: 4, min: 1, max: MAX_SAMPLES, ...ofRules('sgd') },
  oseed: { kind: 'integer', default: 1, min: 0, max: MAX_SEED, ...ofRules('sgd') },
  unlock: { kind: 'flag', default: false, ...DESCENT },
  rrule: { kind: 'choice', default: 'gd', options: RULES, ...UNLOCKED },
  rc: { ...SIZE, ...UNLOCKED },
  rstep: { ...LENGTH, ...UNLOCKED },
} as const satisfies ParamSpecs;
