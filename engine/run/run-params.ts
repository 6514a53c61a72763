import { MAX_SEED } from '../kernels/random.ts';
import { MAX_SAMPLES } from '../limits.ts';
import { type ParamSpecs, shaping, type Values } from '../params.ts';

/** The update rules, in the order in which a menu shows them. */
export const RULES = ['gd', 'heavyball', 'nesterov', 'adam', 'sgd'] as const;
/** One of `RULES`. */
export type RuleName = (typeof RULES)[number];

function either(values: Values, ...rules: RuleName[]): boolean {
  return (
    rules.includes(values.rule as RuleName) ||
    (values.unlock === true && rules.includes(values.rrule as RuleName))
  );
}

/**
 * Parameters of the descent, the same for every problem. Both sides use `rule`, `c` and `step`; with `unlock` the right
 * side uses `rrule`, `rc` and `rstep`.
 */
export const RUN_PARAMS = {
  rule: { kind: 'choice', default: 'gd', options: RULES, ...shaping('descent') },
  c: {
    kind: 'number',
    default: 1,
    min: 1e-6,
    max: 1e6,
    slider: 'log',
    ...shaping('descent'),
    unit: 'unit.c',
  },
  step: { kind: 'optional-number', default: null, min: 1e-12, max: 1e12, ...shaping('descent') },
  momentum: {
    kind: 'number',
    default: 0.9,
    min: 0,
    max: 0.999,
    slider: 'linear',
    ...shaping('descent'),
    when: (values) => either(values, 'heavyball', 'nesterov'),
  },
  beta1: {
    kind: 'number',
    default: 0.9,
    min: 0,
    max: 0.999,
    slider: 'linear',
    ...shaping('descent'),
    when: (values) => either(values, 'adam'),
  },
  beta2: {
    kind: 'number',
    default: 0.999,
    min: 0,
    max: 0.99999,
    slider: 'linear',
    ...shaping('descent'),
    when: (values) => either(values, 'adam'),
  },
  batch: {
    kind: 'integer',
    default: 4,
    min: 1,
    max: MAX_SAMPLES,
    ...shaping('descent'),
    when: (values) => either(values, 'sgd'),
  },
  oseed: {
    kind: 'integer',
    default: 1,
    min: 0,
    max: MAX_SEED,
    ...shaping('descent'),
    when: (values) => either(values, 'sgd'),
  },
  unlock: { kind: 'flag', default: false, ...shaping('descent') },
  rrule: {
    kind: 'choice',
    default: 'gd',
    options: RULES,
    ...shaping('descent'),
    when: (values) => values.unlock === true,
  },
  rc: {
    kind: 'number',
    default: 1,
    min: 1e-6,
    max: 1e6,
    slider: 'log',
    ...shaping('descent'),
    unit: 'unit.c',
    when: (values) => values.unlock === true,
  },
  rstep: {
    kind: 'optional-number',
    default: null,
    min: 1e-12,
    max: 1e12,
    ...shaping('descent'),
    when: (values) => values.unlock === true,
  },
} as const satisfies ParamSpecs;
