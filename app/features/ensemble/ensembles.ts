import { createStore } from 'zustand/vanilla';
import { createSweepRuns } from '../../../engine/ensemble/read-runs.ts';
import { countIn } from '../../../engine/ensemble/run-ranges.ts';
import { parseSweep, type Sweep, SweepError } from '../../../engine/ensemble/sweep.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { createPool } from '../../../workers/pool.ts';
import { MOST_RUNS, MOST_WORKERS } from '../../../workers/pool-limits.ts';
import type { OwnSource } from '../../../workers/protocol.ts';
import type { TabLocks } from '../../storage/tab-lock.ts';
import { carryRuns } from './diagram/refine.ts';
import { areCounted, type JobRuns } from './job/finished-prefix.ts';
import { type Job, type JobName, storedRuns } from './job/job.ts';
import { idsOf, newId, type TabMemory } from './job/run-ids.ts';
import { type JobWork, runJob } from './job/run-job.ts';
import type { RunsStore, StoredRuns } from './job/runs-store.ts';
import { createTabFollower, standingOf } from './job/tab-follower.ts';

export interface EnsemblesState {
  readonly runs: Job | null;
  readonly diagram: Job | null;
  readonly workers: number;
  readonly isFormOpen: boolean;
}

/** Stored runs of closed tabs kept per kind. */
const KEPT = 3;

const NAMES: readonly JobName[] = ['runs', 'diagram'];

/** Replaced by tests. */
export interface Surroundings {
  readonly locks: TabLocks;
  readonly tab: TabMemory;
  readonly now?: () => number;
  readonly wait?: (ms: number) => Promise<void>;
}

/** Returns one worker per core: the page's thread is mostly idle. */
export function defaultWorkers(cores: number): number {
  return Math.max(1, Math.min(MOST_WORKERS, cores));
}

/**
 * Runs ensembles on a pool of engines and stores them; `nameOwn` names a stored own file. A tab owns the runs it shows unless another does.
 * Only the owner runs, stores and deletes them.
 */
export function createEnsembles(
  start: () => EngineClient,
  openStore: () => Promise<RunsStore>,
  nameOwn: (blob: Blob) => OwnSource,
  cores: number,
  { locks, tab, now = () => performance.now(), wait }: Surroundings,
) {
  const store = createStore<EnsemblesState>(() => ({
    runs: null,
    diagram: null,
    workers: defaultWorkers(cores),
    isFormOpen: false,
  }));
  const pool = createPool(start, (engine) => engine.ensemble.stop());
  let queryEngine: EngineClient | null = null;
  let current: { readonly name: JobName; readonly work: JobWork } | null = null;
  const opening = openStore();
  /** Serialises saves: no older state may overwrite a newer one. */
  let saving: Promise<void> = Promise.resolve();
  /** Jobs waiting to be saved. */
  const queued = new Set<JobName>();
  /** Releases of this tab's locks by id. */
  const had = new Map<string, () => void>();

  const jobOf = (name: JobName) => store.getState()[name];
  function set(name: JobName, change: Partial<Job>): void {
    const job = jobOf(name);
    if (job) store.setState({ [name]: { ...job, ...change } });
  }
  const others = createTabFollower({ jobOf, set, locks, read: async (id) => (await opening).get(id), wait });

  async function saveNow(name: JobName): Promise<void> {
    const rows = await opening;
    const job = jobOf(name);
    if (job && !job.elsewhere) await rows.put(storedRuns(job));
  }

  function save(name: JobName): void {
    queued.add(name);
    saving = saving.then(() => {
      queued.delete(name);
      return saveNow(name);
    });
  }

  /** Takes the lock of runs. Resolves with true if this tab has it. */
  async function have(id: string): Promise<boolean> {
    if (had.has(id)) return true;
    const giveBack = await locks.take(id);
    if (giveBack) had.set(id, giveBack);
    return giveBack !== null;
  }

  function giveBack(id: string): void {
    had.get(id)?.();
    had.delete(id);
  }

  /** Deletes stored runs neither shown here nor owned by other tabs. */
  async function drop(ids: readonly string[]): Promise<void> {
    const rows = await opening;
    for (const id of ids) {
      if (NAMES.some((name) => jobOf(name)?.id === id) || !(await have(id))) continue;
      await rows.delete(id);
      giveBack(id);
    }
  }

  /** Queued after saves, so that none restores deleted runs. */
  function dropLater(name: JobName, which: (ids: readonly string[]) => readonly string[]): void {
    saving = saving.then(async () => drop(which(idsOf(name, await (await opening).ids()))));
  }

  async function meet(name: JobName): Promise<void> {
    const rows = await opening;
    const ids = idsOf(name, await rows.ids());
    const mine = tab.get(name);
    const id = ids.find((one) => one === mine) ?? ids[0];
    if (id === undefined) return;
    const isHere = await have(id);
    const stored = await rows.get(id);
    if (jobOf(name)) {
      // Another job has started meanwhile.
      giveBack(id);
      return;
    }
    if (!stored || !show(name, stored, isHere)) return;
    if (!isHere) void others.watch(name);
    else if (stored.running) carryOn(name);
    dropLater(name, (all) => all.slice(KEPT));
  }

  /** Shows stored runs; false if another version of the page stored them (they stay until there are too many). */
  function show(name: JobName, stored: StoredRuns, isHere: boolean): boolean {
    try {
      const sweep = parseSweep(stored.spec);
      const runs = runsOf(stored, sweep);
      if (!runs) return false;
      const own = stored.own && nameOwn(stored.own);
      const there = isHere ? null : standingOf(stored);
      put(name, stored.id, runs, own, { elsewhere: !isHere, there, read: stored.read ?? false });
      return true;
    } catch (error) {
      if (!(error instanceof SweepError)) throw error;
      return false;
    }
  }

  function put(
    name: JobName,
    id: string,
    runs: JobRuns,
    own: OwnSource | null,
    change: Partial<Job> = {},
  ): void {
    const count = areCounted(runs) ? countIn(runs.ranges) : runs.done.reduce((sum, one) => sum + one, 0);
    const version = (jobOf(name)?.version ?? 0) + 1;
    const fresh = { running: false, left: null, seconds: Number.NaN, failure: null };
    const of = { elsewhere: false, there: null, read: false };
    store.setState({ [name]: { id, runs, own, count, version, ...fresh, ...of, ...change } });
    tab.set(name, id);
  }

  /** Replaces the shown runs; deletes the old if this tab owns them. */
  function replace(name: JobName, runs: JobRuns, own: OwnSource | null, change: Partial<Job>): void {
    const before = jobOf(name)?.id;
    const id = newId(name);
    // The id is new, so the lock is free.
    void have(id);
    put(name, id, runs, own, change);
    dropLater(name, (ids) => ids.filter((one, i) => one === before || i >= KEPT));
  }

  function cancel(): void {
    if (!current) return;
    const { name, work } = current;
    current = null;
    work.cancel();
    set(name, { ...work.standing(), running: false, left: null });
    save(name);
  }

  async function goOn(name: JobName): Promise<void> {
    const job = jobOf(name);
    if (!job) return;
    if (job.elsewhere) {
      if (!(await have(job.id))) {
        await others.look(name, job.id);
        return;
      }
      // The owning tab is closed, but may have stored more.
      const stored = await (await opening).get(job.id);
      if (jobOf(name)?.id !== job.id) return;
      others.refresh(name, stored);
      set(name, { elsewhere: false, there: null });
    }
    carryOn(name);
  }

  function carryOn(name: JobName): void {
    cancel();
    const job = jobOf(name);
    if (!job || areCounted(job.runs) || job.count === job.runs.sweep.size) return;
    const work = runJob(pool, job, job.runs, store.getState().workers, now, {
      set: (change) => set(name, change),
      save: () => save(name),
      fail(failure) {
        cancel();
        set(name, { failure });
      },
    });
    current = { name, work };
    set(name, { running: true, failure: null, read: false });
    save(name);
    void work.ended.then((end) => {
      if (current?.work !== work) return;
      current = null;
      set(name, { ...end, running: false, left: null });
      save(name);
    });
  }

  function begin(name: JobName, sweep: Sweep, own: OwnSource | null, before: Job | null = null): void {
    if (sweep.size > MOST_RUNS)
      throw new SweepError(`Expected at most ${MOST_RUNS} runs; got ${sweep.size}.`);
    cancel();
    const runs = before && !areCounted(before.runs) ? carryRuns(before.runs, sweep) : createSweepRuns(sweep);
    replace(name, runs, own, { seconds: before?.seconds ?? 0 });
    carryOn(name);
  }

  for (const name of NAMES) void meet(name);

  return {
    store,
    /** Starts a new job. Throws SweepError if it exceeds the page's limit. */
    begin: (name: JobName, sweep: Sweep, own: OwnSource | null) => begin(name, sweep, own),
    /** Continues with a finer sweep (`refined`); keeps finished runs. */
    refine(name: JobName, sweep: Sweep): void {
      const job = jobOf(name);
      if (job) begin(name, sweep, job.own, job);
    },
    /** Resumes interrupted runs unless another tab owns them (`there`). */
    goOn,
    cancel,
    setWorkers(workers: number): void {
      const { name } = current ?? {};
      store.setState({ workers: Math.max(1, Math.min(MOST_WORKERS, workers)) });
      if (name) carryOn(name);
    },
    openForm: (isFormOpen: boolean) => store.setState({ isFormOpen }),
    open(runs: JobRuns): JobName {
      const name = runs.sweep.axes.length > 0 ? 'diagram' : 'runs';
      if (current?.name === name) cancel();
      replace(name, runs, null, { read: true });
      save(name);
      return name;
    },
    /** Deletes the job, and all of its kind that no other tab owns. */
    forget(name: JobName): void {
      if (current?.name === name) cancel();
      store.setState({ [name]: null });
      tab.set(name, null);
      dropLater(name, (ids) => ids);
    },
    /** Stores finished runs, because the page is closing. */
    saveNow(): void {
      // Do not wait for pending saves: the page may end first. Browsers keep their order.
      for (const name of NAMES) if (current?.name === name || queued.has(name)) void saveNow(name);
    },
    /** Resolves with true if the browser stores runs. */
    kept: async () => (await opening).trouble() === null,
    /** Engine for summaries, files, single runs. */
    queryEngine(): EngineClient {
      queryEngine ??= start();
      return queryEngine;
    },
    dropQueryEngine(): void {
      queryEngine?.dispose();
      queryEngine = null;
    },
    dispose(): void {
      others.dispose();
      cancel();
      for (const id of [...had.keys()]) giveBack(id);
      pool.dispose();
      queryEngine?.dispose();
    },
  };
}

/** Returns the stored runs of a sweep; null if the size differs. */
function runsOf({ columns, done, counted }: StoredRuns, sweep: Sweep): JobRuns | null {
  if (counted) return counted.cells.length === sweep.cells ? { sweep, ...counted } : null;
  if (done.length !== sweep.size) return null;
  // Older pages stored no compared numbers.
  const { left, right } = createSweepRuns(sweep).columns;
  const whole = { left: { ...left, ...columns.left }, right: { ...right, ...columns.right } };
  return { sweep, columns: { ...columns, ...whole }, done };
}

export type Ensembles = ReturnType<typeof createEnsembles>;
