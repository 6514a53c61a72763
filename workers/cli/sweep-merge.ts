import { closeSync, openSync, readSync } from 'node:fs';
import { runsSaid, SweepError, shardOf } from '../../engine/ensemble/sweep.ts';
import { STATUSES } from '../../engine/race/status.ts';

/** What the header's line of a shard begins with; the file of all runs has none. */
export const SHARD_LINE = '# shard: ';

interface ShardFile {
  readonly path: string;
  readonly header: readonly string[];
  readonly shard: number;
  readonly of: number;
  /** Runs of each cell, and cells, of all shards together. */
  readonly runs: number;
  readonly cells: number;
  /** Bytes of the header: the rows begin there. */
  readonly rowsAt: number;
}

const BLOCK = 1 << 20;

/** Reads the header of a file: the first line (names) and the comments behind it. */
function readShard(path: string): ShardFile {
  const lines = readStart(path).split('\n');
  let last = 1;
  while (lines[last]?.startsWith('#')) last++;
  const header = lines.slice(0, last);
  const line = header.find((one) => one.startsWith(SHARD_LINE));
  const found = line && /^(\d+)\/(\d+)$/.exec(line.slice(SHARD_LINE.length));
  if (!found)
    throw new SweepError(
      `${path}: expected a file that "sweep --shard k/m" wrote; its header names no shard.`,
    );
  return {
    path,
    header: header.filter((one) => one !== line),
    shard: Number(found[1]),
    of: Number(found[2]),
    ...(header.map(runsSaid).find((said) => said !== null) ?? { runs: 0, cells: 0 }),
    rowsAt: Buffer.byteLength(`${header.join('\n')}\n`),
  };
}

/** The beginning of a file; what is none (a folder) is named. */
function readStart(path: string): string {
  const file = openFile(path);
  try {
    const block = Buffer.alloc(BLOCK);
    return block.toString('utf8', 0, readSync(file, block, 0, BLOCK, 0));
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

/**
 * Joins the files of all shards of one sweep, in whatever order they are named: byte for byte the file of the whole. Throws
 * SweepError where one is missing, comes twice, belongs to another sweep or was not written to its end.
 */
export function* mergeShards(paths: readonly string[]): Generator<string> {
  if (paths.length === 0) throw new SweepError('--merge: expected the files of all shards; got none.');
  const shards = paths.map(readShard).sort((a, b) => a.shard - b.shard);
  const { header, of } = shards[0]!;
  for (const one of shards)
    if (one.of !== of || one.header.join('\n') !== header.join('\n'))
      throw new SweepError(`${one.path}: expected a shard of the same sweep as ${shards[0]!.path}.`);
  for (let k = 1; k <= of; k++) {
    const here = shards.filter(({ shard }) => shard === k);
    if (here.length === 0) throw new SweepError(`Expected all of ${of} shards; ${k}/${of} is missing.`);
    if (here.length > 1)
      throw new SweepError(
        `Expected each shard once; ${k}/${of} came as ${here.map(({ path }) => path).join(' and ')}.`,
      );
  }
  for (const one of shards) checkRows(one);
  yield `${header.join('\n')}\n`;
  for (const { path, rowsAt } of shards) yield* rowsOf(path, rowsAt);
}

/** A number as a sheet writes it, nothing where there is none, or the word of a status. */
const CELL = new RegExp(`^(-?\\d+(\\.\\d+)?(e[-+]?\\d+)?|-?Infinity|${STATUSES.join('|')}|)$`);

/**
 * Throws SweepError unless a shard has all its rows, in their order and of numbers: a machine that was stopped leaves some out, and a
 * disk or an editor may change some.
 */
function checkRows({ path, header, shard, of, runs, cells, rowsAt }: ShardFile): void {
  const [from, to] = shardOf({ size: runs * cells }, shard, of);
  const again = `Shard ${shard}/${of} has to be run again.`;
  const columns = header[0]!.split(',');
  const runAt = columns.indexOf('run');
  let rows = 0;
  for (const line of linesOf(path, rowsAt)) {
    const fields = line.split(',');
    const [cell, run] = [Math.floor((from + rows) / runs), (from + rows) % runs];
    rows++;
    const isRow = fields.length === columns.length && fields.every((field) => CELL.test(field));
    if (!isRow || (rows <= to - from && (fields[0] !== String(cell) || fields[runAt] !== String(run))))
      throw new SweepError(
        `${path}: expected row ${rows} to be run ${run} of cell ${cell} in ${columns.length} numbers; got "${line.slice(0, 60)}". ${again}`,
      );
  }
  if (rows !== to - from) throw new SweepError(`${path}: expected ${to - from} rows; got ${rows}. ${again}`);
}

/** The lines of a file from a byte on that were written to their end. */
function* linesOf(path: string, from: number): Generator<string> {
  let rest = '';
  for (const piece of rowsOf(path, from)) {
    const lines = (rest + piece).split('\n');
    rest = lines.pop()!;
    yield* lines;
  }
}

/** What stands in a file from a byte on. Rows are plain ASCII: a block may end anywhere. */
function* rowsOf(path: string, from: number): Generator<string> {
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
