import { CATALOG, PROBLEM_IDS, scenarioParams } from '../catalog.ts';
import type { ProblemCard } from '../contract.ts';
import { type Cell, column, type ExportTable, type TableColumn } from '../export/table.ts';
import { formatParam, sameValue, type Values } from '../params.ts';
import { type OutcomeMap, outcomeOf, outcomesOf } from '../run/outcome.ts';
import { describeRefusal } from '../scenario/describe-notice.ts';
import {
  adjusted,
  formatLink,
  isSceneLink,
  parseLink,
  type Scenario,
  withValues,
} from '../scenario/scenario.ts';
import { shownValue } from '../shown-value.ts';
import { SIDES } from '../side-names.ts';
import { type Axis, areOne, axisKeys, cellCount, cellValues, placesOf, RATIO, wrongPlace } from './axes.ts';
import type { RunColumns, SideColumns } from './columns.ts';
import { type Comparison, comparisonOf } from './compared.ts';
import {
  BOX,
  drawnAmong,
  ENSEMBLE_PARAMS,
  type EnsembleValues,
  ensembleOf,
  hasPlant,
  hasStartLaws,
  withoutEnsemble,
} from './ensemble-params.ts';

/** The same runs in every cell of up to two axes; without axes one ensemble. */
export interface Sweep {
  readonly scenario: Scenario;
  readonly ensemble: EnsembleValues;
  readonly axes: readonly Axis[];
  readonly cells: number;
  readonly size: number;
}

/** The message states what was expected and what was given. */
export class SweepError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'SweepError';
  }
}

const FORMAT = 'twin-descent-sweep';
const VERSION = 1;

/** Throws SweepError for an invalid axis, and for an audit without a plant. */
export function createSweep(scenario: Scenario, ensemble: EnsembleValues): Sweep {
  const specs = scenarioParams(scenario.problem);
  const keys = axisKeys(specs, scenario.values);
  if (ensemble.audit && !hasPlant(specs)) {
    const audited = PROBLEM_IDS.filter((id) => hasPlant(scenarioParams(id))).map((id) =>
      id.replaceAll('-', ' '),
    );
    throw new SweepError(`audit: expected a scenario of ${audited.join(' or ')}; got ${scenario.problem}.`);
  }
  const axes: Axis[] = [];
  for (const [key, at] of [
    ['xkey', 'xat'],
    ['ykey', 'yat'],
  ] as const) {
    const name = ensemble[key];
    if (name === '') {
      if (ensemble[at]) throw new SweepError(`${key}: expected the name of a number for ${at}; got none.`);
      continue;
    }
    if (!keys.includes(name))
      throw new SweepError(
        `${key}: expected a number that does something in this scenario (${keys.join(', ')}); got "${name}".`,
      );
    const places = ensemble[at];
    if (!places || places.length === 0)
      throw new SweepError(`${at}: expected comma-separated values of ${name}; got none.`);
    const axis = { key: name, at: places };
    const wrong = wrongPlace(specs, axis);
    if (wrong) throw new SweepError(`${at}: expected ${wrong.expected} for ${name}; got ${wrong.got}.`);
    axes.push(axis);
  }
  const [x, y] = axes;
  if (x && y && areOne(x.key, y.key))
    throw new SweepError(
      x.key === y.key
        ? `ykey: expected another name than xkey; got "${y.key}" twice.`
        : `ykey: expected a number that xkey does not set (${RATIO} sets n); got ${x.key} and ${y.key}.`,
    );
  const cells = cellCount(axes);
  return { scenario, ensemble, axes, cells, size: cells * ensemble.runs };
}

export function sweepValues({ scenario, axes }: Sweep, cell: number): Values {
  const values = cellValues(scenarioParams(scenario.problem), scenario.values, axes, cell);
  return adjusted({ ...scenario, values } as Scenario).scenario.values;
}

/** Returns the sweep of a scenario's own values. Throws like createSweep. */
export function scenarioSweep(scenario: Scenario): Sweep {
  return createSweep(scenario, ensembleOf(scenario.values));
}

/** Returns the scenario with all the sweep's values, so that its link is complete. */
export function sweepScenario({ scenario, ensemble }: Sweep): Scenario {
  return withValues(scenario, ensemble);
}

export function formatSweep({ scenario, ensemble }: Sweep): string {
  const set = Object.fromEntries(
    Object.entries(ENSEMBLE_PARAMS)
      .map(([key, spec]) => [key, ensemble[key as keyof EnsembleValues], spec.default] as const)
      .filter(([, value, byDefault]) => !sameValue(value, byDefault)),
  );
  const link = formatLink({ ...scenario, values: withoutEnsemble(scenario.values) });
  return `${JSON.stringify({ format: FORMAT, version: VERSION, link, set }, null, 2)}\n`;
}

/**
 * Parses JSON with `format`, `version`, `link`, and optionally `set`, which overrides keys of the sweep and the link: numbers, booleans,
 * texts, lists of numbers. Throws SweepError for anything not understood: a week's run must not replace a misspelt value by a default.
 */
export function parseSweep(text: string): Sweep {
  let file: unknown;
  try {
    file = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (error) {
    throw new SweepError(`Expected JSON; ${(error as Error).message}.`);
  }
  const { format, version, link, set, ...rest } = asRecord(file, 'the file');
  if (format !== FORMAT) throw new SweepError(`format: expected "${FORMAT}"; got ${shownValue(format)}.`);
  if (version !== VERSION) throw new SweepError(`version: expected ${VERSION}; got ${shownValue(version)}.`);
  if (typeof link !== 'string' || /^[#&\s]*$/.test(link) || isSceneLink(link))
    throw new SweepError(`link: expected the link of a scenario; got ${shownValue(link)}.`);
  const [unknown] = Object.keys(rest);
  if (unknown !== undefined)
    throw new SweepError(`Expected format, version, link and set; got "${unknown.slice(0, 40)}".`);
  const pairs = Object.entries(set === undefined ? {} : asRecord(set, 'set')).map(
    ([key, value]) => [key, linkText(key, value)] as const,
  );
  const { scenario, notices } = parseLink(linkWith(link, pairs));
  if (notices.length > 0) throw new SweepError(describeRefusal(notices));
  return scenarioSweep(scenario);
}

function linkWith(link: string, pairs: readonly (readonly [string, string])[]): string {
  const set = new Map(pairs);
  const kept = link
    .slice(link.indexOf('#') + 1)
    .split('&')
    .filter((pair) => pair !== '' && !set.has(pair.split('=', 1)[0]!));
  return `#${[...kept, ...pairs.map(([key, value]) => `${key}=${value}`)].join('&')}`;
}

function asRecord(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new SweepError(`Expected ${what} to be an object; got ${shownValue(value)}.`);
  return value as Record<string, unknown>;
}

function linkText(key: string, value: unknown): string {
  const plain = (one: unknown) => typeof one === 'number' || typeof one === 'boolean';
  if (plain(value)) return formatParam(value as number | boolean);
  // An ampersand would introduce another key.
  if (typeof value === 'string' && !/[&#]/.test(value)) return value;
  if (Array.isArray(value) && value.every((one) => typeof one === 'number')) return formatParam(value);
  throw new SweepError(
    `${key.slice(0, 40)}: expected a number, a truth value, a text or a list of numbers; got ${shownValue(value)}.`,
  );
}

/** Runs `from` up to `from + count - 1` of one cell. */
export interface Piece {
  readonly cell: number;
  readonly from: number;
  readonly count: number;
}

/** Returns shard `shard` (from 1) of `of`, counted over the cells; sizes differ by at most one. */
export function shardOf({ size }: Pick<Sweep, 'size'>, shard: number, of: number): readonly [number, number] {
  if (!(Number.isInteger(of) && of >= 1 && Number.isInteger(shard) && shard >= 1 && shard <= of))
    throw new SweepError(`shard: expected k/m with 1 <= k <= m; got ${shard}/${of}.`);
  return [Math.floor(((shard - 1) * size) / of), Math.floor((shard * size) / of)];
}

/** Cuts runs [from, to), counted over the cells, into pieces of at most `most` runs of one cell. */
export function* piecesOf(
  { ensemble: { runs } }: Sweep,
  from: number,
  to: number,
  most: number,
): Generator<Piece> {
  for (let at = from; at < to; ) {
    const cell = Math.floor(at / runs);
    const count = Math.min(most, to - at, (cell + 1) * runs - at);
    yield { cell, from: at - cell * runs, count };
    at += count;
  }
}

const LAWS: Readonly<Record<EnsembleValues['startlaw'], string>> = {
  normal: 'starts are standard normal',
  unit: 'starts have length 1',
  box: `each weight of a start lies between ${-BOX} and ${BOX}`,
};

/** Returns the outcomes of a cell's runs. */
export function cellOutcomes(sweep: Sweep, cell: number): OutcomeMap {
  const card: ProblemCard = CATALOG[sweep.scenario.problem];
  return outcomesOf(card, sweepValues(sweep, cell));
}

/** Returns what compares the sides of all cells' runs; null if nothing does. */
export function sweepComparison({ scenario: { problem, values } }: Sweep): Comparison | null {
  return comparisonOf(CATALOG[problem] as ProblemCard, values);
}

export function pieceRows(sweep: Sweep, { cell }: Piece, columns: RunColumns): Cell[][] {
  const places = placesOf(sweep.axes, cell);
  const outcomes = cellOutcomes(sweep, cell);
  return Array.from({ length: columns.count }, (_, i) => [
    cell,
    ...places,
    columns.from + i,
    ...SIDES.flatMap((side) => sideCells(columns[side], columns.ends, i)),
    ...(sweep.ensemble.audit ? auditCells(columns, i) : []),
    ...SIDES.map((side) => {
      const { arrivals, aways, statuses } = columns[side];
      return outcomeOf(outcomes, arrivals[i]!, aways[i]!, columns.ends[statuses[i]!]!);
    }),
    ...(sweepComparison(sweep) ? SIDES.map((side) => columns[side].compared[i]!) : []),
  ]);
}

function sideCells(
  { arrivals, aways, steps, statuses }: SideColumns,
  ends: readonly string[],
  i: number,
): Cell[] {
  return [arrivals[i]!, aways[i]!, steps[i]!, ends[statuses[i]!]!];
}

function auditCells({ audit }: RunColumns, i: number): Cell[] {
  return [audit.behindAt[i]!, audit.behindBy[i]!, audit.points[i]!, audit.failures[i]!];
}

/** Parses the header line that states runs per cell and cells; null for another line. */
export function runsSaid(line: string): { readonly runs: number; readonly cells: number } | null {
  const found = /(\d+) runs in each of (\d+) cells$/.exec(line);
  return found && { runs: Number(found[1]), cells: Number(found[2]) };
}

export function sweepColumns(sweep: Sweep): TableColumn[] {
  const { axes, ensemble, scenario } = sweep;
  const of = (side: string) => [
    column(`${side}_arrival`, `first step of the ${side} side within the criterion (-1: never)`, 'step'),
    column(
      `${side}_away`,
      `how far the ${side} side was from its aim at its end (nan: a tie - neither a hit nor a miss)`,
    ),
    column(`${side}_steps`, `steps the ${side} side took until it settled, or the limit`, 'step'),
    column(`${side}_status`, `how the ${side} side stood then`),
  ];
  const audit = [
    column(
      'behind_at',
      'first common step at which the right side is farther from the star by more than 1e-9 (-1: none)',
      'step',
    ),
    column('behind_by', 'by how much at most'),
    column('points', 'points at which Delta(w) >= 0 was asked'),
    column('failures', 'points at which it failed'),
  ];
  return [
    column('cell', 'number of the cell, the first axis running fastest'),
    ...axes.map(({ key }) => {
      const spec = scenarioParams(scenario.problem)[key];
      const options =
        spec?.kind === 'choice' ? ` (${spec.options.map((one, i) => `${i} ${one}`).join(' ')})` : '';
      return column(key, `where the cell stands on the axis ${key}${options}`);
    }),
    column('run', 'number of the run within its cell'),
    ...SIDES.flatMap(of),
    ...(ensemble.audit ? audit : []),
    ...outcomeColumns(),
    ...comparedColumns(sweep),
  ];
}

/** Files before version 0.2 lack them. */
export const outcomeColumns = (): TableColumn[] =>
  SIDES.map((side) => column(`${side}_outcome`, `what became of the ${side} side (docs/sweep.md)`));

/** Only where something compares the sides; files before December 2026 lack them. */
export function comparedColumns(sweep: Sweep): TableColumn[] {
  const by = sweepComparison(sweep);
  return SIDES.flatMap((side) =>
    by ? [column(`${side}_${by.series}`, `${by.series} of the ${side} side at its end`, by.unit)] : [],
  );
}

/** `rows` come in order. */
export function sweepTable(sweep: Sweep, rows: () => Generator<readonly Cell[] | null>): ExportTable {
  const { axes, ensemble, scenario } = sweep;
  const drawn = drawnAmong(scenarioParams(scenario.problem), scenario.values, ensemble.vary);
  const law =
    drawn.includes('start') && hasStartLaws(scenarioParams(scenario.problem)) ? LAWS[ensemble.startlaw] : '';
  return {
    // Format read by `runsSaid`.
    what: `${ensemble.runs} runs in each of ${sweep.cells} cells`,
    notes: [
      ...axes.map(({ key, at }) => `axis ${key}: ${at.map(formatParam).join(' ')}`),
      drawn.length === 0
        ? 'new in each run: nothing'
        : `new in each run: ${drawn.join(' ')} (the seed of run i is the scenario's plus i)`,
      `criterion: within ${ensemble.within} of the aim, in at most ${ensemble.limit} steps${law && ` - ${law}`}`,
      'aim: the goal of the problem - a distance to it, or an excess over its least loss (docs/sweep.md)',
    ],
    columns: sweepColumns(sweep),
    body: rows,
  };
}
