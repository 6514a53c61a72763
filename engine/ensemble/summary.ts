import type { SideName, Vector } from '../contract.ts';
import { mcnemar } from '../kernels/binomial.ts';
import { type Interval, wilson } from '../kernels/wilson.ts';
import type { Status } from '../run/status.ts';
import {
  type AuditAggregate,
  addRuns,
  type CellAggregate,
  createAggregate,
  type Histogram,
  type Ranked,
  type SideAggregate,
} from './aggregate.ts';
import type { RunColumns } from './columns.ts';

/** A number of runs among all, with Wilson's 95 % interval of the share. */
export interface Share {
  readonly runs: number;
  readonly of: number;
  readonly interval: Interval;
}

/** Values in ascending order, and how many runs have each. */
export interface Bins {
  readonly values: Vector;
  readonly counts: Vector;
}

/** How many runs ended in each state. */
type Ends = Readonly<Record<Status, number>> & Readonly<Record<string, number>>;

export interface SideSummary {
  readonly arrived: Share;
  /** Runs that are neither hits nor misses (`Aim.series`): they have not arrived, and have no place among `aways` and the worst. */
  readonly ties: Share;
  /**
   * Steps to arrival as a survival curve: behind step `steps[i]` a share `left[i]` of all runs has not arrived. One entry for each step
   * at which a run arrived, from (0, 1) on. Runs that never came are censored at the limit: they stay in the share, none is dropped.
   */
  readonly survival: { readonly steps: Int32Array<ArrayBuffer>; readonly left: Vector };
  /** The middle of the steps to arrival, of all runs; null where fewer than half arrived. */
  readonly medianSteps: number | null;
  /** How far the runs were from their aim at their end, to the digits that are printed: the quantile plot. Infinity: diverged. */
  readonly aways: Bins;
  readonly statuses: Ends;
  /** Of those that neither arrived nor are ties. */
  readonly missed: Ends;
  /** The runs that ended farthest, and how far: farthest first; the earlier of equals. */
  readonly worst: readonly Ranked[];
}

/** What was found of the claim that the right side is never behind. */
export interface AuditSummary {
  /** Runs in which the right side was at no common step farther than the left by more than the tolerance. */
  readonly kept: Share;
  /** Runs in which it was, and by how much, most first. */
  readonly broken: readonly Ranked[];
  readonly most: number;
  /** The middle of the first steps at which it was behind; null where it never was. */
  readonly medianFirst: number | null;
  /** Points at which Delta(w) >= 0 was asked, and at which it failed. */
  readonly points: number;
  readonly failures: number;
}

export interface EnsembleSummary extends Readonly<Record<SideName, SideSummary>> {
  readonly runs: number;
  /** Runs in which both sides arrived, one alone, none. */
  readonly both: number;
  readonly onlyLeft: number;
  readonly onlyRight: number;
  readonly neither: number;
  /** Exact two-sided p-value of McNemar's test that the sides arrive equally often. */
  readonly p: number;
  /** Null where there was no audit. */
  readonly audit: AuditSummary | null;
}

/** Says what the first `count` runs of a table came to. Throws RangeError unless there is a run. */
export function summarise(columns: RunColumns, count = columns.count): EnsembleSummary {
  if (!(count >= 1 && count <= columns.count))
    throw new RangeError(`expected 1 to ${columns.count} runs; got ${count}`);
  const aggregate = createAggregate(columns.ends, columns.audit.behindAt.length > 0);
  addRuns(aggregate, columns, count);
  return summaryOf(aggregate);
}

/** Says what the runs of an aggregate came to. */
export function summaryOf(aggregate: CellAggregate): EnsembleSummary {
  const { ends, runs, both, onlyLeft, onlyRight, audit } = aggregate;
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
  };
}

function share(runs: number, of: number): Share {
  return { runs, of, interval: wilson(runs, of) };
}

const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);

/** A histogram in the order of its values. */
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
  // By the half of all runs: those that never came count as later than any.
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

/** The value of a rank, counted from 1; the last behind them, NaN of none. */
function ranked({ values, counts }: Bins, rank: number): number {
  let at = 0;
  for (let left = rank - counts[0]!; left > 0 && at < values.length - 1; left -= counts[at]!) at++;
  return values[at] ?? Number.NaN;
}

/** The value below which a share of numbers lies (the nearest rank, docs/mathematics.md, section 11); NaN of none. */
export function quantile(bins: Bins, part: number): number {
  return ranked(bins, Math.max(1, Math.ceil(part * total(bins.counts))));
}
