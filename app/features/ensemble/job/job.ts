import { createColumns } from '../../../../engine/ensemble/columns.ts';
import { formatSweep } from '../../../../engine/ensemble/sweep.ts';
import type { EnsembleFailure, OwnSource } from '../../../../workers/protocol.ts';
import { areCounted, type JobRuns } from './finished-prefix.ts';
import type { StoredRuns } from './runs-store.ts';

/** One ensemble, and one diagram of many. */
export type JobName = 'runs' | 'diagram';

/** Runs that are done, under way or cut. */
export interface Job {
  readonly runs: JobRuns;
  readonly own: OwnSource | null;
  /** Runs that are done. */
  readonly count: number;
  readonly running: boolean;
  /** Seconds left at the present pace; null where none is known. */
  readonly left: number | null;
  /** Seconds that it has taken so far, pauses left out; NaN of what was opened from a file or met again. */
  readonly seconds: number;
  readonly failure: EnsembleFailure | null;
  /** Where it is stored. */
  readonly id: string;
  /** Whether another tab had these runs when they were met: here stands what it stored, until this tab goes on with them. */
  readonly elsewhere: boolean;
  /** How that tab stands with them; null where none has them any more: then they can be gone on with. */
  readonly there: 'running' | 'cut' | null;
  /** Whether they were read from a file, and none of them was run here. */
  readonly read: boolean;
  /** Rises with every table that comes in. */
  readonly version: number;
}

/** What is stored of runs. */
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
