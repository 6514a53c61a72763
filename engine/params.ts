/**
 * Parameters, declared once: kind, bounds, default, words, and where each is kept, linked and set. Controls, links, command-line flags,
 * docs and all lists of keys derive from these declarations; nothing else repeats a bound, a default or a key.
 */

import type { Phrase } from './phrase.ts';
import type { Language } from './scenario/languages.ts';

/** What a key, and each option of a choice, is called. */
export interface KeyWords {
  readonly name?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** What every declaration carries; its words are the messages `param.<key>` and `choice.<key>.<option>`, or `words`. */
export interface CommonSpec {
  /** Heading under which a control is shown. */
  readonly group: ParamGroup;
  /** What becomes of its value when another scenario takes this one's place. */
  readonly keeps: Keeps;
  /** The part of a link that carries it; a person may leave every part out but `run`. */
  readonly part: LinkPart;
  /** Where it is set, and so whether a link may lock or hide it. */
  readonly control: ControlPlace;
  /** Marks the one key that turns a problem's sides into each other; the drawer of layers has it too. */
  readonly knob?: true;
  /** Its words, where the page's files of words have none; a law holds that every key has some in every language. */
  readonly words?: Readonly<Record<Language, KeyWords>>;
  /** The name that its words stand under, where another problem's key of the same name means something else. */
  readonly called?: string;
  /** Unit of the value, where it has one; a message key. */
  readonly unit?: string;
  /** Defaults that depend on a choice: by its key, a default for each of its options that has another than `default`. */
  readonly defaultsBy?: { readonly key: string; readonly of: Readonly<Record<string, ParamValue>> };
  /** Tells whether the parameter has any effect beside these values; absent: always. */
  readonly when?: (values: Values) => boolean;
}

/** Data, plant, noise and loss shape the landscapes; start and descent shape the run on them; view is what is shown, ensemble how often it is run. */
export type ParamGroup = 'data' | 'plant' | 'noise' | 'loss' | 'start' | 'descent' | 'view' | 'ensemble';

/**
 * `run`: belongs to the scenario, which brings its own. The others stay when another scenario is opened from the page: `page` is what a person
 * set about the page, `limits` what a link lets them do (a scene of a lecture adds its own), `display` how things are shown (a scene has its
 * own), `layers` what the maps show, `scene` the place in a lecture, `pace` the speed (a preset has its own), `counts` how runs are counted
 * (only a file of one's own keeps them). `app/session/scenario/keep-values.ts` says what stays when.
 */
export type Keeps = 'run' | 'page' | 'limits' | 'display' | 'layers' | 'scene' | 'pace' | 'counts';

/** Parts of a link that may be left out; `run` never is, and `none` is carried by links of embedded pages alone. */
export const LINK_PARTS = ['map', 'page', 'limits', 'lecture'] as const;
/** The part of a link that carries a key. */
export type LinkPart = (typeof LINK_PARTS)[number] | 'run' | 'none';

/**
 * `drawer`: in the drawer of the scenario, under its group. `layers`: in the drawer of layers too. `always`: in the drawer, and no link takes
 * it away. `dialog`: set by a dialog of its own. `ensemble`: set with the ensembles, and locked or hidden with them. `none`: no control.
 */
export type ControlPlace = 'drawer' | 'layers' | 'always' | 'dialog' | 'ensemble' | 'none';

/** Whether the scenario's drawer lists a key. */
export function isInDrawer({ control }: CommonSpec): boolean {
  return control === 'drawer' || control === 'layers' || control === 'always';
}

/** Whether `lock=` and `hide=` may name a key. */
export function isLimitable({ control }: CommonSpec): boolean {
  return control === 'drawer' || control === 'layers' || control === 'dialog';
}

/** What the keys of a problem have in common: they shape the run, which no other scenario keeps and every link carries. */
export function shaping<G extends ParamGroup, C extends ControlPlace = 'drawer'>(group: G, control?: C) {
  return { group, keeps: 'run', part: 'run', control: control ?? ('drawer' as C) } as const;
}

/** Whether a parameter shapes the run at all: not what is shown of it, nor how often it is run. */
export function shapesRun({ group }: CommonSpec): boolean {
  return group !== 'view' && group !== 'ensemble';
}

/** A whole number from `min` to `max`. */
export interface IntegerSpec extends CommonSpec {
  readonly kind: 'integer';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** Whether infinity is allowed besides; it is written `inf`. */
  readonly infinite?: true;
}

/** A finite number from `min` to `max`. */
export interface NumberSpec extends CommonSpec {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** A slider runs evenly in the value (linear) or in its logarithm (log); link values are never snapped. */
  readonly slider: 'linear' | 'log';
}

/** A number that may be left out; `null` means that it was. */
export interface OptionalNumberSpec extends CommonSpec {
  readonly kind: 'optional-number';
  readonly default: null;
  readonly min: number;
  readonly max: number;
}

/** One of the names in `options`. */
export interface ChoiceSpec<Option extends string = string> extends CommonSpec {
  readonly kind: 'choice';
  readonly default: Option;
  readonly options: readonly Option[];
  /** Whether an axis of a diagram may run along its options. */
  readonly swept?: true;
}

/** On or off; a link writes 1 and 0. */
export interface FlagSpec extends CommonSpec {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** A comma list of finite numbers; `null`, where that is the default, means: drawn from its seed. Components lie in [min, max]. */
export interface VectorSpec extends CommonSpec {
  readonly kind: 'vector';
  readonly default: readonly number[] | null;
  readonly min: number;
  readonly max: number;
  readonly maxLength: number;
  /** Whether its components are integers. */
  readonly whole?: true;
}

/** Text of the characters that survive in a link (letters, digits, `-_.`). */
export interface TextSpec extends CommonSpec {
  readonly kind: 'text';
  readonly default: '';
  readonly maxLength: number;
}

/** Names of letters and digits with commas between, kept as the text that a link carries; each name once. */
export interface NamesSpec extends CommonSpec {
  readonly kind: 'names';
  readonly default: string;
  readonly maxCount: number;
  readonly maxLength: number;
  /** The names that there are, where the declaration knows them. */
  readonly options?: readonly string[];
}

/** The declaration of one parameter; `kind` tells them apart. */
export type ParamSpec =
  | IntegerSpec
  | NumberSpec
  | OptionalNumberSpec
  | ChoiceSpec
  | FlagSpec
  | VectorSpec
  | TextSpec
  | NamesSpec;

/** Declarations by the keys that links use. */
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;
/** A value of any kind: null is an optional number or a vector that was left out. */
export type ParamValue = number | boolean | string | null | readonly number[];
/** Values by the keys that links use; a key that the problem does not have is undefined. */
export type Values = Readonly<Record<string, ParamValue | undefined>>;

/** The type of the values of one declaration. */
export type ValueOf<S extends ParamSpec> =
  S extends ChoiceSpec<infer Option>
    ? Option
    : S extends FlagSpec
      ? boolean
      : S extends VectorSpec
        ? readonly number[] | null
        : S extends OptionalNumberSpec
          ? number | null
          : S extends TextSpec | NamesSpec
            ? string
            : number;

/** The type of the values of a set of declarations. */
export type ValuesOf<P extends ParamSpecs> = { readonly [K in keyof P]: ValueOf<P[K]> };

/** What was wrong with one given value, as data; the words stand in `phrase.ts` and `scenario/notice.ts`. */
export interface ValueIssue {
  readonly code:
    | 'not-a-number'
    | 'not-an-integer'
    | 'not-a-choice'
    | 'not-a-flag'
    | 'not-a-vector'
    | 'not-text'
    | 'unknown-names'
    | 'clamped';
  readonly expected: Phrase;
  readonly got: string;
}

/** A value as `parseParam` read it, with what was wrong with the text, if anything. */
export interface ParsedValue {
  readonly value: ParamValue;
  readonly issue?: ValueIssue;
}

/** Infinity as text, where a declaration allows it. */
const INFINITE = 'inf';

/** No digit can be read in two ways: a long text that is no number after all is given up after one look. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** A decimal number as people write it, or NaN. Hexadecimal, `Infinity` and empty text are NaN; 1e999 is not finite and NaN too. */
export function parseNumber(text: string): number {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return Number.NaN;
  const value = Number(trimmed) + 0; // -0 becomes 0 for sums; the link writes 0
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : Number.NaN;
}

/** The shortest text that reads back as the same number, without `+` (which links do not carry). */
export function formatNumber(value: number): string {
  return String(value).replace('e+', 'e');
}

/** Returns bounds in the number format of links. */
export function boundsOf(spec: { min: number; max: number }): { min: string; max: string } {
  return { min: formatNumber(spec.min), max: formatNumber(spec.max) };
}

function clampIssue(spec: { min: number; max: number }, got: string): ValueIssue {
  return { code: 'clamped', expected: { say: 'range', ...boundsOf(spec) }, got };
}

function clamp(value: number, spec: { min: number; max: number }): number {
  return Math.min(spec.max, Math.max(spec.min, value));
}

function bounded(spec: { min: number; max: number }, value: number, got: string): ParsedValue {
  const inside = clamp(value, spec);
  return inside === value ? { value } : { value: inside, issue: clampIssue(spec, got) };
}

/** Longest piece of a bad value that a message repeats. */
function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Reads one value from text. Never throws: a bad value becomes the default, one out of bounds its bound, and both are named. */
export function parseParam(spec: ParamSpec, text: string): ParsedValue {
  const got = shortened(text);
  const bad = (code: ValueIssue['code'], expected: Phrase): ParsedValue => ({
    value: spec.default,
    issue: { code, expected, got },
  });
  switch (spec.kind) {
    case 'integer': {
      if (spec.infinite && text.trim() === INFINITE) return { value: Number.POSITIVE_INFINITY };
      const value = parseNumber(text);
      const integer: Phrase = { say: 'integer', ...boundsOf(spec), infinite: spec.infinite ?? false };
      if (Number.isNaN(value)) return bad('not-a-number', integer);
      if (!Number.isInteger(value)) return bad('not-an-integer', integer);
      return bounded(spec, value, got);
    }
    case 'number':
    case 'optional-number': {
      const value = parseNumber(text);
      if (Number.isNaN(value)) return bad('not-a-number', { say: 'number', ...boundsOf(spec) });
      return bounded(spec, value, got);
    }
    case 'choice':
      return spec.options.includes(text) ? { value: text } : bad('not-a-choice', spec.options.join(', '));
    case 'flag':
      if (text === '1' || text === 'true') return { value: true };
      if (text === '0' || text === 'false') return { value: false };
      return bad('not-a-flag', { say: 'flag' });
    case 'vector': {
      const parts = text.split(',', spec.maxLength + 1);
      const numbers = parts.map(parseNumber);
      const isGood = spec.whole ? Number.isInteger : Number.isFinite;
      if (parts.length > spec.maxLength || !numbers.every(isGood))
        return bad('not-a-vector', { say: spec.whole ? 'integers' : 'numbers', most: spec.maxLength });
      const inside = numbers.map((value) => clamp(value, spec));
      return inside.every((value, j) => value === numbers[j])
        ? { value: numbers }
        : { value: inside, issue: clampIssue(spec, got) };
    }
    case 'text':
      return text.length <= spec.maxLength && /^[\w.-]*$/.test(text)
        ? { value: text }
        : bad('not-text', { say: 'letters', most: spec.maxLength });
    case 'names':
      return parseNames(spec, text);
  }
}

/** The names of a comma list, in their order. */
export function namesOf(value: ParamValue | undefined): readonly string[] {
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}

/** The good names of a list; those that are none, or too many, are left out and named. */
function parseNames(spec: NamesSpec, text: string): ParsedValue {
  const given = [...new Set(text.split(',').map((name) => name.trim()))].filter((name) => name !== '');
  const good = given
    .filter((name) => /^[a-z0-9]+$/i.test(name) && name.length <= spec.maxLength)
    .filter((name) => spec.options?.includes(name) ?? true)
    .slice(0, spec.maxCount);
  const value = good.join(',');
  if (good.length === given.length) return { value };
  const expected: Phrase = spec.options
    ? { say: 'some-of', names: spec.options.join(', ') }
    : { say: 'names', most: spec.maxCount };
  const got = shortened(given.filter((name) => !good.includes(name)).join(','));
  return { value, issue: { code: 'unknown-names', expected, got } };
}

/** Writes one value as link text; `parseParam` reads it back as the same value. */
export function formatParam(value: ParamValue): string {
  if (typeof value === 'number') return value === Number.POSITIVE_INFINITY ? INFINITE : formatNumber(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value === null) return '';
  return typeof value === 'string' ? value : value.map(formatNumber).join(',');
}

/** Whether two values are the same, component by component for vectors. */
export function sameValue(a: ParamValue | undefined, b: ParamValue | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, j) => Object.is(value, b[j]));
  return Object.is(a, b);
}

/** The default of a declaration beside the other values, of which one may choose it. */
export function defaultOf({ default: usual, defaultsBy }: ParamSpec, values: Values): ParamValue {
  return defaultsBy?.of[String(values[defaultsBy.key])] ?? usual;
}

/** Some values, and the defaults of the declarations that they leave out. */
export function defaultValues<P extends ParamSpecs>(specs: P, given: Values = {}): ValuesOf<P> {
  const usual = Object.fromEntries(Object.entries(specs).map(([key, spec]) => [key, spec.default]));
  const chosen = { ...usual, ...given };
  const byChoice = Object.entries(specs).map(([key, spec]) => [key, defaultOf(spec, chosen)]);
  return { ...Object.fromEntries(byChoice), ...given } as ValuesOf<P>;
}

/** The values with some changed. What stands at its default follows where a changed choice has another default for it. */
export function changedValues(specs: ParamSpecs, before: Values, changed: Values): Values {
  const after = { ...before, ...changed };
  for (const [key, spec] of Object.entries(specs))
    if (spec.defaultsBy && !Object.hasOwn(changed, key) && sameValue(before[key], defaultOf(spec, before)))
      after[key] = defaultOf(spec, after);
  return after;
}
