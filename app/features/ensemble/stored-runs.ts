import { formatSweep } from '../../../engine/ensemble/sweep.ts';
import type { Job } from './ensembles.ts';
import type { StoredRuns } from './runs-store.ts';

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
