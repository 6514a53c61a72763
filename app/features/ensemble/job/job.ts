import { createColumns } from '../../../../engine/ensemble/columns.ts';
import { formatSweep } from '../../../../engine/ensemble/sweep.ts';
import type { EnsembleFailure, OwnSource } from '../../../../workers/protocol.ts';
import { areCounted, type JobRuns } from './finished-prefix.ts';
import type { StoredRuns } from './runs-store.ts';

export type JobName = 'runs' | 'diagram';

export interface Job {
  readonly runs: JobRuns;
  readonly own: OwnSource | null;
  readonly count: number;
  readonly running: boolean;
  /** Estimated seconds left; null if unknown. */
  readonly left: number | null;
  /** Seconds of work without pauses; NaN for runs from file or storage. */
  readonly seconds: number;
  readonly failure: EnsembleFailure | null;
  readonly id: string;
  /** True if another tab owned the runs when loaded. Data are its stored ones until this tab resumes. */
  readonly elsewhere: boolean;
  /** State of the owning tab; null without one: this tab can resume. */
  readonly there: 'running' | 'cut' | null;
  /** True if the runs came from a file and none ran here. */
  readonly read: boolean;
  /** Rises with every change of the tables. */
  readonly version: number;
}

export function storedRuns({ id, runs, own, running, read }: Job): StoredRuns {
  const rows = areCounted(runs)
    ? {
        columns: createColumns(0, 0, false),
        done: new Uint8Array(0),
        counted: { cells: runs.cells, ranges: runs.ranges },
      }
    : { columns: runs.columns, done: runs.done };
  return {
    id,
    spec: formatSweep(runs.sweep),
    ...rows,
    own: own?.blob ?? null,
    running: running ? 1 : 0,
    read,
  };
}
