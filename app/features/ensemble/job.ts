import type { SweepRuns } from '../../../engine/ensemble/read-runs.ts';
import { formatSweep } from '../../../engine/ensemble/sweep.ts';
import type { EnsembleFailure, OwnSource } from '../../../workers/protocol.ts';
import type { StoredRuns } from './runs-store.ts';

/** One ensemble, and one diagram of many. */
export type JobName = 'runs' | 'diagram';

/** Runs that are done, under way or cut. */
export interface Job {
  readonly runs: SweepRuns;
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
  const { sweep, columns, done } = runs;
  return {
    id,
    spec: formatSweep(sweep),
    columns,
    done,
    own: own?.blob ?? null,
    running: running ? 1 : 0,
    read,
  };
}
