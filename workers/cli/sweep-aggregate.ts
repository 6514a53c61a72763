import { closeSync, fsyncSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import { addAggregate, type CellAggregate } from '../../engine/ensemble/aggregate.ts';
import {
  AGGREGATE_START,
  type AggregateFile,
  type AggregateSource,
  addSweepAggregate,
  createSweepAggregate,
  formatAggregate,
  parseAggregate,
} from '../../engine/ensemble/aggregate-file.ts';
import { countIn, joinRanges, missingRanges, type RunRange } from '../../engine/ensemble/run-ranges.ts';
import {
  type Piece,
  piecesOf,
  type Sweep,
  SweepError,
  shardOf,
  sweepScenario,
} from '../../engine/ensemble/sweep.ts';
import { formatLink } from '../../engine/scenario/scenario.ts';
import { createPrinter } from './print.ts';
import { filesOf, readStart } from './sweep-part.ts';

/** Most runs counted at once by a thread. */
const MOST_IN_A_PIECE = 10_000;

/** Least pieces per thread, so that all end together. */
const PIECES_A_THREAD = 16;

/** Milliseconds between saves of the counts, which a crash can lose: first, most. */
const SAVE_MS = { first: 1000, most: 60_000 };

export interface CountedRuns {
  readonly from: number;
  readonly count: number;
  readonly aggregate: CellAggregate;
}

/** True if any readable file is an aggregate. */
export function areAggregates(names: readonly string[]): boolean {
  return filesOf(names).some(isAggregate);
}

const isAggregate = (path: string) => readStart(path, AGGREGATE_START.length) === AGGREGATE_START;

/** Reads an aggregate's file; errors follow its path. */
function readAggregate(path: string): AggregateFile {
  try {
    return parseAggregate(readFileSync(path, 'utf8'));
  } catch (error) {
    throw new SweepError(`${path}: ${(error as Error).message}`);
  }
}

function identityOf({ aggregate: { sweep }, source }: AggregateFile): Record<string, string> {
  const { build, engine, data } = source;
  const link = formatLink(sweepScenario(sweep));
  return { link, build, engine: engine ?? 'none', data: data ?? 'none' };
}

function checkSame(file: AggregateFile, path: string, expected: AggregateFile, what: string): void {
  const [here, there] = [identityOf(file), identityOf(expected)];
  const key = Object.keys(there).find((one) => here[one] !== there[one]);
  if (key)
    throw new SweepError(
      `${path}: expected an aggregate of ${what}, with ${key} "${there[key]}"; got "${here[key]}".`,
    );
}

/** Reads the counts in a part's file; `empty`, and reported, if damaged after this part's header. Throws SweepError for other files. */
function readPart(path: string, empty: AggregateFile, tell: (sentence: string) => void): AggregateFile {
  let part: AggregateFile;
  try {
    part = readAggregate(path);
  } catch (error) {
    if (!(error instanceof SweepError)) throw error;
    const header = formatAggregate(empty).next().value as string;
    const start = header.slice(0, header.indexOf('"ranges":'));
    if (!start.startsWith(readStart(path, Buffer.byteLength(start))))
      throw new SweepError(`${error.message} Delete it to count its runs again.`);
    tell(`${error.message} Its runs are counted again.`);
    return empty;
  }
  checkSame(part, path, empty, 'this sweep');
  if (part.shard === empty.shard) return part;
  const [expected, got] = [empty.shard, part.shard].map((shard) => shard ?? 'none (all runs)');
  throw new SweepError(`${path}: expected shard ${expected}; got ${got}.`);
}

/**
 * Counts the runs [from, to) of a sweep but those in its file; `out` is the file's path, or stdout's descriptor. The file is always
 * complete: written at once, periodically, on a stop signal, and at the end. `tell` reports damage.
 */
export function createCounting(
  sweep: Sweep,
  source: AggregateSource,
  shard: string | null,
  [from, to]: RunRange,
  out: string | number,
  threads: number,
  tell: (sentence: string) => void,
) {
  let file: AggregateFile = { aggregate: createSweepAggregate(sweep), source, shard };
  if (typeof out === 'string' && (statSync(out, { throwIfNoEntry: false })?.size ?? 0) > 0)
    file = readPart(out, file, tell);
  let saved = performance.now();
  let pause = SAVE_MS.first;
  let ranges: readonly RunRange[] = file.aggregate.ranges;

  function* pieces(): Generator<Piece> {
    const most = Math.ceil((to - from) / (PIECES_A_THREAD * threads));
    for (const [begin, end] of missingRanges(file.aggregate.ranges, from, to))
      yield* piecesOf(sweep, begin, end, Math.min(MOST_IN_A_PIECE, most));
  }

  /** False if the reader has gone. */
  function write(): boolean {
    saved = performance.now();
    const text = formatAggregate({ ...file, aggregate: { ...file.aggregate, ranges } });
    if (typeof out === 'number') return printAll(text, out);
    // Rename a new file: a crash leaves the old one intact.
    const beside = `${out}.part`;
    try {
      const opened = openSync(beside, 'w');
      printAll(text, opened);
      fsyncSync(opened);
      closeSync(opened);
      renameSync(beside, out);
    } catch (error) {
      throw new SweepError(`${out}: ${(error as Error).message}.`);
    }
    return true;
  }

  return {
    pieces,
    get count() {
      return countIn(ranges);
    },
    take({ cell }: Piece, { from: first, count, aggregate }: CountedRuns): void {
      const at = cell * sweep.ensemble.runs + first;
      addAggregate(file.aggregate.cells[cell]!, aggregate);
      ranges = joinRanges([...ranges, [at, at + count]]);
      if (typeof out === 'number' || performance.now() - saved < pause) return;
      pause = Math.min(SAVE_MS.most, 2 * pause);
      write();
    },
    write,
  };
}

function printAll(text: Iterable<string>, out: number): boolean {
  const { print, flush } = createPrinter(out);
  for (const piece of text) if (!print(piece)) return false;
  return flush();
}

/**
 * Adds a sweep's aggregates in any order; `tell` reports missing runs. Throws SweepError if a run is in two of them, and for other files.
 */
export function* mergeAggregates(
  names: readonly string[],
  tell: (sentence: string) => void,
): Generator<string> {
  const paths = filesOf(names);
  const [firstPath] = paths as [string];
  const first = readAggregate(firstPath);
  let sum = first.aggregate;
  for (const path of paths.slice(1)) {
    const next = readAggregate(path);
    checkSame(next, path, first, `the sweep of ${firstPath}`);
    try {
      sum = addSweepAggregate(sum, next.aggregate);
    } catch (error) {
      throw new SweepError(`${path}: ${(error as Error).message}`);
    }
  }
  const missing = missingRanges(sum.ranges, 0, sum.sweep.size);
  if (missing.length > 0) {
    const said = missing.slice(0, 3).map(([from, to]) => `${from} to ${to - 1}`);
    const more = missing.length > 3 ? ` and ${missing.length - 3} more ranges` : '';
    tell(`${countIn(sum.ranges)} of ${sum.sweep.size} runs; not there: ${said.join(', ')}${more}.`);
  }
  yield* formatAggregate({ aggregate: sum, source: first.source, shard: null });
}

/** Lists the shards that no file has completely, a line each: k/m. Throws SweepError if no file states their number. */
export function* missingAggregates(names: readonly string[]): Generator<string> {
  const whole = new Set<number>();
  let known: { readonly path: string; readonly file: AggregateFile; readonly of: number } | null = null;
  for (const path of filesOf(names)) {
    if (!isAggregate(path)) continue;
    const file = soundAggregate(path);
    if (!file) continue;
    const [shard, of] = (file.shard ?? '').split('/').map(Number);
    if (!of) throw new SweepError(`${path}: expected an aggregate of a shard; its header names none.`);
    known ??= { path, file, of };
    checkSame(file, path, known.file, `the sweep of ${known.path}`);
    if (of !== known.of)
      throw new SweepError(`${path}: expected one of ${known.of} shards; got ${file.shard}.`);
    const { sweep, ranges } = file.aggregate;
    if (missingRanges(ranges, ...shardOf(sweep, shard!, of)).length === 0) whole.add(shard!);
  }
  if (!known) throw new SweepError('--missing: expected at least one whole aggregate; got none.');
  for (let k = 1; k <= known.of; k++) if (!whole.has(k)) yield `${k}/${known.of}\n`;
}

/** Null if damaged: its shard must be rerun. */
function soundAggregate(path: string): AggregateFile | null {
  try {
    return readAggregate(path);
  } catch (error) {
    if (!(error instanceof SweepError)) throw error;
    return null;
  }
}
