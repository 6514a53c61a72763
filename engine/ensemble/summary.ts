import type { SideName, Vector } from '../contract.ts';
import { mcnemar } from '../kernels/binomial.ts';
import { medianRank } from '../kernels/median-rank.ts';
import { type Interval, wilson } from '../kernels/wilson.ts';
import type { Status } from '../run/status.ts';
import {
  type AuditAggregate,
  addRuns,
  type CellAggregate,
  type ComparedAggregate,
  createAggregate,
  type Histogram,
  type Ranked,
  type SideAggregate,
} from './aggregate.ts';
import type { RunColumns } from './columns.ts';

/** Runs among all, with Wilson's 95 % interval of the fraction. */
export interface Share {
  readonly runs: number;
  readonly of: number;
  readonly interval: Interval;
}

/** Ascending values with their run counts. */
export interface Bins {
  readonly values: Vector;
  readonly counts: Vector;
}

type Ends = Readonly<Record<Status, number>> & Readonly<Record<string, number>>;

export interface SideSummary {
  readonly arrived: Share;
  /** Neither hits nor misses (`Aim.series`): not arrived, not in `aways` or the worst. */
  readonly ties: Share;
  /**
   * Survival curve: after step `steps[i]` the fraction `left[i]` of all runs has not arrived. One entry per step with an arrival, from (0,
   * 1) on. Runs that never arrive stay in it, censored at the limit.
   */
  readonly survival: { readonly steps: Int32Array<ArrayBuffer>; readonly left: Vector };
  /** Over all runs; null if fewer than half arrived. */
  readonly medianSteps: number | null;
  /** Final distances to the printed digits: the quantile plot. Infinity: diverged. */
  readonly aways: Bins;
  readonly statuses: Ends;
  /** Runs that neither arrived nor tied. */
  readonly missed: Ends;
  /** Farthest runs with distances: farthest first, ties by lower run number. */
  readonly worst: readonly Ranked[];
}

/** Audit of the claim that the right side is never behind. */
export interface AuditSummary {
  /** Runs in which the right was never farther by more than the tolerance at a common step. */
  readonly kept: Share;
  /** The other runs, and by how much, largest first. */
  readonly broken: readonly Ranked[];
  readonly most: number;
  /** Median first step at which it was behind; null if never. */
  readonly medianFirst: number | null;
  /** Points where Delta(w) >= 0 was checked, and where it failed. */
  readonly points: number;
  readonly failures: number;
}

/** Both sides of each run by the compared series at its end. Differences are right minus left, rounded to `DIGITS`. */
export interface ComparedSummary {
  /** Runs in which both sides have a number, and the others. */
  readonly of: number;
  readonly unknown: number;
  /** Runs in which this side's number is the higher one. */
  readonly higher: Readonly<Record<SideName, number>>;
  readonly equal: number;
  /** Median difference, with the distribution-free 95 % interval (`medianRank`); null for fewer than six runs. */
  readonly median: number;
  readonly interval: Interval | null;
  /** Exact two-sided p-value of the sign test; equal runs are left out. */
  readonly p: number;
  readonly medians: Readonly<Record<SideName, number>>;
  readonly differences: Bins;
}

export interface EnsembleSummary extends Readonly<Record<SideName, SideSummary>> {
  readonly runs: number;
  readonly both: number;
  readonly onlyLeft: number;
  readonly onlyRight: number;
  readonly neither: number;
  /** Exact two-sided p-value of McNemar's test for equal arrival rates. */
  readonly p: number;
  /** Null without audit. */
  readonly audit: AuditSummary | null;
  /** Null without a comparison, and before the first pair of numbers. */
  readonly compared: ComparedSummary | null;
}

/** Summarises the first `count` runs of a table. Throws RangeError without a run. */
export function summarise(columns: RunColumns, count = columns.count): EnsembleSummary {
  if (!(count >= 1 && count <= columns.count))
    throw new RangeError(`expected 1 to ${columns.count} runs; got ${count}`);
  const aggregate = createAggregate(
    columns.ends,
    columns.audit.behindAt.length > 0,
    columns.left.compared.length > 0,
  );
  addRuns(aggregate, columns, count);
  return summaryOf(aggregate);
}

export function summaryOf(aggregate: CellAggregate): EnsembleSummary {
  const { ends, runs, both, onlyLeft, onlyRight, audit, compared } = aggregate;
  return {
    runs,
    left: summariseSide(aggregate.left, runs, ends),
    right: summariseSide(aggregate.right, runs, ends),
    both,
    onlyLeft,
    onlyRight,
    neither: runs - both - onlyLeft - onlyRight,
    p: mcnemar(onlyLeft, onlyRight),
    audit: audit && summariseAudit(audit, runs),
    compared: compared && summariseCompared(compared, runs),
  };
}

/** Returns null without a pair. */
function summariseCompared(
  { left, right, differences }: ComparedAggregate,
  runs: number,
): ComparedSummary | null {
  const bins = binsOf(differences);
  const of = total(bins.counts);
  if (of === 0) return null;
  const where = (is: (value: number) => boolean) => total(bins.counts.filter((_, i) => is(bins.values[i]!)));
  const higher = { left: where((value) => value < 0), right: where((value) => value > 0) };
  const rank = medianRank(of);
  return {
    of,
    unknown: runs - of,
    higher,
    equal: of - higher.left - higher.right,
    median: median(bins),
    interval: rank === null ? null : { low: ranked(bins, rank), high: ranked(bins, of + 1 - rank) },
    p: mcnemar(higher.left, higher.right),
    medians: { left: median(binsOf(left)), right: median(binsOf(right)) },
    differences: bins,
  };
}

/** Returns the mean of the two middle values, never -0; NaN if they are opposite infinities. */
function median(bins: Bins): number {
  const count = total(bins.counts);
  const [low, high] = [ranked(bins, Math.ceil(count / 2)), ranked(bins, Math.floor(count / 2) + 1)];
  return low === high ? low : (low + high) / 2 + 0;
}

function share(runs: number, of: number): Share {
  return { runs, of, interval: wilson(runs, of) };
}

const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);

export function binsOf(histogram: Histogram): Bins {
  const values = Float64Array.from(histogram.keys()).sort();
  return { values, counts: values.map((value) => histogram.get(value)!) };
}

function summariseSide(side: SideAggregate, runs: number, ends: readonly string[]): SideSummary {
  const { arrived, missed, ties, worst } = side;
  const arrivals = binsOf(side.arrivals);
  const steps = [0];
  const left = [1];
  let come = 0;
  for (const [i, step] of arrivals.values.entries()) {
    come += arrivals.counts[i]!;
    if (step > 0) steps.push(step);
    left[steps.length - 1] = (runs - come) / runs;
  }
  const named = (count: (end: number) => number) =>
    Object.fromEntries(ends.map((end, i) => [end, count(i)])) as Ends;
  // Runs that never arrive count as later than any.
  const half = Math.ceil(runs / 2);
  return {
    arrived: share(come, runs),
    survival: { steps: Int32Array.from(steps), left: Float64Array.from(left) },
    medianSteps: come >= half ? ranked(arrivals, half) : null,
    ties: share(total(ties), runs),
    aways: binsOf(side.aways),
    statuses: named((i) => arrived[i]! + missed[i]! + ties[i]!),
    missed: named((i) => missed[i]!),
    worst,
  };
}

function summariseAudit(audit: AuditAggregate, runs: number): AuditSummary {
  const { broken, most, points, failures } = audit;
  const firsts = binsOf(audit.firsts);
  const count = total(firsts.counts);
  const medianFirst = count > 0 ? ranked(firsts, Math.ceil(count / 2)) : null;
  return { kept: share(runs - count, runs), broken, most, medianFirst, points, failures };
}

/** Returns the value of a rank from 1; the last for higher ranks, NaN if empty. */
function ranked({ values, counts }: Bins, rank: number): number {
  let at = 0;
  for (let left = rank - counts[0]!; left > 0 && at < values.length - 1; left -= counts[at]!) at++;
  return values[at] ?? Number.NaN;
}

/** Returns the quantile by nearest rank (docs/mathematics.md, section 11); NaN if empty. */
export function quantile(bins: Bins, part: number): number {
  return ranked(bins, Math.max(1, Math.ceil(part * total(bins.counts))));
}
