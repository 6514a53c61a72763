import type { Table } from '../../engine/data/table-reader.ts';
import { type Piece, SweepError } from '../../engine/ensemble/sweep.ts';

export interface SweepTask {
  readonly spec: string;
  readonly table: Table | null;
  readonly aggregate: boolean;
}

export interface AskedPiece {
  readonly index: number;
  readonly piece: Piece;
}

/** A piece's number with its next runs, and true if they are the last; or an error. */
export type SweepAnswer<Runs> = SomeRuns<Runs> | { readonly index: number; readonly failure: string };
interface SomeRuns<Runs> {
  readonly index: number;
  readonly table: Runs;
  readonly last: boolean;
}

/** A thread that answers pieces. */
export interface SweepThread {
  on(event: 'message', listener: (answer: unknown) => void): unknown;
  on(event: 'error', listener: (error: unknown) => void): unknown;
  postMessage(asked: AskedPiece): void;
  terminate(): Promise<unknown>;
}

/** Pieces that threads may be ahead of writing; early results wait in memory. */
const AHEAD = 16;

/**
 * Runs pieces on threads and passes their tables to `onTable` in order, until that returns false (the reader has gone) or `stop` aborts.
 * Rejects with the first error; when it settles, all threads have ended.
 */
export async function runPieces<Runs>(
  openThread: () => SweepThread,
  pieces: Iterator<Piece>,
  threads: number,
  stop: AbortSignal,
  onTable: (piece: Piece, table: Runs) => boolean,
): Promise<void> {
  const finished = new Map<number, SomeRuns<Runs>[]>();
  /** In progress or not yet written. */
  const given = new Map<number, Piece>();
  let written = 0;
  let next = 0;
  let coming = pieces.next();
  let over = false;
  const idle: SweepThread[] = [];
  const workers: SweepThread[] = [];
  try {
    await new Promise<void>((resolve, reject) => {
      const feed = () => {
        for (; idle.length > 0 && !coming.done && next < written + AHEAD * threads; next++) {
          given.set(next, coming.value);
          idle.pop()!.postMessage({ index: next, piece: coming.value });
          coming = pieces.next();
        }
      };
      const take = (worker: SweepThread, answer: SweepAnswer<Runs>) => {
        if ('failure' in answer) {
          reject(new SweepError(answer.failure));
          return;
        }
        if (answer.last) idle.push(worker);
        finished.set(answer.index, [...(finished.get(answer.index) ?? []), answer]);
        for (let answers = finished.get(written); answers; answers = finished.get(written)) {
          finished.delete(written);
          const piece = given.get(written)!;
          for (const { table, last } of answers) {
            if (!onTable(piece, table)) {
              resolve();
              return;
            }
            if (last) given.delete(written++);
          }
        }
        if (coming.done && given.size === 0) resolve();
        else feed();
      };
      stop.addEventListener('abort', () => {
        over = true;
        resolve();
      });
      for (let i = 0; i < threads && !coming.done; i++) {
        const worker = openThread();
        worker.on('message', (answer) => {
          try {
            if (!over) take(worker, answer as SweepAnswer<Runs>);
          } catch (error) {
            // Write nothing after data truncated by a full disk.
            over = true;
            reject(error);
          }
        });
        worker.on('error', reject);
        workers.push(worker);
        idle.push(worker);
        feed();
      }
      if (given.size === 0 || stop.aborted) resolve();
    });
  } finally {
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}
