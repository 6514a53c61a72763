import type { CellAggregate } from '../../../../engine/ensemble/aggregate.ts';
import type { SweepAggregate } from '../../../../engine/ensemble/aggregate-file.ts';
import { type RunColumns, sliceColumns } from '../../../../engine/ensemble/columns.ts';
import type { SweepRuns } from '../../../../engine/ensemble/read-runs.ts';
import { rangesWithin } from '../../../../engine/ensemble/run-ranges.ts';
import { scenarioSweep } from '../../../../engine/ensemble/sweep.ts';
import { cellScenario } from '../diagram/cell-scenario.ts';

/** Runs of a sweep one by one, or what they came to. */
export type JobRuns = SweepRuns | SweepAggregate;

/** Whether runs are counted, not listed: then no row is there. */
export function areCounted(runs: JobRuns): runs is SweepAggregate {
  return 'ranges' in runs;
}

/** Runs of a sweep, and whether more are coming. */
export interface Filled {
  readonly runs: JobRuns;
  readonly running: boolean;
  /** `running` where they come from another tab. */
  readonly there?: 'running' | 'cut' | null;
}

/** Runs of a cell, from one on; one behind the other, unless some between are not there. */
export interface Prefix {
  readonly from: number;
  readonly count: number;
  readonly hasGaps?: boolean;
}

/**
 * The first runs of a cell that are done without a gap. While a job runs they begin with run 0: which ones are counted must not hang on
 * how long they take. A file may hold a shard that begins later, and an aggregate counts all that it has.
 */
export function finishedPrefix({ running, there, runs: of }: Filled, cell: number): Prefix {
  const { runs } = of.sweep.ensemble;
  if (areCounted(of)) {
    const ranges = rangesWithin(of.ranges, cell * runs, (cell + 1) * runs);
    const count = of.cells[cell]!.runs;
    return { from: (ranges[0]?.[0] ?? 0) - cell * runs, count, hasGaps: ranges.length > 1 };
  }
  const { done } = of;
  const mine = done.subarray(cell * runs, (cell + 1) * runs);
  const from = running || there === 'running' ? 0 : Math.max(0, mine.indexOf(1));
  const end = mine.indexOf(0, from);
  return { from, count: (end < 0 ? runs : end) - from };
}

/** The runs of a prefix as a table of their own, or what they came to. */
export function prefixRuns(
  { runs }: Filled,
  cell: number,
  { from, count }: Prefix,
): RunColumns | CellAggregate {
  if (areCounted(runs)) return runs.cells[cell]!;
  return sliceColumns(runs.columns, cell * runs.sweep.ensemble.runs + from, count, from);
}

/** A cell of a diagram as an ensemble of its own: its sweep, and copies of its runs. */
export function cellRuns(of: JobRuns, cell: number): JobRuns {
  const { runs } = of.sweep.ensemble;
  const sweep = scenarioSweep(cellScenario(of.sweep, cell));
  if (areCounted(of)) {
    const ranges = rangesWithin(of.ranges, cell * runs, (cell + 1) * runs);
    const own = ranges.map(([from, to]) => [from - cell * runs, to - cell * runs] as const);
    return { sweep, cells: [of.cells[cell]!], ranges: own };
  }
  const { columns, done } = of;
  return {
    sweep,
    columns: sliceColumns(columns, cell * runs, runs, 0),
    done: done.slice(cell * runs, (cell + 1) * runs),
  };
}
