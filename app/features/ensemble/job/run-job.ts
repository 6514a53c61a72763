import { placeColumns, type RunColumns } from '../../../../engine/ensemble/columns.ts';
import type { SweepRuns } from '../../../../engine/ensemble/read-runs.ts';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import type { Pool } from '../../../../workers/pool.ts';
import type { EnsembleFailure } from '../../../../workers/protocol.ts';
import { cellScenario } from '../diagram/cell-scenario.ts';
import { type Chunk, chunksOf, createHandout } from './chunks.ts';
import type { Job } from './job.ts';

/** Target ms per chunk: long against messaging, short against the job. */
const CHUNK_MS = 150;
const MOST_IN_A_CHUNK = 5000;

/** Least ms between two saves (plus a share per run: large tables take longer) and two reports. */
const SAVE_MS = 3000;
const SAVE_MS_A_RUN = 0.02;
const TELL_MS = 100;

/** Longest gap in ms that counts as work; a longer one means sleep. */
const LONGEST_GAP = 60_000;

type Standing = Pick<Job, 'count' | 'version' | 'left' | 'seconds'>;

interface Told {
  set(change: Standing): void;
  save(): void;
  fail(failure: EnsembleFailure): void;
}

/** Runs the rest of a job on a pool's workers and fills its tables in place. */
export function runJob(
  pool: Pool<EngineClient>,
  { own, count: before, seconds: taken, version }: Job,
  { sweep, columns, done }: SweepRuns,
  workers: number,
  now: () => number,
  { set, save, fail }: Told,
) {
  const next = createHandout(chunksOf(sweep), done);
  const begun = Number.isNaN(taken) ? 0 : taken;
  let seconds = begun;
  let looked = now();
  let count = before;
  let told = looked;
  let saved = looked;
  /** Milliseconds per run in the latest chunks; small first. */
  let pace = CHUNK_MS / 4;

  /** Adds elapsed time without sleep or clock jumps. */
  function look(): void {
    seconds += Math.min(LONGEST_GAP, Math.max(0, now() - looked)) / 1000;
    looked = now();
  }

  function standing(): Standing {
    look();
    told = looked;
    const left = ((sweep.size - count) * (seconds - begun)) / Math.max(1, count - before);
    return { count, version, left, seconds };
  }

  function taskOf({ from, to }: Chunk) {
    const cell = Math.floor(from / sweep.ensemble.runs);
    const scenario = cellScenario(sweep, cell);
    return { scenario, own, from: from - cell * sweep.ensemble.runs, count: to - from };
  }

  const work = pool.work({
    workers,
    next() {
      const most = Math.max(1, Math.min(MOST_IN_A_CHUNK, Math.round(CHUNK_MS / pace)));
      const chunk = next(most);
      return chunk && { chunk, at: 0 };
    },
    ask(engine, asked) {
      asked.at = now();
      return engine.ensemble.run(taskOf(asked.chunk));
    },
    onResult({ chunk, at }, table) {
      if (!table) return;
      if ('failure' in table || 'trouble' in table) {
        fail(table);
        return;
      }
      look();
      pace = Math.max(1e-3, (now() - at) / (chunk.to - chunk.from));
      placeColumns(columns, { ...table, from: chunk.from } as RunColumns);
      done.fill(1, chunk.from, chunk.to);
      count += chunk.to - chunk.from;
      version++;
      if (Math.abs(now() - told) >= TELL_MS) set(standing());
      if (Math.abs(now() - saved) >= SAVE_MS + SAVE_MS_A_RUN * sweep.size) {
        saved = now();
        save();
      }
    },
  });
  return {
    cancel: work.cancel,
    standing,
    /** Resolves with the final progress, or a lost worker's failure. */
    ended: work.ended.then(standing, (error: Error) => ({ failure: { trouble: error.message } })),
  };
}

export type JobWork = ReturnType<typeof runJob>;
