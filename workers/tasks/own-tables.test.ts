import { describe, expect, test } from 'vitest';
import { NO_CHOICE } from '../../engine/scenario/file-choice.ts';
import { ScenarioError } from '../../engine/scenario/scenario-error.ts';
import type { OwnSource } from '../protocol.ts';
import { createOwnTables } from './own-tables.ts';

/** Over three megabytes in few rows, read in pieces of one megabyte. */
const LARGE = `x,y\n${`${'1.25'.padEnd(80, '0')},2.5\n`.repeat(37_000)}`;

let files = 0;

/** Makes a file that counts its reads; those after the first `broken` fail. */
function countedFile(text: string, broken = Number.POSITIVE_INFINITY) {
  const whole = new Blob([text]);
  const file = { read: 0, own: null as unknown as OwnSource, broken };
  const blob = {
    size: whole.size,
    slice: (from: number, to: number) => ({
      arrayBuffer: () =>
        ++file.read > file.broken
          ? Promise.reject(new DOMException('gone', 'NotReadableError'))
          : whole.slice(from, to).arrayBuffer(),
    }),
  };
  file.own = { serial: ++files, blob: blob as unknown as Blob, choice: NO_CHOICE };
  return file;
}

/** Expected reads: each piece twice, the first once. */
const PIECES = 2 * Math.ceil(LARGE.length / 1e6) - 1;

describe('own tables', () => {
  test('are read once, for whoever wants them, also while they are on their way', async () => {
    const tables = createOwnTables();
    const file = countedFile(LARGE);
    const [first, second] = await Promise.all([
      tables.read('inspect', file.own),
      tables.read('open', file.own),
    ]);
    expect(first).not.toBeNull();
    expect(second).toBe(first);
    expect(await tables.read('open', file.own)).toBe(first);
    expect(file.read).toBe(PIECES);
  });

  test('stay when the look at them ends, until another is looked at', async () => {
    const tables = createOwnTables();
    const file = countedFile('x,y\n1,2\n');
    const table = await tables.read('inspect', file.own);
    tables.stop('inspect');
    expect(await tables.read('open', file.own)).toBe(table);
    await tables.read('inspect', countedFile('x,y\n3,4\n').own);
    expect(await tables.read('open', file.own)).toBe(table);
    await tables.read('open', countedFile('x,y\n5,6\n').own);
    await tables.read('open', file.own);
    expect(file.read).toBe(2);
  });

  test('are read no further when nobody wants them', async () => {
    const tables = createOwnTables();
    const [given, overtaken, other] = [countedFile(LARGE), countedFile(LARGE), countedFile(LARGE)];
    const givenUp = tables.read('inspect', given.own, () => tables.stop('inspect'));
    expect(await givenUp).toBeNull();
    expect(given.read).toBe(1);
    const slow = tables.read('inspect', overtaken.own);
    const opened = tables.read('open', other.own);
    expect(await tables.read('inspect', countedFile('x,y\n1,2\n').own)).not.toBeNull();
    expect(await slow).toBeNull();
    expect(overtaken.read).toBeLessThan(PIECES);
    expect((await opened)?.rows).toBeGreaterThan(0);
    expect(other.read).toBe(PIECES);
  });

  test('of a file that cannot be read any more are refused in words, and read anew when asked for again', async () => {
    const tables = createOwnTables();
    const file = countedFile(LARGE, 1);
    await expect(tables.read('open', file.own)).rejects.toBeInstanceOf(ScenarioError);
    await expect(tables.read('open', file.own)).rejects.toMatchObject({
      notice: { code: 'unreadable-file' },
    });
    file.broken = Number.POSITIVE_INFINITY;
    expect(await tables.read('open', file.own)).not.toBeNull();
  });

  test.each([
    ['utf-8', [0xef, 0xbb, 0xbf]],
    ['utf-16le', [0xff, 0xfe]],
    ['utf-16be', [0xfe, 0xff]],
  ])('are read as %s where the byte order mark says so', async (encoding, mark) => {
    const text = 'größe,y\n1,2\n';
    const words = Buffer.from(text, 'utf16le');
    const body =
      encoding === 'utf-8'
        ? Buffer.from(text)
        : encoding === 'utf-16le'
          ? words
          : Buffer.from(words).swap16();
    const blob = new Blob([Uint8Array.from(mark), new Uint8Array(body)]);
    const table = await createOwnTables().read('open', { serial: ++files, blob, choice: NO_CHOICE });
    expect(table).toMatchObject({ names: ['größe', 'y'], rows: 1, refusedCount: 0 });
  });

  test('keep characters that a piece cuts in two', async () => {
    const before = `x,y\n${'1,22\n'.repeat(199_999)}`;
    expect(before.length).toBe(1e6 - 1);
    const blob = new Blob([`${before}ö,3\n`]);
    const table = await createOwnTables().read('open', { serial: ++files, blob, choice: NO_CHOICE });
    expect(table?.refused).toEqual([{ line: 200_001, reason: { say: 'bad-cell', cell: 'ö', column: 'x' } }]);
  });
});
