import { MAX_SEED } from '../kernels/random.ts';
import {
  defaultValues,
  type Keeps,
  namesOf,
  type ParamSpecs,
  type Values,
  type ValuesOf,
} from '../params.ts';

/** What can be drawn anew from run to run, with the parameter that is its seed. */
export const DRAWN = { data: 'seed', plant: 'pseed', start: 'sseed' } as const;
export type Drawn = keyof typeof DRAWN;
export const DRAWN_NAMES = Object.keys(DRAWN) as readonly Drawn[];

/** The seed of a run whose scenario has this one: behind MAX_SEED comes 0. */
export function seedOfRun(seed: number, run: number): number {
  return (seed + run) % (MAX_SEED + 1);
}

/** What of data, plant and start can be drawn: what the scenario of these values has a seed for. */
export function drawable(specs: ParamSpecs, values: Values): Drawn[] {
  return DRAWN_NAMES.filter(
    (name) => Object.hasOwn(specs, DRAWN[name]) && (specs[DRAWN[name]]!.when?.(values) ?? true),
  );
}

/** What of it is drawn anew: what was chosen. */
export function drawnAmong(specs: ParamSpecs, values: Values, vary: string): Drawn[] {
  return drawable(specs, values).filter((name) => namesOf(vary).includes(name));
}

/**
 * How starts are drawn: standard normals, as the main view draws them; those scaled to length 1; each weight uniformly from
 * [-BOX, BOX], which are the starts that a map of basins over that window counts.
 */
export const START_LAWS = ['normal', 'unit', 'box'] as const;

/** Whether a problem's starts follow such a law: those of others have keys of their own (a size, say). */
export function hasStartLaws(specs: ParamSpecs): boolean {
  const { start, sseed, ...others } = specs;
  return !!start && !!sseed && !Object.values(others).some(({ group }) => group === 'start');
}

/** Whether runs of a problem have a plant among their weights, which an audit asks about. */
export function hasPlant(specs: ParamSpecs): boolean {
  return specs.plant?.kind === 'vector';
}

/** Half of the box that starts are drawn from. */
export const BOX = 3;

/** Most places of one axis of a phase diagram. */
export const MAX_PLACES = 64;

function counting<K extends Keeps>(keeps: K) {
  return { group: 'ensemble', keeps, part: 'run', control: 'ensemble' } as const;
}

/** What makes an ensemble of a scenario; keys of a link. */
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

/** What an ensemble is made of, by the keys of a link. */
export type EnsembleValues = ValuesOf<typeof ENSEMBLE_PARAMS>;

/** The keys of an ensemble in a link's values. */
export const ENSEMBLE_KEYS = Object.keys(ENSEMBLE_PARAMS) as readonly (keyof EnsembleValues)[];

/** Keys of a problem's own that say how its runs are counted, among all of a scenario. */
export function ownEnsembleKeys(specs: ParamSpecs): string[] {
  return Object.keys(specs).filter((key) => specs[key]!.group === 'ensemble' && !(key in ENSEMBLE_PARAMS));
}

/** What makes the ensemble that a scenario's values name. */
export function ensembleOf(values: Values): EnsembleValues {
  return Object.fromEntries(ENSEMBLE_KEYS.map((key) => [key, values[key]!])) as unknown as EnsembleValues;
}

/** The values with all that makes an ensemble at its default: what is run, without how often. */
export function withoutEnsemble(values: Values): Values {
  return { ...values, ...defaultValues(ENSEMBLE_PARAMS) };
}
