/**
 * Sweeps and ensembles from the command line, on all cores or on one machine of many.
 *   npm run -s sweep -- --spec sweep.json [--data own.csv] [--shard 3/16] [--workers 2] > runs.csv
 *   npm run -s sweep -- --merge a.csv b.csv > runs.csv
 * Exit status 2, with one line on stderr, where the command line or a file cannot be used.
 */

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isMainThread, parentPort, workerData } from 'node:worker_threads';
import type { Table } from '../../engine/data/table-reader.ts';
import { placesOf } from '../../engine/ensemble/axes.ts';
import type { RunColumns } from '../../engine/ensemble/columns.ts';
import { createEnsembleRuns, prepareRun } from '../../engine/ensemble/run-ensemble.ts';
import {
  type Piece,
  parseSweep,
  pieceRows,
  piecesOf,
  type Sweep,
  SweepError,
  shardOf,
  sweepScenario,
  sweepValues,
} from '../../engine/ensemble/sweep.ts';
import { csvRow, sheetPieces } from '../../engine/export/sheet.ts';
import { loadProblem } from '../../engine/problems/index.ts';
import { choiceOf } from '../../engine/scenario/file-choice.ts';
import { leavesDataOut } from '../../engine/scenario/leaves-data-out.ts';
import { ScenarioError } from '../../engine/scenario/notice.ts';
import { formatLink } from '../../engine/scenario/scenario.ts';
import packageFacts from '../../package.json' with { type: 'json' };
import { tableOfBytes } from '../own-tables.ts';
import { runsSheet } from '../runs-sheet.ts';
import { createPrinter } from './print.ts';
import { mergeShards, SHARD_LINE } from './sweep-merge.ts';
import { runPieces, type SweepTask } from './sweep-pool.ts';

const HELP = `Usage:
  npm run -s sweep -- --spec sweep.json [--data own.csv] [--shard k/m] [--workers n]
  npm run -s sweep -- --merge shard1.csv shard2.csv …
Writes CSV to stdout. docs/sweep.md says what stands in both files.
`;

/** Runs of one piece: enough that handing it over costs nothing, few enough that all threads end together. */
const RUNS = 25;

interface Options {
  readonly help: boolean;
  readonly merge: readonly string[] | null;
  readonly spec: string;
  /** Path of own data that the spec leaves out; null of none. */
  readonly data: string | null;
  readonly shard: readonly [number, number] | null;
  readonly workers: number;
}

function readOptions(args: readonly string[]): Options {
  let parsed: ReturnType<typeof parse>;
  try {
    parsed = parse(args);
  } catch (error) {
    throw new SweepError((error as Error).message);
  }
  const { values, positionals } = parsed;
  const { help = false, spec, data, shard, workers } = values;
  const merge = values.merge ? positionals : null;
  if (merge && (spec ?? data ?? shard ?? workers) !== undefined)
    throw new SweepError('--merge: expected files alone; it goes with no other flag.');
  if (!merge && positionals.length > 0)
    throw new SweepError(`Expected flags; got "${positionals[0]!.slice(0, 40)}".`);
  if (!help && !merge && spec === undefined)
    throw new SweepError('--spec: expected a file; it was left out.');
  return {
    help,
    merge,
    spec: spec ?? '',
    data: data ?? null,
    shard: shard === undefined ? null : readShardFlag(shard),
    workers: workers === undefined ? availableParallelism() : readWorkers(workers),
  };
}

function parse(args: readonly string[]) {
  return parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      help: { type: 'boolean' },
      merge: { type: 'boolean' },
      spec: { type: 'string' },
      data: { type: 'string' },
      shard: { type: 'string' },
      workers: { type: 'string' },
    },
  });
}

function readShardFlag(text: string): readonly [number, number] {
  const found = /^(\d{1,9})\/(\d{1,9})$/.exec(text);
  if (!found) throw new SweepError(`--shard: expected k/m, such as 3/16; got "${text.slice(0, 40)}".`);
  return [Number(found[1]), Number(found[2])];
}

function readWorkers(text: string): number {
  const count = Number(text);
  if (!/^\d+$/.test(text) || count < 1 || count > 256)
    throw new SweepError(`--workers: expected a whole number from 1 to 256; got "${text.slice(0, 40)}".`);
  return count;
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new SweepError(`${path}: ${(error as Error).message}.`);
  }
}

/** Own data, and what tells their file from another. */
interface OwnFile {
  readonly table: Table;
  readonly sum: string;
}

/** The own data of a spec that leaves them out, read as the page reads a file; null where it does not. */
function readData(asked: Sweep, path: string | null): OwnFile | null {
  const isLeftOut = leavesDataOut(asked.scenario);
  if (path === null) {
    if (isLeftOut)
      throw new SweepError(
        'features=csv needs data, and the spec has none: expected --data with their CSV file.',
      );
    return null;
  }
  if (!isLeftOut)
    throw new SweepError('--data: expected a spec of own data that leaves them out (features=csv, no data).');
  const bytes = new Uint8Array(readFile(path));
  const table = tableOfBytes(bytes, choiceOf(asked.scenario.values));
  return { table, sum: createHash('sha256').update(bytes).digest('hex') };
}

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  const { print, end } = createPrinter();
  if (options.help) print(HELP);
  else if (options.merge) {
    for (const piece of mergeShards(options.merge)) if (!print(piece)) return;
  } else await sweep(options, print);
  end();
}

async function sweep(
  { spec, data, shard, workers }: Options,
  print: (piece: string) => boolean,
): Promise<void> {
  const text = readFile(spec).toString('utf8');
  const asked = parseSweep(text);
  const own = readData(asked, data);
  const table = own?.table ?? null;
  const [from, to] = shard ? shardOf(asked, ...shard) : [0, asked.size];
  await tryCells(asked, table, from, to);
  // The header without a row; rows come from the threads.
  const source = { link: formatLink(sweepScenario(asked)), build: packageFacts.version };
  for (const piece of sheetPieces(
    runsSheet(asked, function* () {}),
    source,
    'csv',
  ))
    print(piece);
  // Shards of other files are of another sweep: their headers differ.
  if (own) print(`# SHA-256 of the data: ${own.sum}\n`);
  if (shard) print(`${SHARD_LINE}${shard[0]}/${shard[1]}\n`);
  const progress = createProgress(to - from);
  await runPieces(
    fileURLToPath(import.meta.url),
    { spec: text, table },
    piecesOf(asked, from, to, RUNS),
    workers,
    (piece, columns) => {
      let heard = true;
      for (const row of pieceRows(asked, piece, columns)) heard &&= print(`${csvRow(row)}\n`);
      progress(columns.count);
      return heard;
    },
  );
}

/** Prepares a run of each cell: what cannot be met is said before the first row, not after a week. */
async function tryCells(asked: Sweep, table: Table | null, from: number, to: number): Promise<void> {
  const { scenario, ensemble, axes } = asked;
  const problem = await loadProblem(scenario.problem);
  if (ensemble.startlaw !== 'normal' && scenario.problem === 'two-layer')
    throw new SweepError(
      `startlaw: expected normal, for starts of two layers have a size of their own; got ${ensemble.startlaw}.`,
    );
  for (const { cell } of piecesOf(asked, from, to, ensemble.runs)) {
    try {
      prepareRun(problem, sweepValues(asked, cell), ensemble, table && { table }, 0);
    } catch (error) {
      if (!(error instanceof ScenarioError) || axes.length === 0) throw error;
      const places = placesOf(axes, cell).map((place, i) => `${axes[i]!.key} = ${place}`);
      throw new SweepError(`At ${places.join(', ')}: ${error.message}`);
    }
  }
}

/** Tells the time left on stderr, where somebody reads it there. */
function createProgress(runs: number): (more: number) => void {
  if (!process.stderr.isTTY) return () => undefined;
  const begun = performance.now();
  let done = 0;
  let told = 0;
  return (more) => {
    done += more;
    const now = performance.now();
    if (now - told < 500 && done < runs) return;
    told = now;
    const left = Math.round(((now - begun) / 1000 / done) * (runs - done));
    process.stderr.write(`\r${done} of ${runs} runs, ${left} s left   ${done === runs ? '\n' : ''}`);
  };
}

/** A thread: answers each piece with its table. */
async function work({ spec, table }: SweepTask): Promise<void> {
  const asked = parseSweep(spec);
  const problem = await loadProblem(asked.scenario.problem);
  const own = table && { table };
  parentPort!.on('message', ({ index, piece }: { index: number; piece: Piece }) => {
    try {
      parentPort!.postMessage({ index, columns: runPiece(piece) });
    } catch (error) {
      if (!(error instanceof ScenarioError)) throw error;
      parentPort!.postMessage({ index, failure: error.message });
    }
  });

  function runPiece({ cell, from, count }: Piece): RunColumns {
    const runs = createEnsembleRuns(problem, sweepValues(asked, cell), asked.ensemble, own, from, count);
    while (runs.step());
    return runs.columns;
  }
}

if (isMainThread)
  main().catch((error) => {
    if (!(error instanceof SweepError || error instanceof ScenarioError)) throw error;
    // One line, whatever line breaks a value or a path brought along.
    process.stderr.write(`sweep: ${error.message.replace(/\s+/g, ' ')}\n`);
    process.exitCode = 2;
  });
else await work(workerData as SweepTask);
