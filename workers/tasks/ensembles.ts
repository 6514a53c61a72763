import type { OwnData } from '../../engine/contract.ts';
import type { Table } from '../../engine/data/table-reader.ts';
import {
  AGGREGATE_START,
  parseAggregate,
  type SweepAggregate,
} from '../../engine/ensemble/aggregate-file.ts';
import { type RunColumns, sliceColumns } from '../../engine/ensemble/columns.ts';
import { ensembleOf } from '../../engine/ensemble/ensemble-params.ts';
import { createRunsReader, type SweepRuns } from '../../engine/ensemble/read-runs.ts';
import {
  createEnsembleRuns,
  createRunMemory,
  type RunMemory,
  shownValues,
} from '../../engine/ensemble/run-ensemble.ts';
import { summarise, summaryOf } from '../../engine/ensemble/summary.ts';
import { pieceRows, piecesOf, SweepError } from '../../engine/ensemble/sweep.ts';
import { tablePieces } from '../../engine/export/table.ts';
import { recoverable } from '../../engine/kernels/binomial.ts';
import type { Values } from '../../engine/params.ts';
import type { MakeFlat } from '../../engine/problem.ts';
import { loadProblem } from '../../engine/problems/index.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import { MOST_RUNS } from '../pool-limits.ts';
import type {
  EnsembleCalls,
  EnsembleFailure,
  EnsembleTask,
  ExactLine,
  OwnSource,
  RunsTable,
} from '../protocol.ts';
import { runSliced } from '../sliced.ts';
import { createTableFile, runsTable } from './runs-table.ts';

const PIECE = 1_000_000;

/** Most bytes of a run: two axis values, numbers in full digits, words. */
const BYTES_OF_A_RUN = 250;

/** Characters of the longest line, the link. */
const LONGEST_LINE = 100_000;

/** Most samples per weight in an exact line's search. */
const MOST_RATIO = 8;

function failureOf(error: unknown): EnsembleFailure {
  if (error instanceof ScenarioError) return { failure: error.notice };
  if (error instanceof SweepError) return { trouble: error.message };
  throw error;
}

/** Implements the ensemble calls; `readOwn` reads an own table, null if no longer wanted. */
export function createEnsembleCalls(readOwn: (own: OwnSource) => Promise<Table | null>): EnsembleCalls {
  let ticket = 0;
  /** Memory of the last piece's runs, and its key. */
  let memory: RunMemory | null = null;
  let memoryOf = '';

  async function tableOf(own: OwnSource | null): Promise<OwnData | null> {
    const table = own && (await readOwn(own));
    return table && { table };
  }

  function memoryFor(
    { problem, values }: Scenario,
    own: OwnSource | null,
    makeFlat: MakeFlat | undefined,
  ): RunMemory {
    const key = JSON.stringify([problem, values, own?.serial ?? 0]);
    if (key !== memoryOf) memory = null;
    memoryOf = key;
    memory ??= createRunMemory(makeFlat, values, ensembleOf(values));
    return memory;
  }

  async function run(task: EnsembleTask): Promise<RunColumns | EnsembleFailure | null> {
    const { scenario, own, from, count } = task;
    const asked = ++ticket;
    try {
      const table = await tableOf(own);
      const problem = await loadProblem(scenario.problem, scenario.values);
      const makeFlat = await problem.flat?.();
      if (asked !== ticket) return null;
      const runs = createEnsembleRuns(
        problem,
        scenario.values,
        ensembleOf(scenario.values),
        table,
        from,
        count,
        memoryFor(scenario, own, makeFlat),
      );
      if (!(await runSliced(runs, () => asked !== ticket))) return null;
      // Copy: once a thread has transferred a buffer, V8 checks every access of every array for detachment.
      return runs.columns;
    } catch (error) {
      return failureOf(error);
    }
  }

  async function show({ scenario, own, from }: EnsembleTask): Promise<Values | EnsembleFailure> {
    try {
      const table = await tableOf(own);
      const problem = await loadProblem(scenario.problem, scenario.values);
      return shownValues(problem, scenario.values, ensembleOf(scenario.values), table, from);
    } catch (error) {
      return failureOf(error);
    }
  }

  return {
    run,
    stop() {
      ticket++;
    },
    summarise: (runs) => ('count' in runs ? summarise(runs) : summaryOf(runs)),
    show,
    writeRuns,
    readRuns,
    exactLines,
    mostArrive: (scenarios) => Promise.all(scenarios.map(mostArrive)),
  };
}

async function writeRuns({ runs, format, source }: RunsTable): Promise<Blob> {
  const file = createTableFile(format);
  const table = runsTable(runs.sweep, () => rowsOf(runs));
  for (const piece of tablePieces(table, source, format)) file.push(piece);
  return file.finish();
}

function* rowsOf({ sweep, columns, done }: SweepRuns) {
  const { runs } = sweep.ensemble;
  for (const piece of piecesOf(sweep, 0, sweep.size, 500)) {
    const at = piece.cell * runs + piece.from;
    const rows = pieceRows(sweep, piece, sliceColumns(columns, at, piece.count, piece.from));
    for (const [i, row] of rows.entries()) if (done[at + i] === 1) yield row;
  }
}

async function readRuns(file: Blob): Promise<SweepRuns | SweepAggregate | EnsembleFailure> {
  try {
    // Reject by size first.
    if (file.size > BYTES_OF_A_RUN * MOST_RUNS)
      throw new SweepError(
        `Expected a file of at most ${(BYTES_OF_A_RUN * MOST_RUNS) / 1e6} MB; got ${Math.ceil(file.size / 1e6)} MB.`,
      );
    const start = await file.slice(0, AGGREGATE_START.length).text();
    if (start === AGGREGATE_START) return parseAggregate(await file.text()).aggregate;
    const reader = createRunsReader(MOST_RUNS);
    const decoder = new TextDecoder();
    let rest = '';
    for (let at = 0; at < file.size; at += PIECE) {
      const bytes = await file.slice(at, at + PIECE).arrayBuffer();
      const lines = (rest + decoder.decode(bytes, { stream: true })).split('\n');
      rest = lines.pop()!;
      for (const line of lines) reader.push(line);
      if (rest.length > LONGEST_LINE)
        throw new SweepError(`Expected lines of at most ${LONGEST_LINE} characters; got a longer one.`);
    }
    if (rest !== '') reader.push(rest);
    return reader.finish();
  } catch (error) {
    return failureOf(error);
  }
}

async function mostArrive({ problem, values }: Scenario): Promise<number | null> {
  return (await loadProblem(problem)).parts?.mostArrive?.(values) ?? null;
}

function exactLines(dimensions: readonly number[], levels: readonly number[]): ExactLine[] {
  return levels.map((level) => ({ level, ratios: dimensions.map((d) => crossing(d, level)) }));
}

/** Returns n/d at which P(Bin(n, 1/2) >= d) reaches a level, linear between integers n. */
function crossing(d: number, level: number): number {
  let below = recoverable(d, d);
  if (below >= level) return Number.NaN;
  for (let n = d + 1; n <= MOST_RATIO * d + 20; n++) {
    const here = recoverable(n, d);
    if (here >= level) return (n - 1 + (level - below) / (here - below)) / d;
    below = here;
  }
  return Number.NaN;
}
