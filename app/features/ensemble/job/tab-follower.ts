import { placeColumns } from '../../../../engine/ensemble/columns.ts';
import type { TabLocks } from '../../../storage/tab-lock.ts';
import { areCounted } from './finished-prefix.ts';
import type { Job, JobName } from './job.ts';
import type { StoredRuns } from './runs-store.ts';

/** Milliseconds between looks at another tab's runs, plus storage time per run. */
const LOOK_MS = 1000;
const LOOK_MS_A_RUN = 0.02;

const waitInBrowser = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

interface Parts {
  jobOf(name: JobName): Job | null;
  set(name: JobName, change: Partial<Job>): void;
  readonly locks: TabLocks;
  read(id: string): Promise<StoredRuns | null>;
  readonly wait: ((ms: number) => Promise<void>) | undefined;
}

export function standingOf({ running }: StoredRuns): 'running' | 'cut' {
  return running === 1 ? 'running' : 'cut';
}

export function createTabFollower({ jobOf, set, locks, read, wait = waitInBrowser }: Parts) {
  const watched = new Set<string>();
  let disposed = false;

  /** Copies newly stored runs in place, so that the view stays. */
  function refresh(name: JobName, stored: StoredRuns | null): void {
    const job = jobOf(name);
    const count = stored?.done.reduce((sum, one) => sum + one, 0) ?? 0;
    if (!job || areCounted(job.runs) || !stored) return;
    if (stored.done.length !== job.runs.sweep.size || count <= job.count) return;
    placeColumns(job.runs.columns, stored.columns);
    job.runs.done.set(stored.done);
    set(name, { count, version: job.version + 1 });
  }

  async function look(name: JobName, id: string): Promise<void> {
    const isTaken = await locks.isTaken(id);
    const stored = await read(id);
    const job = jobOf(name);
    if (job?.id !== id || !job.elsewhere) return;
    refresh(name, stored);
    const there = isTaken && stored ? standingOf(stored) : isTaken ? 'cut' : null;
    if (there !== jobOf(name)?.there) set(name, { there });
  }

  /** Checks as long as another tab may resume the runs. */
  async function watch(name: JobName): Promise<void> {
    const id = jobOf(name)?.id;
    if (id === undefined || watched.has(id)) return;
    watched.add(id);
    for (;;) {
      const job = jobOf(name);
      if (job?.id !== id || !job.elsewhere || job.count === job.runs.sweep.size || disposed) break;
      if (areCounted(job.runs)) break;
      await wait(LOOK_MS + LOOK_MS_A_RUN * job.runs.sweep.size);
      await look(name, id);
    }
    watched.delete(id);
  }

  return {
    refresh,
    look,
    watch,
    dispose() {
      disposed = true;
    },
  };
}
