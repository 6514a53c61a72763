import { Worker } from 'node:worker_threads';
import type { Table } from '../../engine/data/table-reader.ts';
import type { RunColumns } from '../../engine/ensemble/columns.ts';
import { type Piece, SweepError } from '../../engine/ensemble/sweep.ts';

/** What a thread is given to begin with, and what it answers: the number of a piece with its table, or what went wrong. */
export interface SweepTask {
  readonly spec: string;
  /** Own data that the spec leaves out. */
  readonly table: Table | null;
}
export type SweepAnswer =
  | { readonly index: number; readonly columns: RunColumns }
  | { readonly index: number; readonly failure: string };

/** Pieces that threads may be ahead of the one that is written next: what is finished early waits in memory. */
const AHEAD = 16;

/**
 * Runs pieces on threads and hands their tables to `onTable` in order, until that says false: nobody reads any more. Rejects with
 * the first thing that goes wrong; all threads have ended when it settles.
 */
export async function runPieces(
  script: string,
  task: SweepTask,
  pieces: readonly Piece[],
  threads: number,
  onTable: (piece: Piece, columns: RunColumns) => boolean,
): Promise<void> {
  const finished = new Map<number, RunColumns>();
  let written = 0;
  let next = 0;
  const idle: Worker[] = [];
  const workers: Worker[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const feed = () => {
        while (idle.length > 0 && next < pieces.length && next < written + AHEAD * threads) {
          idle.pop()!.postMessage({ index: next, piece: pieces[next] });
          next++;
        }
      };
      const take = (worker: Worker, answer: SweepAnswer) => {
        idle.push(worker);
        if ('failure' in answer) {
          reject(new SweepError(answer.failure));
          return;
        }
        finished.set(answer.index, answer.columns);
        for (let columns = finished.get(written); columns; columns = finished.get(written)) {
          finished.delete(written);
          if (!onTable(pieces[written]!, columns)) {
            resolve();
            return;
          }
          written++;
        }
        if (written === pieces.length) resolve();
        else feed();
      };
      for (let i = 0; i < Math.min(threads, pieces.length); i++) {
        const worker = new Worker(script, { workerData: task });
        worker.on('message', (answer: SweepAnswer) => take(worker, answer));
        worker.on('error', reject);
        workers.push(worker);
        idle.push(worker);
      }
      feed();
      if (pieces.length === 0) resolve();
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
