import { CATALOG, DEFAULT_PROBLEM, isProblemId, type ProblemId, scenarioParams } from '../catalog.ts';
import type { ProblemCard } from '../contract.ts';
import {
  changedValues,
  defaultOf,
  defaultValues,
  formatNumber,
  formatParam,
  namesOf,
  type ParamSpecs,
  type ParamValue,
  parseParam,
  sameValue,
  type Values,
  type ValuesOf,
} from '../params.ts';
import { CONTROL_NAMES } from './control-names.ts';
import { type Notice, notice } from './notice.ts';
import type { PAGE_PARAMS } from './page-keys.ts';

/** The values of each problem: its own keys and those of every problem. */
export type OwnValues = {
  readonly [Id in ProblemId]: (typeof CATALOG)[Id] extends { params: infer P extends ParamSpecs }
    ? ValuesOf<P & typeof PAGE_PARAMS>
    : never;
};

/** Every key of any problem. */
export type AnyKey = { [Id in ProblemId]: keyof OwnValues[Id] }[ProblemId];

/** Those of one problem; a key that only others have is `undefined` in it. */
export type ValuesIn<Id extends ProblemId> = OwnValues[Id] & {
  readonly [K in Exclude<AnyKey, keyof OwnValues[Id]>]?: never;
};

/** Everything a link carries: a problem with all of its values. What asks for `problem` knows which values it has. */
export type Scenario = {
  readonly [Id in ProblemId]: { readonly problem: Id; readonly values: ValuesIn<Id> };
}[ProblemId];

/** The values of some scenario: a key that not every problem has may be `undefined`. */
export type ScenarioValues = Scenario['values'];

/** A value by its key; undefined where the problem has no such key. */
export function valueAt({ values }: Pick<Scenario, 'values'>, key: string): ParamValue | undefined {
  const all: Values = values;
  return all[key];
}

/** The scenario with some values set, which must be its problem's and are taken as they are; defaults follow the choices they depend on. */
export function withValues({ problem, values }: Scenario, changed: Values): Scenario {
  return { problem, values: changedValues(scenarioParams(problem), values, changed) } as Scenario;
}

/**
 * A scenario whose values are within the bounds that they have beside each other. The notices name those that were not, if they are among the
 * `given` or no defaults: a default that nobody gave gives way in silence.
 */
export function adjusted(scenario: Scenario, given: Values = {}): ParsedScenario {
  const { adjust }: ProblemCard = CATALOG[scenario.problem];
  const made = adjust?.(scenario.values) ?? [];
  const specs = scenarioParams(scenario.problem);
  return {
    scenario: withValues(scenario, Object.fromEntries(made.map(({ key, value }) => [key, value]))),
    notices: made.flatMap(({ key, value, expected }) => {
      const got = valueAt(scenario, key)!;
      if (!Object.hasOwn(given, key) && sameValue(got, defaultOf(specs[key]!, scenario.values))) return [];
      return [notice(typeof value === 'string' ? 'gave-way' : 'clamped', key, expected, formatParam(got))];
    }),
  };
}

/** What a link holds, with all that could not be used of it as it came. */
export interface ParsedScenario {
  readonly scenario: Scenario;
  readonly notices: readonly Notice[];
}

/** The link version whose defaults and meanings these are; how the next one would be made stands in README.md. */
export const LINK_VERSION = 1;

/** Longest fragment that is read. */
export const MAX_FRAGMENT = 80_000;

/** Pieces without a meaning (of an unknown key, of a key that came before, of no key) that are named one by one; the others are counted. */
const MOST_NAMED = 20;

/** The scenario of a problem's defaults with some values set, which are taken as they are. */
export function withDefaults(problem: ProblemId, values: Values): Scenario {
  return { problem, values: defaultValues(scenarioParams(problem), values) } as Scenario;
}

/** That there is no such problem. */
export function unknownProblem(id: string): Notice {
  return notice('unknown-problem', 'problem', Object.keys(CATALOG).join(', '), String(id).slice(0, 40));
}

/** What a bare address opens. */
export function openingScenario(): Scenario {
  return withDefaults(DEFAULT_PROBLEM, CATALOG[DEFAULT_PROBLEM].presets[0].values);
}

/** The part behind `#` of a whole address, or the text itself. */
export function fragmentOf(text: string): string {
  const hash = text.indexOf('#');
  if (hash >= 0) return text.slice(hash + 1);
  return /^[a-z]+:\/\//i.test(text) ? '' : text;
}

/**
 * Undoes what chat programs and mails put in: percent-encoding, `&amp;` for `&`, white space at the ends. No value holds any of
 * them. Damaged percent-encoding is left as it is.
 */
function decoded(text: string): string {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // Cut in the middle of an escape: what is left is read as it came.
  }
  return plain.replaceAll('&amp;', '&').trim();
}

/** Values by key, in the order in which they came; the last of a repeated key counts. */
function readPairs(fragment: string, notices: Notice[]): Map<string, string> {
  const pairs = new Map<string, string>();
  for (const piece of decoded(fragment).split('&')) {
    if (piece === '') continue;
    const equals = piece.indexOf('=');
    if (equals <= 0) {
      notices.push(notice('not-a-link', '', '', piece.slice(0, 40)));
      continue;
    }
    const key = piece.slice(0, equals);
    if (pairs.has(key)) notices.push(notice('repeated-key', key.slice(0, 40)));
    pairs.set(key, piece.slice(equals + 1));
  }
  return pairs;
}

/** The notices with no more than `MOST_NAMED` pieces without a meaning: a link has room for tens of thousands, a page has not. */
function fewer(notices: readonly Notice[]): readonly Notice[] {
  let pieces = 0;
  const isNamed = ({ code }: Notice) =>
    !(code === 'unknown-key' || code === 'repeated-key' || code === 'not-a-link') || ++pieces <= MOST_NAMED;
  const named = notices.filter(isNamed);
  return pieces <= MOST_NAMED ? named : [...named, notice('and-more', '', '', String(pieces - MOST_NAMED))];
}

/** Reads values by their declarations; everything that could not be used as it came is named in `notices`. */
export function readValues(specs: ParamSpecs, pairs: ReadonlyMap<string, string>, notices: Notice[]): Values {
  const values: Record<string, Values[string]> = {};
  for (const [key, text] of pairs) {
    const spec = Object.hasOwn(specs, key) ? specs[key] : undefined;
    if (!spec) {
      notices.push(notice('unknown-key', key.slice(0, 40)));
      continue;
    }
    const { value, issue } = parseParam(spec, text);
    // Of a text that is no value the default is taken, once all values are known that it may depend on.
    if (!issue || issue.code === 'clamped' || issue.code === 'unknown-names') values[key] = value;
    if (issue) notices.push({ ...issue, key });
  }
  return values;
}

/**
 * Reads a link (a whole address or its fragment). Never throws: unknown keys and bad values are named in the notices (of
 * many pieces without a meaning the first, and how many more there were), numbers are clamped to their bounds. A bare address is the opening scene; so is a link of another version, of which nothing
 * is read (`isNewer`).
 */
export function parseLink(text: string): ParsedScenario {
  const notices: Notice[] = [];
  let fragment = fragmentOf(text.trim());
  if (fragment.length > MAX_FRAGMENT) {
    notices.push(notice('too-long', '', String(MAX_FRAGMENT), String(fragment.length)));
    fragment = '';
  }
  const pairs = readPairs(fragment, notices);
  if (pairs.size === 0) return { scenario: openingScenario(), notices: fewer(notices) };

  const version = pairs.get('v') ?? String(LINK_VERSION);
  pairs.delete('v');
  if (version !== String(LINK_VERSION))
    // Its keys may mean something else: what is not known is not guessed.
    return {
      scenario: openingScenario(),
      notices: [notice('newer-version', 'v', formatNumber(LINK_VERSION), version.slice(0, 40))],
    };

  const id = pairs.get('problem') ?? DEFAULT_PROBLEM;
  pairs.delete('problem');
  if (!isProblemId(id)) notices.push(unknownProblem(id));
  const problem = isProblemId(id) ? id : DEFAULT_PROBLEM;

  const values = readValues(scenarioParams(problem), pairs, notices);
  const checked = checkedForPage(values, notices);
  const { scenario, notices: gaveWay } = adjusted(withDefaults(problem, checked), checked);
  return { scenario, notices: fewer([...notices, ...gaveWay]) };
}

/** Whether a link was of another version, so that nothing of it was read. */
export function isNewer({ notices }: Pick<ParsedScenario, 'notices'>): boolean {
  return notices.some(({ code }) => code === 'newer-version');
}

/** Whether a link names a lecture and no problem: then the lecture says what is shown. Everything that `formatLink` writes names one. */
export function isSceneLink(text: string): boolean {
  const fragment = fragmentOf(text.trim());
  if (fragment.length > MAX_FRAGMENT) return false;
  const pairs = readPairs(fragment, []);
  return pairs.has('lecture') && !pairs.has('problem');
}

/** Whether numbers are a window. */
export function isWindow(view: readonly number[]): view is readonly [number, number, number, number] {
  return view.length === 4 && view[0]! < view[1]! && view[2]! < view[3]!;
}

/** The values without a window that is none, and without names that no control has; notices say what was left out. */
export function checkedForPage(values: Values, notices: Notice[]): Values {
  return checkedNames(checkedWindows(values, notices), notices);
}

/** The values without a window that is none: it must be x0,x1,y0,y1 with x0 < x1 and y0 < y1. */
function checkedWindows(values: Values, notices: Notice[]): Values {
  const isNone = (key: string) => Array.isArray(values[key]) && !isWindow(values[key] as number[]);
  const none = ['view', 'crowdbox'].filter(isNone);
  for (const key of none)
    notices.push(notice('not-a-vector', key, { say: 'window' }, formatParam(values[key]!)));
  return none.length > 0 ? { ...values, ...Object.fromEntries(none.map((key) => [key, null])) } : values;
}

/** The values without hidden or locked names that no control has; a control of another problem is no mistake. */
function checkedNames(values: Values, notices: Notice[]): Values {
  const checked: Record<string, Values[string]> = { ...values };
  for (const key of ['hide', 'lock']) {
    const names = namesOf(values[key]);
    const unknown = names.filter((name) => !CONTROL_NAMES.has(name));
    if (unknown.length === 0) continue;
    checked[key] = names.filter((name) => CONTROL_NAMES.has(name)).join(',');
    const got = unknown.join(',');
    notices.push(
      notice('unknown-names', key, { say: 'control-names' }, got.length > 40 ? `${got.slice(0, 39)}…` : got),
    );
  }
  return checked;
}

/** What a link is written of: a scenario, or some of its values. */
export interface LinkParts {
  readonly problem: ProblemId;
  readonly values: Values;
}

/** Writes the fragment of a scenario, with `#`: only what differs from the defaults, in the order of declaration. */
export function formatLink({ problem, values }: LinkParts): string {
  const specs = scenarioParams(problem);
  const parts = [`v=${LINK_VERSION}`, `problem=${problem}`];
  for (const [key, spec] of Object.entries(specs)) {
    const value = values[key];
    if (value === undefined || value === null || sameValue(value, defaultOf(spec, values))) continue;
    parts.push(`${key}=${formatParam(value)}`);
  }
  return `#${parts.join('&')}`;
}
