import type { SideName } from '../contract.ts';
import { SIDES } from '../side-names.ts';
import type { RunColumns } from './columns.ts';
import { differenceOf } from './compared.ts';

export const WORST = 10;

/** Significant digits of counted distances, as printed on the page (`formatDistance`). */
export const DIGITS = 3;

export type Histogram = Map<number, number>;

export interface Ranked {
  readonly run: number;
  readonly by: number;
}

export interface SideAggregate {
  /** Runs by final state (index into `ends`). */
  readonly arrived: number[];
  readonly missed: number[];
  readonly ties: number[];
  readonly arrivals: Histogram;
  /** Final distances, rounded to `DIGITS`; Infinity: diverged. Ties have none. */
  readonly aways: Histogram;
  /** Up to `WORST` runs that ended farthest, farthest first, ties by lower run number. */
  readonly worst: Ranked[];
}

export interface AuditAggregate {
  /** First steps at which the right side was behind. */
  readonly firsts: Histogram;
  /** Runs with a lag, and its size, like `worst`. */
  readonly broken: Ranked[];
  /** Largest lag over all runs. */
  most: number;
  points: number;
  failures: number;
}

/** Numbers of both sides at the ends of the runs that have them, rounded to `DIGITS` (`comparisonOf`). */
export interface ComparedAggregate extends Readonly<Record<SideName, Histogram>> {
  /** Right minus left, 0 if equal; infinite if one side diverged. */
  readonly differences: Histogram;
}

/** Results of one cell: integers, and extreme or first values. Independent of counting order; size does not grow with the runs. */
export interface CellAggregate extends Readonly<Record<SideName, SideAggregate>> {
  readonly ends: readonly string[];
  runs: number;
  both: number;
  onlyLeft: number;
  onlyRight: number;
  /** The run with the lowest number, and the steps of its slower side; null without any. */
  first: { readonly run: number; readonly steps: number } | null;
  /** Null without audit. */
  readonly audit: AuditAggregate | null;
  /** Null without a comparison. */
  readonly compared: ComparedAggregate | null;
}

function createSideAggregate(ends: number): SideAggregate {
  const none = () => new Array<number>(ends).fill(0);
  return {
    arrived: none(),
    missed: none(),
    ties: none(),
    arrivals: new Map(),
    aways: new Map(),
    worst: [],
  };
}

export function createAggregate(ends: readonly string[], audited: boolean, compared = false): CellAggregate {
  const audit = { firsts: new Map(), broken: [], most: 0, points: 0, failures: 0 };
  return {
    ends,
    ...{ runs: 0, both: 0, onlyLeft: 0, onlyRight: 0, first: null },
    left: createSideAggregate(ends.length),
    right: createSideAggregate(ends.length),
    audit: audited ? audit : null,
    compared: compared ? { left: new Map(), right: new Map(), differences: new Map() } : null,
  };
}

export function rounded(away: number): number {
  return Number.isFinite(away) ? Number(away.toPrecision(DIGITS)) : away;
}

/** Counts the first `count` runs of a table. */
export function addRuns(to: CellAggregate, columns: RunColumns, count = columns.count): void {
  const { from, left, right, audit } = columns;
  for (const side of SIDES) addSide(to[side], columns, side, count);
  for (let i = 0; i < count; i++) {
    if (to.compared) compare(to.compared, left.compared[i]!, right.compared[i]!);
    const [isLeft, isRight] = [left.arrivals[i]! >= 0, right.arrivals[i]! >= 0];
    if (isLeft && isRight) to.both++;
    else if (isLeft) to.onlyLeft++;
    else if (isRight) to.onlyRight++;
    if (!to.audit) continue;
    const [at, by] = [audit.behindAt[i]!, audit.behindBy[i]!];
    if (at >= 0) {
      addTo(to.audit.firsts, at, 1);
      rank(to.audit.broken, from + i, by);
    }
    to.audit.most = Math.max(to.audit.most, by);
    to.audit.points += audit.points[i]!;
    to.audit.failures += audit.failures[i]!;
  }
  to.runs += count;
  if (count > 0) takeFirst(to, { run: from, steps: Math.max(left.steps[0]!, right.steps[0]!) });
}

function compare(to: ComparedAggregate, left: number, right: number): void {
  if (!Number.isNaN(left)) addTo(to.left, rounded(left), 1);
  if (!Number.isNaN(right)) addTo(to.right, rounded(right), 1);
  const difference = differenceOf(left, right);
  if (!Number.isNaN(difference)) addTo(to.differences, rounded(difference), 1);
}

function addSide(to: SideAggregate, columns: RunColumns, side: SideName, count: number): void {
  const { arrivals, aways, statuses } = columns[side];
  for (let i = 0; i < count; i++) {
    const away = aways[i]!;
    const isTie = Number.isNaN(away);
    const counts = arrivals[i]! >= 0 ? to.arrived : isTie ? to.ties : to.missed;
    counts[statuses[i]!]!++;
    if (arrivals[i]! >= 0) addTo(to.arrivals, arrivals[i]!, 1);
    if (isTie) continue;
    addTo(to.aways, rounded(away), 1);
    rank(to.worst, columns.from + i, away);
  }
}

export function addAggregate(to: CellAggregate, more: CellAggregate): void {
  for (const side of SIDES) {
    const [a, b] = [to[side], more[side]];
    for (const name of ['arrived', 'missed', 'ties'] as const)
      for (const [end, count] of b[name].entries()) a[name][end]! += count;
    for (const name of ['arrivals', 'aways'] as const)
      for (const [value, count] of b[name]) addTo(a[name], value, count);
    for (const { run, by } of b.worst) rank(a.worst, run, by);
  }
  for (const name of ['runs', 'both', 'onlyLeft', 'onlyRight'] as const) to[name] += more[name];
  if (more.first) takeFirst(to, more.first);
  for (const name of ['left', 'right', 'differences'] as const)
    if (to.compared)
      for (const [value, count] of more.compared?.[name] ?? []) addTo(to.compared[name], value, count);
  if (!to.audit || !more.audit) return;
  for (const [step, count] of more.audit.firsts) addTo(to.audit.firsts, step, count);
  for (const { run, by } of more.audit.broken) rank(to.audit.broken, run, by);
  to.audit.most = Math.max(to.audit.most, more.audit.most);
  to.audit.points += more.audit.points;
  to.audit.failures += more.audit.failures;
}

function addTo(histogram: Histogram, value: number, count: number): void {
  histogram.set(value, (histogram.get(value) ?? 0) + count);
}

function takeFirst(to: CellAggregate, first: NonNullable<CellAggregate['first']>): void {
  if (!to.first || first.run < to.first.run) to.first = first;
}

function rank(list: Ranked[], run: number, by: number): void {
  let at = list.length;
  while (at > 0 && (list[at - 1]!.by < by || (list[at - 1]!.by === by && list[at - 1]!.run > run))) at--;
  if (at === WORST) return;
  list.splice(at, 0, { run, by });
  if (list.length > WORST) list.pop();
}
