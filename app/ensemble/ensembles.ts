import { createStore, type StoreApi } from 'zustand/vanilla';
import { placeColumns, type RunColumns } from '../../engine/ensemble/columns.ts';
import { createSweepRuns, type SweepRuns } from '../../engine/ensemble/read-runs.ts';
import { formatSweep, parseSweep, type Sweep, SweepError } from '../../engine/ensemble/sweep.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import { createPool, type PoolWork } from '../../workers/pool.ts';
import { MOST_RUNS, MOST_WORKERS } from '../../workers/pool-limits.ts';
import type { EnsembleFailure, OwnSource } from '../../workers/protocol.ts';
import { type Block, blocksOf, createHandout } from './blocks.ts';
import { cellScenario } from './cell-scenario.ts';
import type { Cupboard } from './cupboard.ts';

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
  /** Rises with every table that comes in. */
  readonly version: number;
}

export interface EnsemblesState {
  readonly runs: Job | null;
  readonly diagram: Job | null;
  /** Workers that share an ensemble out among themselves. */
  readonly workers: number;
  /** Whether what was stored has been looked for. */
  readonly met: boolean;
}

export interface Ensembles {
  readonly store: StoreApi<EnsemblesState>;
  /** Begins anew. Throws SweepError where there are more runs than a page keeps. */
  begin(name: JobName, sweep: Sweep, own: OwnSource | null): void;
  /** Goes on with what was cut. */
  goOn(name: JobName): void;
  cancel(): void;
  setWorkers(count: number): void;
  /** Shows runs that were read from a file. */
  open(runs: SweepRuns): JobName;
  forget(name: JobName): void;
  /** Whether the browser stores what comes in. */
  kept(): Promise<boolean>;
  /** The engine that summaries, files and single runs are asked of. */
  clerk(): EngineClient;
  /** Its worker was lost: another takes its place. */
  dropClerk(): void;
  dispose(): void;
}

/** Milliseconds that a piece should take: long against the handing over, short against the whole. */
const PIECE_MS = 150;
const MOST_IN_A_PIECE = 500;

/** Milliseconds between two savings (and as many more for each run: large tables take a while), and between two tellings of progress. */
const SAVE_MS = 3000;
const SAVE_MS_A_RUN = 0.02;
const TELL_MS = 100;

const NAMES: readonly JobName[] = ['runs', 'diagram'];

/** As many as the machine has: the page's own thread waits for most of the time. */
export function defaultWorkers(cores: number): number {
  return Math.max(1, Math.min(MOST_WORKERS, cores));
}

/** Runs ensembles on a pool of engines and keeps them; `nameOwn` names a person's own file that was stored. */
export function createEnsembles(
  start: () => EngineClient,
  openShelf: () => Promise<Cupboard>,
  nameOwn: (blob: Blob) => OwnSource,
  cores: number,
  now: () => number = () => performance.now(),
): Ensembles {
  const store = createStore<EnsemblesState>(() => ({
    runs: null,
    diagram: null,
    workers: defaultWorkers(cores),
    met: false,
  }));
  const pool = createPool(start, (engine) => engine.ensemble('stop'));
  let clerk: EngineClient | null = null;
  let current: { readonly name: JobName; readonly work: PoolWork; readonly tell: () => void } | null = null;
  const cupboard = openShelf();
  /** Savings one behind the other, so that an older state never overwrites a newer one. */
  let saving: Promise<void> = Promise.resolve();

  const jobOf = (name: JobName) => store.getState()[name];
  function set(name: JobName, change: Partial<Job>): void {
    const job = jobOf(name);
    if (job) store.setState({ [name]: { ...job, ...change } });
  }

  function save(name: JobName): Promise<void> {
    saving = saving.then(async () => {
      const job = jobOf(name);
      if (!job) return;
      const { runs, own, running } = job;
      await (await cupboard).put({
        id: name,
        spec: formatSweep(runs.sweep),
        columns: runs.columns,
        done: runs.done,
        own: own?.blob ?? null,
        running,
      });
    });
    return saving;
  }

  async function meet(): Promise<void> {
    const shelf = await cupboard;
    for (const name of NAMES) {
      const stored = await shelf.get(name);
      if (!stored || jobOf(name)) continue;
      try {
        const sweep = parseSweep(stored.spec);
        if (stored.done.length !== sweep.size) continue;
        const runs = { sweep, columns: stored.columns, done: stored.done };
        put(name, runs, stored.own && nameOwn(stored.own));
        if (stored.running) goOn(name);
      } catch (error) {
        // Of another version of the page: it is left, and overwritten by the next.
        if (!(error instanceof SweepError)) throw error;
      }
    }
    store.setState({ met: true });
  }

  function put(name: JobName, runs: SweepRuns, own: OwnSource | null, seconds = Number.NaN): void {
    const count = runs.done.reduce((sum, one) => sum + one, 0);
    const version = (jobOf(name)?.version ?? 0) + 1;
    store.setState({
      [name]: { runs, own, count, running: false, left: null, seconds, failure: null, version },
    });
  }

  function taskOf({ sweep }: SweepRuns, own: OwnSource | null, { from, to }: Block) {
    const cell = Math.floor(from / sweep.ensemble.runs);
    const scenario = cellScenario(sweep, cell);
    return { scenario, own, from: from - cell * sweep.ensemble.runs, count: to - from };
  }

  function cancel(): void {
    if (!current) return;
    const { name, work, tell } = current;
    current = null;
    work.cancel();
    tell();
    set(name, { running: false, left: null });
    void save(name);
  }

  function goOn(name: JobName): void {
    cancel();
    const job = jobOf(name);
    if (!job || job.count === job.runs.sweep.size) return;
    const { runs, own } = job;
    const { sweep, columns, done } = runs;
    const next = createHandout(blocksOf(sweep), done);
    const begun = now();
    const before = job.count;
    const spent = Number.isNaN(job.seconds) ? 0 : job.seconds;
    let count = before;
    let version = job.version;
    let told = begun;
    let saved = begun;
    /** Milliseconds of one run, as the latest pieces had it; a first piece is small. */
    let pace = PIECE_MS / 4;

    function tell(): void {
      const seconds = (now() - begun) / 1000;
      const left = ((sweep.size - count) * seconds) / Math.max(1, count - before);
      told = now();
      set(name, { count, version, left, seconds: spent + seconds });
    }

    const work = pool.work({
      workers: store.getState().workers,
      next: () => {
        const most = Math.max(1, Math.min(MOST_IN_A_PIECE, Math.round(PIECE_MS / pace)));
        const block = next(most);
        return block && { block, at: 0 };
      },
      ask(engine, piece) {
        piece.at = now();
        return engine.ensemble('run', taskOf(runs, own, piece.block));
      },
      onResult({ block, at }, table) {
        if (!table) return;
        if ('failure' in table || 'trouble' in table) {
          cancel();
          set(name, { failure: table });
          return;
        }
        pace = Math.max(1e-3, (now() - at) / (block.to - block.from));
        placeColumns(columns, { ...table, from: block.from } as RunColumns);
        done.fill(1, block.from, block.to);
        count += block.to - block.from;
        version++;
        if (now() - told >= TELL_MS) tell();
        if (now() - saved >= SAVE_MS + SAVE_MS_A_RUN * sweep.size) {
          saved = now();
          void save(name);
        }
      },
    });
    current = { name, work, tell };
    set(name, { running: true, failure: null });
    void save(name);
    work.ended.then(
      () => {
        if (current?.work !== work) return;
        current = null;
        tell();
        set(name, { running: false, left: null });
        void save(name);
      },
      (error: Error) => {
        if (current?.work !== work) return;
        current = null;
        set(name, { running: false, left: null, failure: { trouble: error.message } });
        void save(name);
      },
    );
  }

  void meet();

  return {
    store,
    begin(name, sweep, own) {
      if (sweep.size > MOST_RUNS)
        throw new SweepError(`Expected at most ${MOST_RUNS} runs; got ${sweep.size}.`);
      cancel();
      put(name, createSweepRuns(sweep), own, 0);
      goOn(name);
    },
    goOn,
    cancel,
    setWorkers(workers) {
      const { name } = current ?? {};
      store.setState({ workers: Math.max(1, Math.min(MOST_WORKERS, workers)) });
      // Other workers take over where these are.
      if (name) goOn(name);
    },
    open(runs) {
      const name = runs.sweep.axes.length > 0 ? 'diagram' : 'runs';
      if (current?.name === name) cancel();
      put(name, runs, null);
      void save(name);
      return name;
    },
    forget(name) {
      if (current?.name === name) cancel();
      store.setState({ [name]: null });
      saving = saving.then(async () => (await cupboard).delete(name));
    },
    kept: async () => (await cupboard).kept(),
    clerk() {
      clerk ??= start();
      return clerk;
    },
    dropClerk() {
      clerk?.dispose();
      clerk = null;
    },
    dispose() {
      cancel();
      pool.dispose();
      clerk?.dispose();
    },
  };
}
