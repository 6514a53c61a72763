import { changedValues, type ParamSpec, type ParamSpecs, type Values } from '../params.ts';

/** n/d. Not a parameter: n becomes the nearest integer to this times d. */
export const RATIO = 'ratio';

export interface Axis {
  readonly key: string;
  readonly at: readonly number[];
}

/** Parameter groups of axes. Seeds are drawn, not swept; a view changes nothing. */
const SWEPT = ['data', 'plant', 'noise', 'loss', 'start', 'descent'];
const SEEDS = ['seed', 'pseed', 'sseed', 'oseed', 'qseed'];

/** Keys without effect if the other one is set. */
const REPLACED: Readonly<Record<string, string>> = { c: 'step', rc: 'rstep' };

/** Returns the keys that an axis can sweep: effective numbers, and choices by option index. */
export function axisKeys(specs: ParamSpecs, values: Values): string[] {
  const isNumber = (spec: ParamSpec) =>
    (spec.kind === 'integer' || spec.kind === 'number' || (spec.kind === 'choice' && spec.swept)) &&
    SWEPT.includes(spec.group);
  const counts = (key: string) =>
    (specs[key]!.when?.(values) ?? true) && !(key in REPLACED && (values[REPLACED[key]!] ?? null) !== null);
  const keys = Object.keys(specs).filter(
    (key) => isNumber(specs[key]!) && !SEEDS.includes(key) && counts(key),
  );
  return keys.includes('n') && keys.includes('d') ? [RATIO, ...keys] : keys;
}

/** True if one scenario cannot have both: n/d sets n. */
export function areOne(key: string, other: string): boolean {
  const sets = (one: string) => (one === RATIO ? 'n' : one);
  return sets(key) === sets(other);
}

export function cellCount(axes: readonly Axis[]): number {
  return axes.reduce((count, { at }) => count * at.length, 1);
}

/** Returns a cell's value on each axis; the first axis runs fastest. */
export function placesOf(axes: readonly Axis[], cell: number): number[] {
  let rest = cell;
  return axes.map(({ at }) => {
    const place = at[rest % at.length]!;
    rest = Math.floor(rest / at.length);
    return place;
  });
}

/** Returns the first invalid value of an axis and what is expected; null if none. */
export function wrongPlace(
  specs: ParamSpecs,
  { key, at }: Axis,
): { readonly expected: string; readonly got: number | string } | null {
  const again = at.find((place, i) => at.indexOf(place) < i);
  if (again !== undefined) return { expected: 'each value once', got: `${again} twice` };
  const isRatio = key === RATIO;
  const got = at.find((place) => (isRatio ? !(place > 0) : within(specs[key]!, place) !== place));
  if (got === undefined) return null;
  if (isRatio) return { expected: 'numbers above 0', got };
  const { min, max } = boundsOf(specs[key]!);
  const kind = specs[key]!.kind === 'number' ? 'numbers' : 'whole numbers';
  return { expected: `${kind} from ${min} to ${max}`, got };
}

/** Returns a cell's values. The n of a ratio is rounded and clamped to its bounds. */
export function cellValues(specs: ParamSpecs, values: Values, axes: readonly Axis[], cell: number): Values {
  const set: Record<string, Values[string]> = {};
  const places = placesOf(axes, cell);
  for (const [i, { key }] of axes.entries()) {
    if (key === RATIO) continue;
    const [spec, place] = [specs[key]!, within(specs[key]!, places[i]!)];
    set[key] = spec.kind === 'choice' ? spec.options[place] : place;
  }
  // Last, because the ratio uses this cell's d.
  const ratio = axes.findIndex(({ key }) => key === RATIO);
  if (ratio >= 0) set.n = within(specs.n!, places[ratio]! * ((set.d ?? values.d) as number));
  return changedValues(specs, values, set);
}

/** Returns an axis's bounds; choices count from 0. */
function boundsOf(spec: ParamSpec): { readonly min: number; readonly max: number } {
  return spec.kind === 'choice' ? { min: 0, max: spec.options.length - 1 } : (spec as never);
}

function within(spec: ParamSpec, value: number): number {
  const { min, max } = boundsOf(spec);
  return Math.min(max, Math.max(min, spec.kind === 'number' ? value : Math.round(value)));
}
