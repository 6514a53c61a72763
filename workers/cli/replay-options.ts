import { CATALOG, DEFAULT_PROBLEM, isProblemId, PROBLEM_IDS, scenarioParams } from '../../engine/catalog.ts';
import type { Instance, OwnData, ProblemCard } from '../../engine/contract.ts';
import type { Table } from '../../engine/data/table-reader.ts';
import type { GridView } from '../../engine/landscapes/window.ts';
import {
  formatParam,
  type ParamSpecs,
  type ParamValue,
  parseNumber,
  type Values,
} from '../../engine/params.ts';
import { describePhrase } from '../../engine/phrase.ts';
import type { Report } from '../../engine/problem.ts';
import { describeNotice } from '../../engine/scenario/describe-notice.ts';
import type { Notice } from '../../engine/scenario/notice.ts';
import {
  adjusted,
  isNewer,
  isSceneLink,
  isWindow,
  parseLink,
  readValues,
  type Scenario,
  valueAt,
  withDefaults,
  withValues,
} from '../../engine/scenario/scenario.ts';
import { keepsValues, readData, readJson, readOwn } from './replay-files.ts';
import { UsageError } from './usage-error.ts';

const MAX_STEPS = 1_000_000;

const MOST_AT = 1000;

const MAX_GRID = 1024;

export interface ReplayOptions {
  readonly scenario: Scenario;
  readonly own: OwnData | null;
  /** Refused rows that the instance cannot report. */
  readonly refused: Pick<Table, 'refused' | 'refusedCount'> | null;
  readonly steps: number;
  readonly format: 'json' | 'csv';
  /** Relative gap to which a solver's side is solved, whatever the steps; else null. */
  readonly gap: number | null;
  readonly stationary: boolean;
  /** Steps with printed states; null for the usual ones. */
  readonly at: readonly number[] | null;
  /** JSON of `--values`, which replaces drawn data. */
  readonly given: unknown;
  /** Grid of losses: cells per side, over the scenario's window. */
  readonly grid: { readonly size: number; readonly view: GridView } | null;
  readonly notices: readonly Notice[];
  /** Reason why a link gives no scenario, or null. */
  readonly noScenario: string | null;
  /** True to reject input that would be changed. */
  readonly strict: boolean;
  /** Keys given as flags: a vector of wrong length is then an error, not a notice. */
  readonly flags: ReadonlySet<string>;
}

/** Flags that are not link keys. */
const OWN_FLAGS = ['link', 'steps', 'at', 'values', 'gap', 'format', 'stationary', 'grid', 'strict'];

const GAPS = { min: 1e-15, max: 1 };

/**
 * Splits `--key value` and `--key=value`. Values may begin with a minus; switches may have none. Throws UsageError for a stray word, an
 * unknown or repeated flag, or a missing value.
 */
function readFlags(
  args: readonly string[],
  known: ReadonlySet<string>,
  switches: ReadonlySet<string>,
): Map<string, string> {
  const flags = new Map<string, string>();
  for (let i = 0; i < args.length; i++) {
    const word = args[i]!;
    if (!word.startsWith('--')) throw new UsageError(`expected a flag such as --steps 100; got "${word}"`);
    const equals = word.indexOf('=');
    const key = word.slice(2, equals < 0 ? undefined : equals);
    if (!known.has(key))
      throw new UsageError(`unknown flag --${key}: expected one of ${[...known].join(', ')}`);
    if (flags.has(key)) throw new UsageError(`expected --${key} once; it came twice`);
    if (equals >= 0) {
      flags.set(key, word.slice(equals + 1));
      continue;
    }
    const next = args[i + 1];
    if (switches.has(key) && !(next !== undefined && /^(0|1|true|false)$/.test(next))) flags.set(key, '1');
    else if (next === undefined || /^--[a-z]/i.test(next))
      throw new UsageError(
        `expected a value after --${key}; got ${next === undefined ? 'nothing' : `"${next}"`}`,
      );
    else {
      flags.set(key, next);
      i++;
    }
  }
  return flags;
}

function readInteger(key: string, text: string, min: number, max: number): number {
  const value = parseNumber(text);
  if (!Number.isInteger(value) || value < min || value > max)
    throw new UsageError(`--${key}: expected an integer from ${min} to ${max}; got "${text}"`);
  return value;
}

/** Parses a list of steps, each at most the last one. */
function readAt(text: string, steps: number): number[] {
  const list = text.split(',', MOST_AT + 1);
  if (list.length > MOST_AT) throw new UsageError(`--at: expected at most ${MOST_AT} steps; got more`);
  return list.map((one) => readInteger('at', one, 0, steps));
}

function readGap(text: string): number {
  const value = parseNumber(text);
  if (!(value >= GAPS.min && value <= GAPS.max))
    throw new UsageError(`--gap: expected a number from ${GAPS.min} to ${GAPS.max}; got "${text}"`);
  return value;
}

function readSwitch(key: string, text: string | undefined): boolean {
  if (text === undefined || text === '0' || text === 'false') return false;
  if (text === '1' || text === 'true') return true;
  throw new UsageError(`--${key}: expected 0 or 1; got "${text}"`);
}

function readFormat(text: string | undefined): 'json' | 'csv' {
  if (text === undefined || text === 'json') return 'json';
  if (text === 'csv') return 'csv';
  throw new UsageError(`--format: expected json or csv; got "${text}"`);
}

/** Reads a scenario's window, or null. Links are already checked: an invalid window is a flag's. */
function readView(value: ParamValue | undefined): GridView | null {
  if (!Array.isArray(value)) return null;
  const view = value as number[];
  if (!isWindow(view))
    throw new UsageError(`--view: expected ${describePhrase({ say: 'window' })}; got "${formatParam(view)}"`);
  const [x0, x1, y0, y1] = view;
  return { x0, x1, y0, y1 };
}

/** Returns the reason why a link gives no scenario, or null. */
function noScenarioIn(link: string | undefined): string | null {
  if (link === undefined) return null;
  if (/^[#&\s]*$/.test(link)) return `--link: expected a link; got "${link.trim()}"`;
  if (isSceneLink(link))
    return '--link: expected the link of a scenario; got that of a lecture, which only the page opens';
  return null;
}

/** Parses `replay`'s arguments. Throws UsageError, or ScenarioError without a valid row. */
export function parseReplayOptions(args: readonly string[]): ReplayOptions {
  const all: ParamSpecs = Object.assign({}, ...PROBLEM_IDS.map(scenarioParams));
  const known = new Set([...OWN_FLAGS, 'problem', ...Object.keys(all)]);
  const switches = new Set([
    'stationary',
    'strict',
    ...Object.keys(all).filter((key) => all[key]?.kind === 'flag'),
  ]);
  const flags = readFlags(args, known, switches);
  if (flags.has('c') && flags.has('step'))
    throw new UsageError('expected --c (a multiple of 1/L) or --step (the absolute length); got both');

  const steps = readInteger('steps', flags.get('steps') ?? '100', 0, MAX_STEPS);
  const at = flags.has('at') ? readAt(flags.get('at')!, steps) : null;
  const given = flags.has('values') ? readJson(flags.get('values')!) : undefined;
  if (given !== undefined && flags.has('data'))
    throw new UsageError('expected --data (a table) or --values (what is drawn); got both');
  const gap = flags.has('gap') ? readGap(flags.get('gap')!) : null;
  const format = readFormat(flags.get('format'));
  const stationary = readSwitch('stationary', flags.get('stationary'));
  const strict = readSwitch('strict', flags.get('strict'));
  const gridSize = flags.has('grid') ? readInteger('grid', flags.get('grid')!, 1, MAX_GRID) : null;
  if (format === 'csv' && (stationary || gridSize !== null))
    throw new UsageError(
      `--${stationary ? 'stationary' : 'grid'}: expected --format json; got csv, which holds the run alone`,
    );
  const link = flags.get('link');
  const named = flags.get('problem');
  if (named !== undefined && !isProblemId(named))
    throw new UsageError(`--problem: expected ${PROBLEM_IDS.join(' or ')}; got "${named}"`);
  const base =
    link === undefined
      ? { scenario: withDefaults(named ?? DEFAULT_PROBLEM, {}), notices: [] }
      : parseLink(link);
  const newer = base.notices[0];
  if (newer && isNewer(base)) throw new UsageError(`--link: ${describeNotice(newer)}`);
  const { problem } = base.scenario;
  if (named !== undefined && named !== problem)
    throw new UsageError(`expected the link's problem ${problem} after --problem; got ${named}`);
  const params = scenarioParams(problem);
  const card: ProblemCard = CATALOG[problem];
  const isFlag = (key: string) =>
    OWN_FLAGS.includes(key) || Object.hasOwn(params, key) || (key === 'data' && keepsValues(card));
  for (const key of flags.keys())
    if (key !== 'problem' && !isFlag(key))
      throw new UsageError(
        `--${key} is no parameter of ${problem}: expected one of ${Object.keys(params).join(', ')}`,
      );

  const bytes = readData(flags.get('data'), card);
  const pairs = new Map([...flags].filter(([key]) => key !== 'problem' && !OWN_FLAGS.includes(key)));
  if (bytes !== null) pairs.delete('data');
  const { ownSeed } = card;
  if (ownSeed && flags.has('data') && flags.has('seed') && !flags.has(ownSeed)) {
    pairs.set(ownSeed, flags.get('seed')!);
    pairs.delete('seed');
  }
  const own: Values =
    flags.has('data') && !keepsValues(card) ? { features: 'csv', ...card.ownColumns?.beside } : {};
  for (const [key, value] of Object.entries(own)) if (!pairs.has(key)) pairs.set(key, formatParam(value!));
  const found: Notice[] = [];
  const values = readValues(params, pairs, found);
  const bad = found.find(({ code }) => code !== 'clamped');
  if (bad)
    throw new UsageError(
      `--${bad.key}: expected ${describePhrase(bad.expected)}; got "${describePhrase(bad.got)}"`,
    );

  const notices = [...base.notices, ...found];
  // Flag c overrides the link's absolute step.
  const set = withValues(base.scenario, flags.has('c') ? { ...values, step: null } : values);
  const view = readView(valueAt(set, 'view'));
  if (gridSize !== null && !view) throw new UsageError('expected --view x0,x1,y0,y1 with --grid');
  const names = new Set(flags.keys());
  const read = bytes && readOwn(bytes, set.values, card, names, notices);
  const { scenario, notices: gaveWay } = adjusted(read ? withValues(set, read.values) : set, {
    ...values,
    ...read?.values,
  });
  return {
    scenario,
    own: read?.own ?? null,
    refused: read?.refused ?? null,
    steps,
    at,
    given,
    gap,
    format,
    stationary,
    grid: gridSize !== null && view ? { size: gridSize, view } : null,
    notices: [...notices, ...gaveWay],
    noScenario: noScenarioIn(link),
    strict,
    flags: names,
  };
}

export function replayHelp(): string {
  const keys = PROBLEM_IDS.flatMap((problem) => [
    `--problem ${problem}${problem === DEFAULT_PROBLEM ? ' (the default)' : ''}:`,
    ...Object.entries(scenarioParams(problem)).map(
      ([key, spec]) =>
        `  --${key.padEnd(10)} ${spec.kind === 'choice' ? spec.options.join(' | ') : spec.kind} (default ${formatParam(spec.default) || 'none'})`,
    ),
  ]);
  return [
    'Usage: npm run -s replay -- --link LINK | --data FILE.csv | --KEY VALUE … [--steps N] [--format json|csv]',
    '       [--problem NAME] [--at STEP,STEP,…] [--values FILE.json] [--stationary] [--grid CELLS --view x0,x1,y0,y1] [--gap G] [--strict]',
    'Prints every iterate and loss of both sides. --stationary adds their stationary points (d = 2); --grid adds their losses',
    'at the centres of CELLS x CELLS cells of the window. --gap G solves the right side to that relative gap instead of N',
    'rounds, where rounds solve it. --at lists the steps whose states are printed, --values gives what would be drawn, of problems',
    'that do so. Adjusted input is named on stderr; --strict refuses it. Keys, as in a link (docs/parameters.md):',
    ...keys,
  ].join('\n');
}

/** Returns the error of a flag that does not fit data or report, or null. */
export function wrongFlag(
  instance: Instance,
  report: Report | undefined,
  { flags, steps, stationary, grid, gap, format, at, scenario }: ReplayOptions,
): string | null {
  const { samples, sides, notices } = instance;
  const wrong = notices.find(({ code, key }) => code === 'vector-length' && flags.has(key));
  if (wrong)
    return `--${wrong.key}: expected ${describePhrase(wrong.expected)} numbers; got ${describePhrase(wrong.got)}`;
  const refused = report?.refuse({ format, gap, steps, stationary });
  if (refused) return refused;
  if (at !== null && !report?.listsStates)
    return `--at: expected a problem that prints the states of chosen steps alone; got ${scenario.problem}`;
  if (gap !== null && !report)
    return `--gap: expected a problem whose right side is solved; got ${scenario.problem}`;
  const unlisted = stationary && !report?.listsStationary;
  if (sides)
    return unlisted || grid
      ? `--${unlisted ? 'stationary' : 'grid'}: expected a problem with two landscapes; got ${scenario.problem}`
      : null;
  const d = instance.dimension;
  if (stationary && d !== 2) return `--stationary: expected two weights; got d = ${d}`;
  if (stationary && !Number.isFinite(samples.count))
    return `--stationary: expected finitely many samples; got n = ${formatParam(samples.count)}`;
  if (grid && d < 2) return `--grid: expected at least two weights; got d = ${d}`;
  return null;
}
