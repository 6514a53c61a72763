import type { ParamSpec, ParamSpecs, Values } from '../params.ts';

/** n/d: samples per weight. No parameter of its own: n is set to the nearest whole number of it times d. */
export const RATIO = 'ratio';

/** One direction of a phase diagram: a number of the scenario and the places at which it is tried, in their order. */
export interface Axis {
  readonly key: string;
  readonly at: readonly number[];
}

/** Seeds are drawn, not swept; a view changes nothing. */
const SWEPT = ['data', 'plant', 'noise', 'loss', 'start', 'descent'];
const SEEDS = ['seed', 'pseed', 'sseed', 'oseed', 'qseed'];

/** Numbers that do nothing where another is given. */
const REPLACED: Readonly<Record<string, string>> = { c: 'step', rc: 'rstep' };

/** The numbers that an axis can run along: those that do something in the scenario of these values. */
export function axisKeys(specs: ParamSpecs, values: Values): string[] {
  const isNumber = ({ kind, group }: ParamSpec) =>
    (kind === 'integer' || kind === 'number') && SWEPT.includes(group);
  const counts = (key: string) =>
    (specs[key]!.when?.(values) ?? true) && !(key in REPLACED && values[REPLACED[key]!] !== null);
  const keys = Object.keys(specs).filter(
    (key) => isNumber(specs[key]!) && !SEEDS.includes(key) && counts(key),
  );
  return keys.includes('n') && keys.includes('d') ? [RATIO, ...keys] : keys;
}

/** Whether one scenario cannot have both: n/d sets n. */
export function areOne(key: string, other: string): boolean {
  const sets = (one: string) => (one === RATIO ? 'n' : one);
  return sets(key) === sets(other);
}

/** Cells of the product of the axes; 1 without any. */
export function cellCount(axes: readonly Axis[]): number {
  return axes.reduce((count, { at }) => count * at.length, 1);
}

/** Where a cell stands on each axis; the first axis runs fastest. */
export function placesOf(axes: readonly Axis[], cell: number): number[] {
  let rest = cell;
  return axes.map(({ at }) => {
    const place = at[rest % at.length]!;
    rest = Math.floor(rest / at.length);
    return place;
  });
}

/** What the places of an axis have to be, and the first that is something else; null where all can be had as they stand. */
export function wrongPlace(
  specs: ParamSpecs,
  { key, at }: Axis,
): { readonly expected: string; readonly got: number } | null {
  const isRatio = key === RATIO;
  const got = at.find((place) => (isRatio ? !(place > 0) : within(specs[key]!, place) !== place));
  if (got === undefined) return null;
  if (isRatio) return { expected: 'numbers above 0', got };
  const { kind, min, max } = specs[key] as ParamSpec & { min: number; max: number };
  return { expected: `${kind === 'integer' ? 'whole numbers' : 'numbers'} from ${min} to ${max}`, got };
}

/** The scenario's values in one cell. The n of a ratio is rounded and held within its bounds. */
export function cellValues(specs: ParamSpecs, values: Values, axes: readonly Axis[], cell: number): Values {
  const set: Record<string, Values[string]> = { ...values };
  const places = placesOf(axes, cell);
  for (const [i, { key }] of axes.entries()) if (key !== RATIO) set[key] = within(specs[key]!, places[i]!);
  // Last: the ratio is of the d of this cell.
  const ratio = axes.findIndex(({ key }) => key === RATIO);
  if (ratio >= 0) set.n = within(specs.n!, places[ratio]! * (set.d as number));
  return set;
}

function within(spec: ParamSpec, value: number): number {
  const { min, max } = spec as ParamSpec & { min: number; max: number };
  return Math.min(max, Math.max(min, spec.kind === 'integer' ? Math.round(value) : value));
}
