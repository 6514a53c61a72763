import { type RunColumns, sliceColumns } from '../../../engine/ensemble/columns.ts';
import type { SweepRuns } from '../../../engine/ensemble/read-runs.ts';
import { scenarioSweep } from '../../../engine/ensemble/sweep.ts';
import { cellScenario } from './cell-scenario.ts';

/** Runs of a sweep, and whether more are coming. */
export interface Filled {
  readonly runs: SweepRuns;
  readonly running: boolean;
  /** `running` where they come from another tab. */
  readonly there?: 'running' | 'cut' | null;
}

/** Runs of a cell, one behind the other. */
export interface Prefix {
  readonly from: number;
  readonly count: number;
}

/**
 * The first runs of a cell that are done without a gap. While a job runs they begin with run 0: which ones are counted must not hang on
 * how long they take. A file may hold a shard that begins later.
 */
export function finishedPrefix({ running, there, runs: { sweep, done } }: Filled, cell: number): Prefix {
  const { runs } = sweep.ensemble;
  const mine = done.subarray(cell * runs, (cell + 1) * runs);
  const from = running || there === 'running' ? 0 : Math.max(0, mine.indexOf(1));
  const end = mine.indexOf(0, from);
  return { from, count: (end < 0 ? runs : end) - from };
}

/** The runs of a prefix as a table of their own. */
export function prefixColumns(
  { runs: { sweep, columns } }: Filled,
  cell: number,
  { from, count }: Prefix,
): RunColumns {
  return sliceColumns(columns, cell * sweep.ensemble.runs + from, count, from);
}

/** A cell of a diagram as an ensemble of its own: its sweep, and copies of its runs. */
export function cellRuns({ sweep, columns, done }: SweepRuns, cell: number): SweepRuns {
  const { runs } = sweep.ensemble;
  return {
    sweep: scenarioSweep(cellScenario(sweep, cell)),
    columns: sliceColumns(columns, cell * runs, runs, 0),
    done: done.slice(cell * runs, (cell + 1) * runs),
  };
}
