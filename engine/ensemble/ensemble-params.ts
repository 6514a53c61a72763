import { namesOf, type ParamSpecs, type ValuesOf } from '../params.ts';

/** What can be drawn anew from run to run, with the parameter that is its seed. */
export const DRAWN = { data: 'seed', plant: 'pseed', start: 'sseed' } as const;
export type Drawn = keyof typeof DRAWN;
export const DRAWN_NAMES = Object.keys(DRAWN) as readonly Drawn[];

/** What of data, plant and start is drawn anew: what was chosen, as far as these parameters have a seed for it. */
export function drawnAmong(specs: ParamSpecs, vary: string): Drawn[] {
  return (Object.keys(DRAWN) as Drawn[]).filter(
    (name) => namesOf(vary).includes(name) && Object.hasOwn(specs, DRAWN[name]),
  );
}

/** How starts are drawn: standard normals, as the main view draws them, or those scaled to length 1. */
export const START_LAWS = ['normal', 'unit'] as const;

/** Most places of one axis of a phase diagram. */
export const MAX_PLACES = 64;

/** What makes an ensemble of a scenario; keys of a link. */
export const ENSEMBLE_PARAMS = {
  runs: { kind: 'integer', default: 1000, min: 10, max: 100_000, message: 'param.runs', group: 'view' },
  vary: {
    kind: 'names',
    default: 'data,plant,start',
    maxCount: 3,
    maxLength: 5,
    options: DRAWN_NAMES,
    message: 'param.vary',
    group: 'view',
  },
  startlaw: {
    kind: 'choice',
    default: 'normal',
    options: START_LAWS,
    message: 'param.startlaw',
    group: 'view',
  },
  limit: {
    kind: 'integer',
    default: 3000,
    min: 1,
    max: 100_000,
    message: 'param.limit',
    group: 'view',
  },
  within: {
    kind: 'number',
    default: 0.01,
    min: 1e-9,
    max: 1e3,
    slider: 'log',
    message: 'param.within',
    group: 'view',
  },
  audit: { kind: 'flag', default: false, message: 'param.audit', group: 'view' },
  xkey: { kind: 'text', default: '', maxLength: 20, message: 'param.xkey', group: 'view' },
  xat: {
    kind: 'vector',
    default: null,
    min: -1e9,
    max: 1e9,
    maxLength: MAX_PLACES,
    message: 'param.xat',
    group: 'view',
  },
  ykey: { kind: 'text', default: '', maxLength: 20, message: 'param.ykey', group: 'view' },
  yat: {
    kind: 'vector',
    default: null,
    min: -1e9,
    max: 1e9,
    maxLength: MAX_PLACES,
    message: 'param.yat',
    group: 'view',
  },
} as const satisfies ParamSpecs;

export type EnsembleValues = ValuesOf<typeof ENSEMBLE_PARAMS>;
