/**
 * Single declaration of every parameter: kind, bounds, default, words, and where it is kept, linked and set. Controls, links, command-line
 * flags, docs and key lists derive from it; nothing else repeats a bound, default or key.
 */

import type { Phrase } from './phrase.ts';
import type { Language } from './scenario/languages.ts';

/** Wording of a key and of each option of a choice. */
export interface KeyWords {
  readonly name?: string;
  readonly options?: Readonly<Record<string, string>>;
}

/** Fields of every declaration; its words are the messages `param.<key>` and `choice.<key>.<option>`, or `words`. */
export interface CommonSpec {
  readonly group: ParamGroup;
  /** Fate of its value when another scenario is opened. */
  readonly keeps: Keeps;
  readonly part: LinkPart;
  /** Place of its control; decides whether a link may lock or hide it. */
  readonly control: ControlPlace;
  /** Marks the one key that turns a problem's sides into each other; the layers drawer shows it too. */
  readonly knob?: true;
  /** Wording, if the message files have none; a test checks that every key has words in every language. */
  readonly words?: Readonly<Record<Language, KeyWords>>;
  /** Alternative message key if another problem's key of the same name means something else. */
  readonly called?: string;
  /** Message key. */
  readonly unit?: string;
  /** Defaults that depend on a choice: its key, and a default for each option that deviates from `default`. */
  readonly defaultsBy?: { readonly key: string; readonly of: Readonly<Record<string, ParamValue>> };
  /** True if the parameter has an effect under these values; absent: always. */
  readonly when?: (values: Values) => boolean;
}

/** Data, plant, noise and loss shape the landscapes; start and descent shape the run; view sets the display, ensemble the repetitions. */
export type ParamGroup = 'data' | 'plant' | 'noise' | 'loss' | 'start' | 'descent' | 'view' | 'ensemble';

/**
 * `run`: belongs to the scenario. The others survive when the page opens another scenario: `page` (settings of the page), `limits` (of a
 * link; a lecture scene adds its own), `display` (a scene has its own), `layers` of maps, `scene` (place in a lecture), `pace` (speed; a
 * preset has its own), `counts` (how runs are counted; only own data keep it). `app/session/scenario/keep-values.ts` applies these rules.
 */
export type Keeps = 'run' | 'page' | 'limits' | 'display' | 'layers' | 'scene' | 'pace' | 'counts';

/** Optional parts of a link; `run` is never left out, and only links of embedded pages carry `none`. */
export const LINK_PARTS = ['map', 'page', 'limits', 'lecture'] as const;
/** Part of a link that carries a key. */
export type LinkPart = (typeof LINK_PARTS)[number] | 'run' | 'none';

/**
 * `drawer`: scenario drawer, under its group. `layers`: layers drawer too. `always`: drawer, and no link removes it. `dialog`: a dialog of
 * its own. `ensemble`: set, locked and hidden with the ensembles. `none`: no control.
 */
export type ControlPlace = 'drawer' | 'layers' | 'always' | 'dialog' | 'ensemble' | 'none';

export function isInDrawer({ control }: CommonSpec): boolean {
  return control === 'drawer' || control === 'layers' || control === 'always';
}

export function isLimitable({ control }: CommonSpec): boolean {
  return control === 'drawer' || control === 'layers' || control === 'dialog';
}

/** Common fields of a problem's keys: they shape the run, every link carries them, and no other scenario keeps them. */
export function shaping<G extends ParamGroup, C extends ControlPlace = 'drawer'>(group: G, control?: C) {
  return { group, keeps: 'run', part: 'run', control: control ?? ('drawer' as C) } as const;
}

/** True if the parameter shapes the run, not just its display or number of repetitions. */
export function shapesRun({ group }: CommonSpec): boolean {
  return group !== 'view' && group !== 'ensemble';
}

/** An integer from `min` to `max`. */
export interface IntegerSpec extends CommonSpec {
  readonly kind: 'integer';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** True if infinity, written `inf`, is allowed too. */
  readonly infinite?: true;
}

/** A finite number from `min` to `max`. */
export interface NumberSpec extends CommonSpec {
  readonly kind: 'number';
  readonly default: number;
  readonly min: number;
  readonly max: number;
  /** Slider scale: linear or logarithmic; link values are never snapped. */
  readonly slider: 'linear' | 'log';
}

/** Optional number; `null` if omitted. */
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
  /** True if a diagram axis may run along its options. */
  readonly swept?: true;
}

/** A link writes 1 and 0. */
export interface FlagSpec extends CommonSpec {
  readonly kind: 'flag';
  readonly default: boolean;
}

/** Comma list of finite numbers in [min, max]; `null`, if that is the default: drawn from its seed. */
export interface VectorSpec extends CommonSpec {
  readonly kind: 'vector';
  readonly default: readonly number[] | null;
  readonly min: number;
  readonly max: number;
  readonly maxLength: number;
  readonly whole?: true;
}

/** Text of characters that survive in a link (letters, digits, `-_.`). */
export interface TextSpec extends CommonSpec {
  readonly kind: 'text';
  readonly default: '';
  readonly maxLength: number;
}

/** Comma list of distinct alphanumeric names, kept as the link's text. */
export interface NamesSpec extends CommonSpec {
  readonly kind: 'names';
  readonly default: string;
  readonly maxCount: number;
  readonly maxLength: number;
  /** Allowed names, if the declaration knows them. */
  readonly options?: readonly string[];
}

/** Declaration of one parameter, discriminated by `kind`. */
export type ParamSpec =
  | IntegerSpec
  | NumberSpec
  | OptionalNumberSpec
  | ChoiceSpec
  | FlagSpec
  | VectorSpec
  | TextSpec
  | NamesSpec;

/** Declarations by link key. */
export type ParamSpecs = Readonly<Record<string, ParamSpec>>;
/** Value of any kind; null is an omitted optional number or vector. */
export type ParamValue = number | boolean | string | null | readonly number[];
/** Values by link key; undefined for a key that the problem lacks. */
export type Values = Readonly<Record<string, ParamValue | undefined>>;

/** Value type of one declaration. */
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

/** Value types of a set of declarations. */
export type ValuesOf<P extends ParamSpecs> = { readonly [K in keyof P]: ValueOf<P[K]> };

/** Issue with one given value, as data; `phrase.ts` and `scenario/notice.ts` word it. */
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

/** Result of `parseParam`, with any issue. */
export interface ParsedValue {
  readonly value: ParamValue;
  readonly issue?: ValueIssue;
}

const INFINITE = 'inf';

/** The pattern cannot backtrack, so long non-numbers fail in linear time. */
const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i;

/** Parses a decimal number; NaN for hexadecimal, `Infinity`, empty text and overflow such as 1e999. */
export function parseNumber(text: string): number {
  const trimmed = text.trim();
  if (!NUMBER.test(trimmed)) return Number.NaN;
  const value = Number(trimmed) + 0; // -0 becomes 0 for sums; the link writes 0
  return Number.isFinite(value) ? (value === 0 ? 0 : value) : Number.NaN;
}

/** Returns the shortest text that reads back as the same number, without `+` (which links cannot carry). */
export function formatNumber(value: number): string {
  return String(value).replace('e+', 'e');
}

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

function shortened(text: string): string {
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}

/** Parses one value. Never throws: reports the issue and takes the default for a bad value, the bound for one out of bounds. */
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

export function namesOf(value: ParamValue | undefined): readonly string[] {
  return typeof value === 'string' && value !== '' ? value.split(',') : [];
}

/** Parses a list of names; drops and reports unknown or surplus ones. */
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

/** Writes one value as link text that `parseParam` reads back unchanged. */
export function formatParam(value: ParamValue): string {
  if (typeof value === 'number') return value === Number.POSITIVE_INFINITY ? INFINITE : formatNumber(value);
  if (typeof value === 'boolean') return value ? '1' : '0';
  if (value === null) return '';
  return typeof value === 'string' ? value : value.map(formatNumber).join(',');
}

export function sameValue(a: ParamValue | undefined, b: ParamValue | undefined): boolean {
  if (Array.isArray(a) && Array.isArray(b))
    return a.length === b.length && a.every((value, j) => Object.is(value, b[j]));
  return Object.is(a, b);
}

/** Returns the default of a declaration, which may depend on the other values. */
export function defaultOf({ default: usual, defaultsBy }: ParamSpec, values: Values): ParamValue {
  return defaultsBy?.of[String(values[defaultsBy.key])] ?? usual;
}

/** Completes the given values with defaults. */
export function defaultValues<P extends ParamSpecs>(specs: P, given: Values = {}): ValuesOf<P> {
  const usual = Object.fromEntries(Object.entries(specs).map(([key, spec]) => [key, spec.default]));
  const chosen = { ...usual, ...given };
  const byChoice = Object.entries(specs).map(([key, spec]) => [key, defaultOf(spec, chosen)]);
  return { ...Object.fromEntries(byChoice), ...given } as ValuesOf<P>;
}

/** Merges changes into the values. A value at its default follows when a changed choice brings another default. */
export function changedValues(specs: ParamSpecs, before: Values, changed: Values): Values {
  const after = { ...before, ...changed };
  for (const [key, spec] of Object.entries(specs))
    if (spec.defaultsBy && !Object.hasOwn(changed, key) && sameValue(before[key], defaultOf(spec, before)))
      after[key] = defaultOf(spec, after);
  return after;
}
