import { createHash } from 'node:crypto';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { constants } from 'node:os';
import { CATALOG } from '../../engine/catalog.ts';
import type { Table } from '../../engine/data/table-reader.ts';
import { placesOf } from '../../engine/ensemble/axes.ts';
import type { RunColumns } from '../../engine/ensemble/columns.ts';
import { hasStartLaws } from '../../engine/ensemble/ensemble-params.ts';
import { prepareRun } from '../../engine/ensemble/run-ensemble.ts';
import {
  parseSweep,
  pieceRows,
  piecesOf,
  type Sweep,
  SweepError,
  shardOf,
  sweepScenario,
  sweepValues,
} from '../../engine/ensemble/sweep.ts';
import { csvRow, tablePieces } from '../../engine/export/table.ts';
import { loadProblem } from '../../engine/problems/index.ts';
import { choiceOf } from '../../engine/scenario/file-choice.ts';
import { leavesDataOut } from '../../engine/scenario/leaves-data-out.ts';
import { formatLink, withValues } from '../../engine/scenario/scenario.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import packageFacts from '../../package.json' with { type: 'json' };
import { decodeAll, tableOfBytes } from '../tasks/own-tables.ts';
import { runsTable } from '../tasks/runs-table.ts';
import { createPrinter } from './print.ts';
import type { Stderr, Surroundings } from './surroundings.ts';
import {
  areAggregates,
  type CountedRuns,
  createCounting,
  mergeAggregates,
  missingAggregates,
} from './sweep-aggregate.ts';
import { mergeShards, missingShards } from './sweep-merge.ts';
import { HELP, type Options, readOptions } from './sweep-options.ts';
import { readStart, SHARD_LINE, soundRows } from './sweep-part.ts';
import { runPieces, type SweepTask, type SweepThread } from './sweep-pool.ts';
import { sentencesOf, tell } from './taken-otherwise.ts';

/** Hash of the engine's sources, inserted by scripts/run-bundle.mjs. */
const ENGINE = '@hash-of-the-engine@';

/** Most rows per piece, least pieces per thread: passing one is cheap, and threads end together. */
const MOST_IN_A_PIECE = 1000;
const PIECES_A_THREAD = 64;

function withDecimal(asked: Sweep, decimal: Options['decimal']): Sweep {
  return decimal ? { ...asked, scenario: withValues(asked.scenario, { decimal }) } : asked;
}

function readFile(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    throw new SweepError(`${path}: ${(error as Error).message}.`);
  }
}

interface OwnFile {
  readonly table: Table;
  readonly sum: string;
}

/** Reads own data that a spec omits, as the page does; null if none. */
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
  const table = tableOfBytes(bytes, choiceOf(asked.scenario.values, CATALOG[asked.scenario.problem]));
  return { table, sum: createHash('sha256').update(bytes).digest('hex') };
}

/** Adds the threads and stop signals that a sweep needs. */
export interface SweepSurroundings extends Surroundings {
  readonly openThread: (task: SweepTask) => SweepThread;
  /** Registers a callback for the stopping signal's name before the runs begin. */
  readonly onStop: (stop: (reason: string) => void) => void;
}

/** Runs a `sweep` command line; resolves with its exit status. Rejects with the system's error if it cannot print. */
export async function runSweep(args: readonly string[], at: SweepSurroundings): Promise<number> {
  const say = (sentence: string) => tell(at.stderr, 'sweep', [sentence]);
  try {
    const options = readOptions(args);
    const { help, files } = options;
    if (!help && !files) return await sweep(options, at);
    const { print, flush } = createPrinter(at.stdout);
    for (const piece of help || !files ? [HELP] : ofFiles(files, say)) if (!print(piece)) return 0;
    flush();
    return 0;
  } catch (error) {
    if (!(error instanceof SweepError || error instanceof ScenarioError)) throw error;
    say(error.message);
    return 2;
  }
}

function ofFiles(
  { task, names }: NonNullable<Options['files']>,
  say: (sentence: string) => void,
): Generator<string> {
  const isMerge = task === 'merge';
  if (areAggregates(names)) return isMerge ? mergeAggregates(names, say) : missingAggregates(names);
  return isMerge ? mergeShards(names) : missingShards(names);
}

async function sweep(options: Options, at: SweepSurroundings): Promise<number> {
  const { spec, data, decimal, shard, workers, resume, aggregate } = options;
  // UTF-8 or UTF-16 (Windows shells), with or without byte order mark.
  const { text } = decodeAll(readFile(spec));
  const asked = withDecimal(parseSweep(text), decimal);
  const own = readData(asked, data);
  const table = own?.table ?? null;
  const [from, to] = shard ? shardOf(asked, ...shard) : [0, asked.size];
  await tryCells(asked, table, from, to, at.stderr);
  const openThread = () => at.openThread({ spec: text, table, aggregate });
  const stop = new AbortController();
  at.onStop((reason) => stop.abort(reason));
  const done = aggregate ? await countRuns() : await listRuns();
  if (!stop.signal.aborted) return 0;
  const { reason } = stop.signal;
  const on = resume === null ? '' : ' The same command goes on there.';
  const what = `${done} of ${to - from} ${aggregate ? 'runs' : 'rows'}`;
  tell(at.stderr, 'sweep', [`Stopped by ${reason} after ${what}.${on}`]);
  return 128 + (reason === 'SIGINT' ? constants.signals.SIGINT : constants.signals.SIGTERM);

  async function listRuns(): Promise<number> {
    const header = headerOf(asked, own, shard);
    const part =
      resume === null ? { file: at.stdout, rows: 0, header } : openPart(resume, header, asked, from, to);
    const { print, flush } = createPrinter(part.file);
    print(part.header);
    let { rows } = part;
    if (!flush()) return rows;
    const progress = createProgress(to - from - rows, at.stderr);
    const most = Math.ceil((to - from) / (PIECES_A_THREAD * workers));
    const pieces = piecesOf(asked, from + rows, to, Math.min(MOST_IN_A_PIECE, most));
    await runPieces<RunColumns>(openThread, pieces, workers, stop.signal, (piece, columns) => {
      for (const row of pieceRows(asked, piece, columns)) print(`${csvRow(row)}\n`);
      rows += columns.count;
      progress(columns.count);
      return flush();
    });
    if (resume !== null) closeSync(part.file);
    return rows;
  }

  async function countRuns(): Promise<number> {
    const source = { build: packageFacts.version, engine: ENGINE, data: own?.sum ?? null };
    const part = shard?.join('/') ?? null;
    const say = (sentence: string) => tell(at.stderr, 'sweep', [sentence]);
    const counting = createCounting(asked, source, part, [from, to], resume ?? at.stdout, workers, say);
    const progress = createProgress(to - from - counting.count, at.stderr);
    if (resume !== null) counting.write();
    await runPieces<CountedRuns>(openThread, counting.pieces(), workers, stop.signal, (piece, counted) => {
      counting.take(piece, counted);
      progress(counted.count);
      return true;
    });
    counting.write();
    return counting.count;
  }
}

/** Returns the header; rows come from threads. */
function headerOf(asked: Sweep, own: OwnFile | null, shard: Options['shard']): string {
  const source = { link: formatLink(sweepScenario(asked)), build: packageFacts.version };
  const table = runsTable(asked, function* () {});
  return [
    ...tablePieces(table, source, 'csv'),
    // Shards of other files or engines have other headers.
    `# SHA-256 of the engine: ${ENGINE}\n`,
    own ? `# SHA-256 of the data: ${own.sum}\n` : '',
    shard ? `${SHARD_LINE}${shard[0]}/${shard[1]}\n` : '',
  ].join('');
}

/**
 * Opens a part's file after its last valid row and truncates an incomplete end; returns its row count and the missing part of the header.
 * Throws SweepError if the file is another part's, or unwritable.
 */
function openPart(path: string, header: string, asked: Sweep, from: number, to: number) {
  try {
    const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    const bytes = Buffer.byteLength(header);
    const start = size === 0 ? '' : readStart(path, bytes);
    if (!header.startsWith(start)) {
      const here = start.split('\n');
      const at = header.split('\n').findIndex((line, i) => line !== here[i]);
      throw new SweepError(
        `${path}: expected a part of this sweep, with the line "${header.split('\n')[at]}"; got "${here[at] ?? ''}".`,
      );
    }
    const isBegun = size >= bytes;
    const columns = header.slice(0, header.indexOf('\n')).split(',');
    const { runs } = asked.ensemble;
    const { count, end } = isBegun
      ? soundRows({ path, rowsAt: bytes, columns, from, to, runs })
      : { count: 0, end: 0 };
    if (size > end) truncateSync(path, end);
    return { file: openSync(path, 'a'), rows: count, header: isBegun ? '' : header };
  } catch (error) {
    if (error instanceof SweepError) throw error;
    throw new SweepError(`${path}: ${(error as Error).message}.`);
  }
}

/** Prepares a run per cell, so that errors come before the first row. */
async function tryCells(
  asked: Sweep,
  table: Table | null,
  from: number,
  to: number,
  stderr: Stderr,
): Promise<void> {
  const { scenario, ensemble, axes } = asked;
  const problem = await loadProblem(scenario.problem);
  if (ensemble.startlaw !== 'normal' && !hasStartLaws(problem.card.params))
    throw new SweepError(
      `startlaw: expected normal, for starts of ${scenario.problem} have a size of their own; got ${ensemble.startlaw}.`,
    );
  const sentences = new Set<string>();
  for (const { cell } of piecesOf(asked, from, to, ensemble.runs)) {
    try {
      const instance = prepareRun(problem, sweepValues(asked, cell), ensemble, table && { table }, 0);
      if (table) for (const sentence of sentencesOf(instance.notices, table)) sentences.add(sentence);
    } catch (error) {
      if (!(error instanceof ScenarioError) || axes.length === 0) throw error;
      const places = placesOf(axes, cell).map((place, i) => `${axes[i]!.key} = ${place}`);
      throw new SweepError(`At ${places.join(', ')}: ${error.message}`);
    }
  }
  tell(stderr, 'sweep', sentences);
}

/** Reports the remaining time on a terminal. */
function createProgress(runs: number, stderr: Stderr): (more: number) => void {
  if (!stderr.isTTY) return () => undefined;
  const begun = performance.now();
  let done = 0;
  let told = 0;
  return (more) => {
    done += more;
    const now = performance.now();
    if (now - told < 500 && done < runs) return;
    told = now;
    const left = Math.round(((now - begun) / 1000 / done) * (runs - done));
    stderr.write(`\r${done} of ${runs} runs, ${left} s left   ${done === runs ? '\n' : ''}`);
  };
}
