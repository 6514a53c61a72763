import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { file, inFolder } from './try-command.ts';
import { openThread, stopBehind, sweep, sweepWith, writeSpec } from './try-sweep.ts';

inFolder();

const read = (name: string) => (existsSync(file(name)) ? readFileSync(file(name), 'utf8') : '');
const rowsOf = (text: string) => text.split('\n').filter((line) => /^\d/.test(line));

/** Ten runs per cell, of which some diverge on one side. */
const SMALL = ['--spec', 'small.json', '--shard', '2/3'];
let whole = '';

beforeAll(async () => {
  writeSpec(
    'small.json',
    { runs: 10, limit: 2000, xkey: 'n', xat: [4, 6] },
    '#v=1&problem=one-neuron&d=2&c=9',
  );
  whole = (await sweep(...SMALL)).stdout;
});

describe('a stopped shard loses nothing that it has written', () => {
  test('the header stands there at once, before a run has begun', async () => {
    let written = '';
    let stop: (reason: string) => void;
    const { code, stderr } = await sweepWith(
      {
        out: 'out.csv',
        onStop: (given) => {
          stop = given;
        },
        openThread(task) {
          written = read('out.csv');
          stop('SIGTERM');
          return openThread(task);
        },
      },
      ...SMALL,
    );
    expect(written).toBe(whole.slice(0, whole.indexOf('\n0,') + 1));
    expect([code, read('out.csv')]).toEqual([143, written]);
    expect(stderr).toBe('sweep: Stopped by SIGTERM after 0 of 7 rows.\n');
  });

  test.each([
    ['SIGTERM', 143],
    ['SIGINT', 130],
  ] as const)('%s ends it behind a whole row, and the same command goes on there', async (signal, code) => {
    const args = [...SMALL, '--resume', `${signal}.csv`, '--workers', '2'];
    const stopped = await sweepWith(stopBehind(3, signal), ...args);
    const now = read(`${signal}.csv`);
    expect(stopped).toEqual({
      code,
      stdout: '',
      stderr: `sweep: Stopped by ${signal} after ${rowsOf(now).length} of 7 rows. The same command goes on there.\n`,
    });
    expect(rowsOf(now).length).toBeGreaterThan(0);
    expect(now.endsWith('\n') && now.length < whole.length && whole.startsWith(now)).toBe(true);
    expect((await sweep(...args)).code).toBe(0);
    expect(read(`${signal}.csv`)).toBe(whole);
  });
});

describe('--resume', () => {
  test('wherever a part was cut, the file is that of an undisturbed run, byte for byte', async () => {
    const rowsAt = whole.indexOf('\n# shard: 2/3\n') + '\n# shard: 2/3\n'.length;
    const second = whole.indexOf('\n', rowsAt) + 1;
    const places: Record<string, number> = {
      'no file': -1,
      'before the header': 0,
      'within the names': 7,
      'behind the names': whole.indexOf('\n') + 1,
      'within the header': whole.indexOf('# SHA-256 of the engine') + 30,
      'within the line of the shard': rowsAt - 2,
      'behind the header': rowsAt,
      'within the first number': rowsAt + 1,
      'before the break of the first row': second - 1,
      'behind the first row': second,
      'within the second row': second + 12,
      'before the last break': whole.length - 1,
      'behind the last row': whole.length,
    };
    for (const [place, at] of Object.entries(places)) {
      if (at >= 0) writeFileSync(file('part.csv'), whole.slice(0, at));
      const { code, stdout, stderr } = await sweep(...SMALL, '--resume', 'part.csv');
      expect([code, stdout, stderr], place).toEqual([0, '', '']);
      expect(read('part.csv'), place).toBe(whole);
    }
  });

  test('a row that a disk has changed, and all behind it, are run again; so is what stands behind the last', async () => {
    const lines = whole.split('\n');
    const rows = lines.findIndex((line) => /^\d/.test(line));
    for (const wrong of ['\0\0\0\0', lines[rows]!, lines[rows + 2]!.replace(/\d$/, 'x')]) {
      writeFileSync(file('part.csv'), lines.with(rows + 2, wrong).join('\n'));
      expect((await sweep(...SMALL, '--resume', 'part.csv')).code).toBe(0);
      expect(read('part.csv')).toBe(whole);
    }
    writeFileSync(file('part.csv'), `${whole}1,2,3\n4`);
    expect((await sweep(...SMALL, '--resume', 'part.csv')).code).toBe(0);
    expect(read('part.csv')).toBe(whole);
  });

  test.each([
    ['another text', () => 'a,b\n1,2\n', 'with the line "cell,n,run,'],
    [
      'another shard',
      () => whole.replace('# shard: 2/3', '# shard: 1/3'),
      'with the line "# shard: 2/3"; got "# shard: 1/3".',
    ],
    [
      'another engine',
      () => whole.replace(/(SHA-256 of the engine: )./, '$1-'),
      'with the line "# SHA-256 of the engine: ',
    ],
    ['another spec', () => whole.replace('&c=9', '&c=8'), 'with the line "# link: '],
  ])('leaves the file of %s as it is', async (_, other, sentence) => {
    writeFileSync(file('other.csv'), other());
    const { code, stderr } = await sweep(...SMALL, '--resume', 'other.csv');
    expect(stderr).toContain(`sweep: other.csv: expected a part of this sweep, ${sentence}`);
    expect([code, stderr.trimEnd().includes('\n'), read('other.csv')]).toEqual([2, false, other()]);
  });
});

describe('parts', () => {
  const SPEC = ['--spec', 'small.json'];

  test('--missing prints every shard to run again, and what they are run again with makes them whole', async () => {
    const all = (await sweep(...SPEC)).stdout;
    expect(all).toContain(',inf,'); // a diverged side's distance is no damage
    for (const k of [1, 2, 3, 4, 5, 6, 7])
      writeFileSync(file(`m-${k}.csv`), (await sweep(...SPEC, '--shard', `${k}/7`)).stdout);
    expect(await sweep('--missing', 'm-*.csv')).toEqual({ code: 0, stdout: '', stderr: '' });
    expect((await sweep('--merge', 'm-?.csv')).stdout).toBe(all);

    const cut = read('m-2.csv').slice(0, -4);
    writeFileSync(file('m-2.csv'), cut); // within a row
    writeFileSync(file('m-3.csv'), ''); // killed before its header
    writeFileSync(file('m-4.csv'), read('m-4.csv').slice(0, 200)); // within its header
    writeFileSync(file('m-6.csv'), read('m-6.csv').replace(/\n\d[^\n]*\n$/, '\n')); // a row too few
    writeFileSync(file('m-7.csv'), `${read('m-7.csv')}0,`); // and something behind the last
    const { code, stdout } = await sweep('--missing', 'm-*.csv');
    expect([code, stdout]).toEqual([0, '2/7\n3/7\n4/7\n6/7\n7/7\n']);
    expect((await sweep('--merge', 'm-*.csv')).code).toBe(2);
    for (const shard of stdout.trim().split('\n'))
      await sweep(...SPEC, '--shard', shard, '--resume', `m-${shard[0]}.csv`);
    expect((await sweep('--missing', 'm-*.csv')).stdout).toBe('');
    expect((await sweep('--merge', 'm-*.csv')).stdout).toBe(all);
    // A repeated file: a shard is missing if no file has all of it.
    writeFileSync(file('cut.csv'), cut);
    expect((await sweep('--missing', 'cut.csv', 'm-2.csv', 'm-1.csv')).stdout).toBe(
      '3/7\n4/7\n5/7\n6/7\n7/7\n',
    );
  });

  test('parts of different builds of the engine do not join', async () => {
    const part = (await sweep(...SPEC, '--shard', '1/2')).stdout;
    expect(part).toContain('\n# SHA-256 of the engine: '); // of a bundle: processes.test.ts
    writeFileSync(file('a.csv'), part);
    const other = (await sweep(...SPEC, '--shard', '2/2')).stdout;
    writeFileSync(file('b.csv'), other.replace(/(engine: ).*/, `$1${'0'.repeat(64)}`));
    for (const flag of ['--merge', '--missing']) {
      const { code, stdout, stderr } = await sweep(flag, 'a.csv', 'b.csv');
      expect(stderr).toMatch(
        /^sweep: b\.csv: expected a shard of the same sweep as a\.csv\. Expected "# SHA-256 of the engine: /,
      );
      expect([code, stdout]).toEqual([2, '']);
    }
  });

  test.each([
    [['--missing'], '--missing: expected the files of all shards; got none.'],
    [['--missing', 'nothing-*.csv'], 'nothing-*.csv: expected files; there is none.'],
    [['--missing', 'empty.csv'], '--missing: expected at least one file with its whole header'],
    [['--missing', '--merge', 'empty.csv'], '--merge: expected files alone'],
    [['--missing', 'empty.csv', '--resume', 'x.csv'], '--missing: expected files alone'],
  ])('%j is one line and exit status 2', async (args, sentence) => {
    writeFileSync(file('empty.csv'), '');
    const { code, stdout, stderr } = await sweep(...args);
    expect(stderr).toContain(`sweep: ${sentence}`);
    expect([code, stdout, stderr.trimEnd().includes('\n')]).toEqual([2, '', false]);
  });
});
