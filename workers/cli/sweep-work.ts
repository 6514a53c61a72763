import type { MessagePort } from 'node:worker_threads';
import { addRuns, createAggregate } from '../../engine/ensemble/aggregate.ts';
import { type RunColumns, sliceColumns } from '../../engine/ensemble/columns.ts';
import { createEnsembleRuns, createRunMemory } from '../../engine/ensemble/run-ensemble.ts';
import { type Piece, parseSweep, sweepComparison, sweepValues } from '../../engine/ensemble/sweep.ts';
import { loadProblem } from '../../engine/problems/index.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import type { CountedRuns } from './sweep-aggregate.ts';
import type { AskedPiece, SweepTask } from './sweep-pool.ts';

/** Milliseconds until a thread passes on a piece's finished runs: a stop loses no more. */
const HANDED_ON_AFTER = 1000;

export type SweepPort = Pick<MessagePort, 'on' | 'postMessage'>;

/** Answers each piece with its table, in a thread. */
export async function answerPieces({ spec, table, aggregate }: SweepTask, port: SweepPort): Promise<void> {
  const asked = parseSweep(spec);
  const problem = await loadProblem(asked.scenario.problem);
  const makeFlat = await problem.flat?.();
  const own = table && { table };
  /** Memory of the last cell's runs. */
  let memory = { cell: -1, of: createRunMemory(undefined, {}, asked.ensemble) };
  port.on('message', ({ index, piece }: AskedPiece) => {
    try {
      runPiece(piece, (columns, last) =>
        port.postMessage({ index, table: aggregate ? countedOf(columns) : columns, last }),
      );
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      port.postMessage({ index, failure: error.message });
    }
  });

  function countedOf(columns: RunColumns): CountedRuns {
    const { from, count, ends } = columns;
    const counted = createAggregate(ends, asked.ensemble.audit, sweepComparison(asked) !== null);
    addRuns(counted, columns);
    return { from, count, aggregate: counted };
  }

  function runPiece(
    { cell, from, count }: Piece,
    handOn: (columns: RunColumns, last: boolean) => void,
  ): void {
    const values = sweepValues(asked, cell);
    if (memory.cell !== cell) memory = { cell, of: createRunMemory(makeFlat, values, asked.ensemble) };
    const runs = createEnsembleRuns(problem, values, asked.ensemble, own, from, count, memory.of);
    let told = 0;
    let at = performance.now();
    while (runs.step()) {
      const { done } = runs;
      if (done === told || (done < count && performance.now() - at < HANDED_ON_AFTER)) continue;
      handOn(sliceColumns(runs.columns, told, done - told, from + told), done === count);
      told = done;
      at = performance.now();
    }
  }
}
