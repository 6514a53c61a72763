import { MAX_SEED } from '../kernels/random.ts';
import {
  defaultValues,
  type Keeps,
  namesOf,
  type ParamSpecs,
  type Values,
  type ValuesOf,
} from '../params.ts';

/** Parts that each run can redraw, with their seeds. */
export const DRAWN = { data: 'seed', plant: 'pseed', start: 'sseed' } as const;
export type Drawn = keyof typeof DRAWN;
export const DRAWN_NAMES = Object.keys(DRAWN) as readonly Drawn[];

/** Returns a run's seed; wraps from MAX_SEED to 0. */
export function seedOfRun(seed: number, run: number): number {
  return (seed + run) % (MAX_SEED + 1);
}

export function drawable(specs: ParamSpecs, values: Values): Drawn[] {
  return DRAWN_NAMES.filter(
    (name) => Object.hasOwn(specs, DRAWN[name]) && (specs[DRAWN[name]]!.when?.(values) ?? true),
  );
}

export function drawnAmong(specs: ParamSpecs, values: Values, vary: string): Drawn[] {
  return drawable(specs, values).filter((name) => namesOf(vary).includes(name));
}

/** Standard normal, as in the main view; the same scaled to length 1; each weight uniform in [-BOX, BOX], like a basin map. */
export const START_LAWS = ['normal', 'unit', 'box'] as const;

/** True if starts follow such a law; other problems have their own keys (a size, say). */
export function hasStartLaws(specs: ParamSpecs): boolean {
  const { start, sseed, ...others } = specs;
  return !!start && !!sseed && !Object.values(others).some(({ group }) => group === 'start');
}

/** True if the weights include a plant, as an audit requires. */
export function hasPlant(specs: ParamSpecs): boolean {
  return specs.plant?.kind === 'vector';
}

export const BOX = 3;

/** Most values of one axis. */
export const MAX_PLACES = 64;

function counting<K extends Keeps>(keeps: K) {
  return { group: 'ensemble', keeps, part: 'run', control: 'ensemble' } as const;
}

/** Ensemble parameters; link keys. */
export const ENSEMBLE_PARAMS = {
  runs: { kind: 'integer', default: 1000, min: 10, max: 100_000_000, ...counting('counts') },
  vary: {
    kind: 'names',
    default: 'data,plant,start',
    maxCount: 3,
    maxLength: 5,
    options: DRAWN_NAMES,
    ...counting('run'),
  },
  startlaw: { kind: 'choice', default: 'normal', options: START_LAWS, ...counting('run') },
  limit: { kind: 'integer', default: 3000, min: 1, max: 100_000, ...counting('counts') },
  within: { kind: 'number', default: 0.01, min: 1e-9, max: 1e3, slider: 'log', ...counting('counts') },
  audit: { kind: 'flag', default: false, ...counting('run') },
  xkey: { kind: 'text', default: '', maxLength: 20, ...counting('run') },
  xat: { kind: 'vector', default: null, min: -1e9, max: 1e9, maxLength: MAX_PLACES, ...counting('run') },
  ykey: { kind: 'text', default: '', maxLength: 20, ...counting('run') },
  yat: { kind: 'vector', default: null, min: -1e9, max: 1e9, maxLength: MAX_PLACES, ...counting('run') },
} as const satisfies ParamSpecs;

/** Ensemble values by link key. */
export type EnsembleValues = ValuesOf<typeof ENSEMBLE_PARAMS>;

export const ENSEMBLE_KEYS = Object.keys(ENSEMBLE_PARAMS) as readonly (keyof EnsembleValues)[];

/** Returns the problem's own keys that control counting. */
export function ownEnsembleKeys(specs: ParamSpecs): string[] {
  return Object.keys(specs).filter((key) => specs[key]!.group === 'ensemble' && !(key in ENSEMBLE_PARAMS));
}

export function ensembleOf(values: Values): EnsembleValues {
  return Object.fromEntries(ENSEMBLE_KEYS.map((key) => [key, values[key]!])) as unknown as EnsembleValues;
}

export function withoutEnsemble(values: Values): Values {
  return { ...values, ...defaultValues(ENSEMBLE_PARAMS) };
}
