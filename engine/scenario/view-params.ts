import type { ParamSpecs } from '../params.ts';

/** Parameters of what is shown rather than of what is computed; the same for every problem. */
export const VIEW_PARAMS = {
  k: { kind: 'integer', default: 0, min: 0, max: 100_000, message: 'param.k', group: 'view' },
  view: {
    kind: 'vector',
    default: null,
    min: -1e9,
    max: 1e9,
    maxLength: 4,
    message: 'param.view',
    group: 'view',
  },
  scale: {
    kind: 'choice',
    default: 'shared',
    options: ['shared', 'own'],
    message: 'param.scale',
    group: 'view',
  },
  axis: {
    kind: 'choice',
    default: 'steps',
    options: ['steps', 'evaluations'],
    message: 'param.axis',
    group: 'view',
  },
  speed: {
    kind: 'number',
    default: 20,
    min: 0.25,
    max: 1000,
    slider: 'log',
    message: 'param.speed',
    group: 'view',
    unit: 'unit.speed',
  },
  autostop: { kind: 'flag', default: true, message: 'param.autostop', group: 'view' },
  keys: { kind: 'flag', default: true, message: 'param.keys', group: 'view' },
  theme: {
    kind: 'choice',
    default: 'auto',
    options: ['auto', 'light', 'dark'],
    message: 'param.theme',
    group: 'view',
  },
  profile: {
    kind: 'choice',
    default: 'desk',
    options: ['desk', 'projector'],
    message: 'param.profile',
    group: 'view',
  },
  lang: { kind: 'choice', default: 'auto', options: ['auto', 'en'], message: 'param.lang', group: 'view' },
} as const satisfies ParamSpecs;
