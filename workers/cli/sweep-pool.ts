import { Worker } from 'node:worker_threads';
import type { Table } from '../../engine/data/table-reader.ts';
import type { RunColumns } from '../../engine/ensemble/columns.ts';
import { type Piece, SweepError } from '../../engine/ensemble/sweep.ts';

/** What a thread is given to begin with. */
export interface SweepTask {
  readonly spec: string;
  /** Own data that the spec leaves out. */
  readonly table: Table | null;
}

/** What it answers: the number of a piece with the next of its runs, and whether they are its last; or what went wrong. */
export type SweepAnswer = SomeRuns | { readonly index: number; readonly failure: string };
interface SomeRuns {
  readonly index: number;
  readonly columns: RunColumns;
  readonly last: boolean;
}

/** Pieces that threads may be ahead of the one that is written next: what is finished early waits in memory. */
const AHEAD = 16;

/**
 * Runs pieces on threads and hands their tables to `onTable` in order, until that says false (nobody reads any more) or `stop` aborts.
 * Rejects with the first thing that goes wrong; all threads have ended when it settles.
 */
export async function runPieces(
  script: string,
  task: SweepTask,
  pieces: readonly Piece[],
  threads: number,
  stop: AbortSignal,
  onTable: (piece: Piece, columns: RunColumns) => boolean,
): Promise<void> {
  const finished = new Map<number, SomeRuns[]>();
  let written = 0;
  let next = 0;
  let over = false;
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
        if ('failure' in answer) {
          reject(new SweepError(answer.failure));
          return;
        }
        if (answer.last) idle.push(worker);
        finished.set(answer.index, [...(finished.get(answer.index) ?? []), answer]);
        for (let answers = finished.get(written); answers; answers = finished.get(written)) {
          finished.delete(written);
          const piece = pieces[written]!;
          for (const { columns, last } of answers) {
            if (!onTable(piece, columns)) {
              resolve();
              return;
            }
            if (last) written++;
          }
        }
        if (written === pieces.length) resolve();
        else feed();
      };
      stop.addEventListener('abort', () => {
        over = true;
        resolve();
      });
      for (let i = 0; i < Math.min(threads, pieces.length); i++) {
        const worker = new Worker(script, { workerData: task });
        worker.on('message', (answer: SweepAnswer) => {
          try {
            if (!over) take(worker, answer);
          } catch (error) {
            // Nothing may be written behind what a full disk has cut.
            over = true;
            reject(error);
          }
        });
        worker.on('error', reject);
        workers.push(worker);
        idle.push(worker);
      }
      feed();
      if (pieces.length === 0 || stop.aborted) resolve();
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
