import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { endsOf, PROBLEM_IDS } from '../../engine/catalog.ts';
import { runsSaid, SweepError, shardOf } from '../../engine/ensemble/sweep.ts';
import { OUTCOMES } from '../../engine/run/outcome-names.ts';

/** Beginning of a shard's header line; the file of all runs lacks it. */
export const SHARD_LINE = '# shard: ';

/** Position and content of a file's rows: runs [from, to), counted over cells of `runs` runs each. */
export interface RowsPlan {
  readonly path: string;
  /** Header length in bytes. */
  readonly rowsAt: number;
  readonly columns: readonly string[];
  readonly from: number;
  readonly to: number;
  readonly runs: number;
}

export interface PartFile extends RowsPlan {
  readonly header: readonly string[];
  readonly shard: number;
  readonly of: number;
}

const BLOCK = 1 << 20;

/** Expands `*` and `?` in the last part of a path. */
export function filesOf(names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const folder = dirname(name);
    const pattern = basename(name);
    if (!/[*?]/.test(pattern)) return [name];
    const found = new RegExp(
      `^${pattern
        .replace(/[\\^$.+()[\]{}|]/g, '\\$&')
        .replaceAll('*', '.*')
        .replaceAll('?', '.')}$`,
      'su',
    );
    const files = namesIn(folder)
      .filter((file) => found.test(file))
      .sort();
    if (files.length === 0) throw new SweepError(`${name}: expected files; there is none.`);
    return files.map((file) => join(folder, file));
  });
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    throw new SweepError(`${folder}: ${(error as Error).message}.`);
  }
}

/** Reads a shard file's header: the first line (names) and comments after it. Null if it ends within the header. */
export function readPart(path: string): PartFile | null {
  const lines = readStart(path, BLOCK).split('\n');
  let last = 1;
  while (lines[last]?.startsWith('#')) last++;
  const header = lines.slice(0, last);
  const line = header.find((one) => one.startsWith(SHARD_LINE));
  const found = line && /^(\d{1,9})\/(\d{1,9})$/.exec(line.slice(SHARD_LINE.length));
  // A text that ends with a line break has an empty last line.
  const isCut = last >= lines.length;
  if (isCut) return null;
  if (!found)
    throw new SweepError(
      `${path}: expected a file that "sweep --shard k/m" wrote; its header names no shard.`,
    );
  const [shard, of] = [Number(found[1]), Number(found[2])];
  const { runs, cells } = header.map(runsSaid).find((said) => said !== null) ?? { runs: 0, cells: 0 };
  const [from, to] = shardOf({ size: runs * cells }, shard, of);
  return {
    path,
    header: header.filter((one) => one !== line),
    shard,
    of,
    columns: header[0]!.split(','),
    ...{ from, to, runs },
    rowsAt: Buffer.byteLength(`${header.join('\n')}\n`),
  };
}

/** Reads a file's first bytes. Throws SweepError with the path, also for a folder. */
export function readStart(path: string, bytes: number): string {
  const file = openFile(path);
  try {
    const block = Buffer.alloc(bytes);
    return block.toString('utf8', 0, readSync(file, block, 0, bytes, 0));
  } catch (error) {
    throw new SweepError(`${path}: ${(error as Error).message}.`);
  } finally {
    closeSync(file);
  }
}

function openFile(path: string): number {
  try {
    return openSync(path, 'r');
  } catch (error) {
    throw new SweepError(`${path}: ${(error as Error).message}.`);
  }
}

/** Pattern of a cell: a number as in tables, empty, a status or an outcome. */
const CELL = new RegExp(
  `^(-?\\d+(\\.\\d+)?(e[-+]?\\d+)?|-?inf|nan|${[...PROBLEM_IDS.flatMap(endsOf), ...OUTCOMES].join('|')}|)$`,
);

/** Leading valid rows of a file. */
export interface SoundRows {
  readonly count: number;
  /** Byte offset after them. */
  readonly end: number;
  /** Error of the file; null if it has all its rows and nothing else. */
  readonly fault: string | null;
}

/**
 * Checks a file's rows: a stopped machine omits some, and a disk or editor may change some. A valid row is complete, in its place and
 * numeric.
 */
export function soundRows({ path, rowsAt, columns, from, to, runs }: RowsPlan): SoundRows {
  const runAt = columns.indexOf('run');
  let count = 0;
  let end = rowsAt;
  const cut = (fault: string) => ({ count, end, fault: `${path}: expected ${fault}` });
  for (const line of linesOf(path, rowsAt)) {
    if (!line.endsWith('\n')) {
      if (count < to - from) break;
      return cut(`${to - from} rows; got "${line.slice(0, 60)}" behind them.`);
    }
    const text = line.slice(0, -1);
    const fields = text.split(',');
    const [cell, run] = [Math.floor((from + count) / runs), (from + count) % runs];
    if (count === to - from) return cut(`${to - from} rows; got more.`);
    const isRow = fields.length === columns.length && fields.every((field) => CELL.test(field));
    if (!isRow || fields[0] !== String(cell) || fields[runAt] !== String(run))
      return cut(
        `row ${count + 1} to be run ${run} of cell ${cell} in ${columns.length} numbers; got "${text.slice(0, 60)}".`,
      );
    count++;
    end += line.length;
  }
  return count === to - from ? { count, end, fault: null } : cut(`${to - from} rows; got ${count}.`);
}

/** Yields lines from a byte on, with line breaks, which the last may lack. */
function* linesOf(path: string, from: number): Generator<string> {
  let rest = '';
  for (const piece of bytesOf(path, from)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    for (const line of lines) yield `${line}\n`;
  }
  if (rest !== '') yield rest;
}

/** Yields content from a byte on, a character per byte. Rows are ASCII: a block may end anywhere. */
export function* bytesOf(path: string, from: number): Generator<string> {
  const file = openFile(path);
  try {
    const block = Buffer.alloc(BLOCK);
    for (let at = from; ; ) {
      const size = readSync(file, block, 0, BLOCK, at);
      if (size === 0) return;
      yield block.toString('latin1', 0, size);
      at += size;
    }
  } finally {
    closeSync(file);
  }
}
