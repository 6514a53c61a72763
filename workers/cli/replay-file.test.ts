import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeNotice } from '../../engine/scenario/describe-notice.ts';
import { formatLink } from '../../engine/scenario/scenario.ts';
import { parseReplayOptions } from './replay-options.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'replay-file-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function read(text: string, ...flags: string[]) {
  const path = join(folder, 'own.csv');
  writeFileSync(path, text);
  const { own, scenario } = parseReplayOptions(['--data', path, ...flags]);
  const { names, values, notices } = own!.table!;
  const { bias, decimal, columns } = scenario.values;
  return {
    names,
    values: [...values],
    said: notices.map(describeNotice),
    ...{ bias, decimal, columns },
    link: formatLink(scenario),
  };
}

describe('replay reads a file as the page does', () => {
  test('a European CSV, and --decimal for the other reading', () => {
    const text = 'a;y\n1.500;2\n2.500;3\n';
    expect(read(text)).toMatchObject({ values: [1.5, 2, 2.5, 3], bias: false });
    expect(read(text).said).toEqual([
      '"1.500" can be read in two ways: here it is 1.5, not as 1500. Choose decimal=comma for the other reading.',
    ]);
    // The link carries the numbers; their notation no longer matters.
    const other = read(text, '--decimal', 'comma');
    expect(other).toMatchObject({ values: [1500, 2, 2500, 3], said: [], decimal: 'auto' });
    expect(other.link).toContain('data=z.');
  });

  test('--columns for label and features', () => {
    expect(read('a,name,b,c\n1,x,2,3\n4,y,5,6\n', '--columns', '4,1')).toMatchObject({
      ...{ names: ['c', 'a'], values: [3, 1, 6, 4], columns: null },
    });
  });

  test('a column of ones is the bias, unless --bias or a link says that there is none', () => {
    const text = 'a,one,y\n1,1,2\n3,1,4\n';
    expect(read(text)).toMatchObject({ names: ['a', 'y'], bias: true });
    expect(read(text, '--bias')).toMatchObject({ names: ['a', 'y'], bias: true });
    expect(read(text, '--bias', '0')).toMatchObject({ names: ['a', 'one', 'y'], bias: false });
    expect(read(text, '--link', '#v=1&features=csv')).toMatchObject({
      names: ['a', 'one', 'y'],
      bias: false,
    });
  });

  test('data too large for a link leave there how they are read', () => {
    const rows = Array.from({ length: 12_000 }, (_, i) => `${i / 7};1;${(i * 7919) % 10007}`);
    const large = read(`a;one;y\n${rows.join('\n').replaceAll('.', ',')}\n`, '--decimal', 'comma');
    expect(large).toMatchObject({ names: ['a', 'y'], bias: true, decimal: 'comma', columns: [1, 3] });
    expect(large.link).toContain('features=csv&decimal=comma&columns=1,3&bias=1');
    expect(large.values[2]).toBe(1 / 7);
  });
});
