import type { SideName, Vector } from '../contract.ts';
import { mcnemar } from '../kernels/binomial.ts';
import { type Interval, wilson } from '../kernels/wilson.ts';
import type { Status } from '../run/status.ts';
import type { RunColumns } from './columns.ts';

/** Runs that the list of the worst names. */
const WORST = 10;

/** A number of runs among all, with Wilson's 95 % interval of the share. */
export interface Share {
  readonly runs: number;
  readonly of: number;
  readonly interval: Interval;
}

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
  /** How far the runs were from their aim at their end, in ascending order: the quantile plot. Infinity: diverged. */
  readonly aways: Vector;
  /** How many runs ended in each state. */
  readonly statuses: Readonly<Record<Status, number>> & Readonly<Record<string, number>>;
  /** Numbers of the runs that ended farthest, farthest first; the earlier of equals. */
  readonly worst: Int32Array<ArrayBuffer>;
}

/** What was found of the claim that the right side is never behind. */
export interface AuditSummary {
  /** Runs in which the right side was at no common step farther than the left by more than the tolerance. */
  readonly kept: Share;
  /** Numbers of the runs in which it was, by how much, most first. */
  readonly broken: Int32Array<ArrayBuffer>;
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
  let both = 0;
  let onlyLeft = 0;
  let onlyRight = 0;
  for (let i = 0; i < count; i++) {
    const left = columns.left.arrivals[i]! >= 0;
    const right = columns.right.arrivals[i]! >= 0;
    if (left && right) both++;
    else if (left) onlyLeft++;
    else if (right) onlyRight++;
  }
  return {
    runs: count,
    left: summariseSide(columns, 'left', count),
    right: summariseSide(columns, 'right', count),
    both,
    onlyLeft,
    onlyRight,
    neither: count - both - onlyLeft - onlyRight,
    p: mcnemar(onlyLeft, onlyRight),
    audit: columns.audit.behindAt.length > 0 ? summariseAudit(columns, count) : null,
  };
}

function share(runs: number, of: number): Share {
  return { runs, of, interval: wilson(runs, of) };
}

function summariseSide({ from, ends, ...sides }: RunColumns, side: SideName, count: number): SideSummary {
  const columns = sides[side];
  const arrivals = columns.arrivals
    .slice(0, count)
    .filter((step) => step >= 0)
    .sort();
  const steps: number[] = [0];
  const left: number[] = [1];
  for (const [i, step] of arrivals.entries()) {
    if (step !== steps.at(-1)) {
      steps.push(step);
      left.push(0);
    }
    left[left.length - 1] = (count - i - 1) / count;
  }
  const statuses = Object.fromEntries(ends.map((end) => [end, 0])) as Record<Status, number> &
    Record<string, number>;
  for (let i = 0; i < count; i++) statuses[ends[columns.statuses[i]!]!]!++;
  const aways = columns.aways.slice(0, count).filter((away) => !Number.isNaN(away));
  // By the half of all runs: those that never came count as later than any.
  const middle = arrivals[Math.ceil(count / 2) - 1];
  return {
    arrived: share(arrivals.length, count),
    survival: { steps: Int32Array.from(steps), left: Float64Array.from(left) },
    medianSteps: middle ?? null,
    ties: share(count - aways.length, count),
    aways: aways.sort(),
    statuses,
    worst: worstOf(columns.aways, count, from, (i) => !Number.isNaN(columns.aways[i]!)),
  };
}

/** Numbers of at most `WORST` runs that count by a column that is never negative, largest first; the earlier of equals. */
function worstOf(
  column: Vector,
  count: number,
  from: number,
  counts: (i: number) => boolean,
): Int32Array<ArrayBuffer> {
  const worst: number[] = [];
  for (let i = 0; i < count; i++) {
    if (!counts(i) || (worst.length === WORST && column[i]! <= column[worst[WORST - 1]!]!)) continue;
    let at = worst.length;
    while (at > 0 && column[worst[at - 1]!]! < column[i]!) at--;
    worst.splice(at, 0, i);
    worst.length = Math.min(WORST, worst.length);
  }
  return Int32Array.from(worst, (i) => i + from);
}

function summariseAudit({ audit, from }: RunColumns, count: number): AuditSummary {
  const firsts = audit.behindAt
    .slice(0, count)
    .filter((step) => step >= 0)
    .sort();
  const sum = (column: Int32Array) => column.subarray(0, count).reduce((total, value) => total + value, 0);
  return {
    kept: share(count - firsts.length, count),
    broken: worstOf(audit.behindBy, count, from, (i) => audit.behindAt[i]! >= 0),
    most: audit.behindBy.subarray(0, count).reduce((most, by) => Math.max(most, by), 0),
    medianFirst: firsts[Math.ceil(firsts.length / 2) - 1] ?? null,
    points: sum(audit.points),
    failures: sum(audit.failures),
  };
}

/** The value below which a share of ascending numbers lies (the nearest rank, docs/mathematics.md, section 11); NaN of none. */
export function quantile(ascending: Vector, part: number): number {
  const rank = Math.min(ascending.length, Math.max(1, Math.ceil(part * ascending.length)));
  return ascending[rank - 1] ?? Number.NaN;
}
