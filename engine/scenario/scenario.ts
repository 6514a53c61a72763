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

/** Values of each problem: its own keys and the shared ones. */
export type OwnValues = {
  readonly [Id in ProblemId]: (typeof CATALOG)[Id] extends { params: infer P extends ParamSpecs }
    ? ValuesOf<P & typeof PAGE_PARAMS>
    : never;
};

/** Every key of any problem. */
export type AnyKey = { [Id in ProblemId]: keyof OwnValues[Id] }[ProblemId];

/** Values of one problem; a key that only others have is `undefined`. */
export type ValuesIn<Id extends ProblemId> = OwnValues[Id] & {
  readonly [K in Exclude<AnyKey, keyof OwnValues[Id]>]?: never;
};

/** Contents of a link: a problem with all of its values. Checking `problem` narrows the values. */
export type Scenario = {
  readonly [Id in ProblemId]: { readonly problem: Id; readonly values: ValuesIn<Id> };
}[ProblemId];

/** Values of some scenario: a key that not every problem has may be `undefined`. */
export type ScenarioValues = Scenario['values'];

export function valueAt({ values }: Pick<Scenario, 'values'>, key: string): ParamValue | undefined {
  const all: Values = values;
  return all[key];
}

/** Sets some values of a scenario. They must be the problem's and are not checked; defaults follow the choices they depend on. */
export function withValues({ problem, values }: Scenario, changed: Values): Scenario {
  return { problem, values: changedValues(scenarioParams(problem), values, changed) } as Scenario;
}

/**
 * Adjusts a scenario to the bounds that its values put on each other. Notices report changes of values that are `given` or not defaults;
 * other defaults give way silently.
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

/** Scenario of a link, with notices of everything unusable. */
export interface ParsedScenario {
  readonly scenario: Scenario;
  readonly notices: readonly Notice[];
}

/** Link version of these defaults and meanings; README.md describes how to introduce the next one. */
export const LINK_VERSION = 1;

export const MAX_FRAGMENT = 80_000;

/** Meaningless pieces (unknown key, repeated key, no key) reported one by one; further ones are counted. */
const MOST_NAMED = 20;

/** Returns the scenario of a problem's defaults with some values set, unchecked. */
export function withDefaults(problem: ProblemId, values: Values): Scenario {
  return { problem, values: defaultValues(scenarioParams(problem), values) } as Scenario;
}

export function unknownProblem(id: string): Notice {
  return notice('unknown-problem', 'problem', Object.keys(CATALOG).join(', '), String(id).slice(0, 40));
}

/** Returns the scenario that choosing a problem opens; by default a bare address's. */
export function openingScenario(problem: ProblemId = DEFAULT_PROBLEM): Scenario {
  const { opening, presets } = CATALOG[problem];
  return withDefaults(problem, presets.find(({ id }) => id === opening)!.values);
}

/** Returns the part of an address after `#`, or the text itself. */
export function fragmentOf(text: string): string {
  const hash = text.indexOf('#');
  if (hash >= 0) return text.slice(hash + 1);
  return /^[a-z]+:\/\//i.test(text) ? '' : text;
}

/**
 * Undoes changes by chat programs and mail: percent-encoding, `&amp;` for `&`, white space at the ends. No value contains any of them.
 * Leaves damaged percent-encoding unchanged.
 */
function decoded(text: string): string {
  let plain = text;
  try {
    plain = decodeURIComponent(text);
  } catch {
    // Cut in the middle of an escape: keep the rest unchanged.
  }
  return plain.replaceAll('&amp;', '&').trim();
}

/** Reads values by key in order; the last of a repeated key counts. */
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

/** Limits the notices of meaningless pieces to `MOST_NAMED`: a link has room for tens of thousands, a page does not. */
function fewer(notices: readonly Notice[]): readonly Notice[] {
  let pieces = 0;
  const isNamed = ({ code }: Notice) =>
    !(code === 'unknown-key' || code === 'repeated-key' || code === 'not-a-link') || ++pieces <= MOST_NAMED;
  const named = notices.filter(isNamed);
  return pieces <= MOST_NAMED ? named : [...named, notice('and-more', '', '', String(pieces - MOST_NAMED))];
}

/** Reads values by their declarations; `notices` report everything unusable. */
export function readValues(specs: ParamSpecs, pairs: ReadonlyMap<string, string>, notices: Notice[]): Values {
  const values: Record<string, Values[string]> = {};
  for (const [key, text] of pairs) {
    const spec = Object.hasOwn(specs, key) ? specs[key] : undefined;
    if (!spec) {
      notices.push(notice('unknown-key', key.slice(0, 40)));
      continue;
    }
    const { value, issue } = parseParam(spec, text);
    // An invalid text becomes the default once all values that it may depend on are known.
    if (!issue || issue.code === 'clamped' || issue.code === 'unknown-names') values[key] = value;
    if (issue) notices.push({ ...issue, key });
  }
  return values;
}

/**
 * Parses a link (a whole address or its fragment). Never throws: notices report unknown keys and bad values (of many meaningless pieces the
 * first ones and a count), and numbers are clamped. A bare address gives the opening scene; so does a link of another version, which is not
 * read (`isNewer`).
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
    // Its keys may have other meanings, so do not guess.
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

/** True if a link had another version and was not read. */
export function isNewer({ notices }: Pick<ParsedScenario, 'notices'>): boolean {
  return notices.some(({ code }) => code === 'newer-version');
}

/** True if a link names a lecture and no problem: the lecture then determines the scenario. `formatLink` always writes a problem. */
export function isSceneLink(text: string): boolean {
  const fragment = fragmentOf(text.trim());
  if (fragment.length > MAX_FRAGMENT) return false;
  const pairs = readPairs(fragment, []);
  return pairs.has('lecture') && !pairs.has('problem');
}

export function isWindow(view: readonly number[]): view is readonly [number, number, number, number] {
  return view.length === 4 && view[0]! < view[1]! && view[2]! < view[3]!;
}

/** Removes invalid windows and unknown control names; notices report them. */
export function checkedForPage(values: Values, notices: Notice[]): Values {
  return checkedNames(checkedWindows(values, notices), notices);
}

/** Removes invalid windows: x0,x1,y0,y1 requires x0 < x1 and y0 < y1. */
function checkedWindows(values: Values, notices: Notice[]): Values {
  const isNone = (key: string) => Array.isArray(values[key]) && !isWindow(values[key] as number[]);
  const none = ['view', 'crowdbox'].filter(isNone);
  for (const key of none)
    notices.push(notice('not-a-vector', key, { say: 'window' }, formatParam(values[key]!)));
  return none.length > 0 ? { ...values, ...Object.fromEntries(none.map((key) => [key, null])) } : values;
}

/** Removes hidden or locked names without a control; a control of another problem is valid. */
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

/** Input of a link: a scenario, or some of its values. */
export interface LinkParts {
  readonly problem: ProblemId;
  readonly values: Values;
}

/** Writes the fragment of a scenario, with `#`: only non-default values, in order of declaration. */
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
