import type { CellAggregate } from '../../../../engine/ensemble/aggregate.ts';
import type { SweepAggregate } from '../../../../engine/ensemble/aggregate-file.ts';
import { type RunColumns, sliceColumns } from '../../../../engine/ensemble/columns.ts';
import type { SweepRuns } from '../../../../engine/ensemble/read-runs.ts';
import { rangesWithin } from '../../../../engine/ensemble/run-ranges.ts';
import { scenarioSweep } from '../../../../engine/ensemble/sweep.ts';
import { cellScenario } from '../diagram/cell-scenario.ts';

/** Rows of a sweep, or their aggregate. */
export type JobRuns = SweepRuns | SweepAggregate;

/** True for an aggregate, which has no rows. */
export function areCounted(runs: JobRuns): runs is SweepAggregate {
  return 'ranges' in runs;
}

export interface Filled {
  readonly runs: JobRuns;
  readonly running: boolean;
  /** `running` if another tab runs them. */
  readonly there?: 'running' | 'cut' | null;
}

/** Runs of a cell from `from` on, contiguous unless `hasGaps`. */
export interface Prefix {
  readonly from: number;
  readonly count: number;
  readonly hasGaps?: boolean;
}

/**
 * Returns a cell's contiguous finished runs. A job's start with run 0, so that the selection does not depend on durations. A file may
 * contain a later shard; an aggregate counts all.
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

export function prefixRuns(
  { runs }: Filled,
  cell: number,
  { from, count }: Prefix,
): RunColumns | CellAggregate {
  if (areCounted(runs)) return runs.cells[cell]!;
  return sliceColumns(runs.columns, cell * runs.sweep.ensemble.runs + from, count, from);
}

/** Copies a cell's runs into an ensemble of its own. */
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
