import { readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { packText } from '../../engine/data/pack.ts';
import { wilson } from '../../engine/kernels/wilson.ts';
import { runsAll } from '../../scripts/tier.mjs';
import { file, inFolder } from './try-command.ts';
import { sweep, writeSpec } from './try-sweep.ts';

inFolder();

function rowsOf(csv: string): Record<string, string>[] {
  const lines = csv.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  const names = lines[0]!.split(',');
  return lines
    .slice(1)
    .map((line) => Object.fromEntries(line.split(',').map((cell, i) => [names[i]!, cell])));
}

beforeAll(() => {
  writeSpec('small.json', {
    runs: 30,
    limit: 200,
    startlaw: 'unit',
    audit: true,
    xkey: 'n',
    xat: [4, 6],
    ykey: 'noise',
    yat: [0, 0.5],
  });
});

/**
 * Reference (NumPy): noiseless Gaussian rows, unit plant, random unit start, c = 1, 3,000 steps, recovered = within 1e-2; left / right, of
 * `runs`. The 99.9 % Wilson intervals must overlap: with 2,000 runs under `npm run test:all`, else 160 in the plane and 64 beyond.
 */
const REFERENCE = [
  { d: 2, n: 4, left: 0.408, right: 0.656, runs: 20_000 },
  { d: 2, n: 6, left: 0.68, right: 0.863, runs: 20_000 },
  { d: 2, n: 12, left: 0.95, right: 0.994, runs: 12_000 },
  { d: 10, n: 20, left: 0.321, right: 0.452, runs: 3000 },
  { d: 10, n: 30, left: 0.915, right: 0.947, runs: 2000 },
  { d: 20, n: 50, left: 0.777, right: 0.842, runs: 1000 },
];

test('runs recover the plant as often as the reference, on both sides, in all six cells', async () => {
  for (const d of [2, 10, 20]) {
    const count = runsAll ? 2000 : d === 2 ? 160 : 40;
    const cells = REFERENCE.filter((cell) => cell.d === d);
    writeSpec(
      'reference.json',
      { runs: count, startlaw: 'unit', limit: 3000, within: 0.01, xkey: 'n', xat: cells.map(({ n }) => n) },
      `#v=1&problem=one-neuron&d=${d}`,
    );
    const rows = rowsOf((await sweep('--spec', 'reference.json', '--workers', '2')).stdout);
    expect(rows).toHaveLength(count * cells.length);
    for (const { n, runs, ...shares } of cells)
      for (const side of ['left', 'right'] as const) {
        const arrived = rows.filter(
          (row) => row.n === String(n) && Number(row[`${side}_arrival`]) >= 0,
        ).length;
        const own = wilson(arrived, count, 3.291);
        const theirs = wilson(Math.round(shares[side] * runs), runs, 3.291);
        expect(own.low, `${side} of d = ${d}, n = ${n}`).toBeLessThanOrEqual(theirs.high);
        expect(own.high, `${side} of d = ${d}, n = ${n}`).toBeGreaterThanOrEqual(theirs.low);
      }
  }
});

describe('one table', () => {
  test('whatever the number of workers, and of shards, byte for byte', async () => {
    const whole = await sweep('--spec', 'small.json', '--workers', '1');
    expect([whole.code, whole.stderr]).toEqual([0, '']);
    const rows = rowsOf(whole.stdout);
    expect(rows).toHaveLength(4 * 30);
    expect(rows[35]).toMatchObject({ cell: '1', n: '6', noise: '0', run: '5' });
    expect((await sweep('--spec', 'small.json', '--workers', '3')).stdout).toBe(whole.stdout);
    const names: string[] = [];
    for (const [i, k] of [3, 1, 4, 2].entries()) {
      names.push(`${i}.csv`);
      writeFileSync(file(`${i}.csv`), (await sweep('--spec', 'small.json', '--shard', `${k}/4`)).stdout);
    }
    expect(readFileSync(file('0.csv'), 'utf8')).toContain('\n# shard: 3/4\n');
    expect((await sweep('--merge', ...names)).stdout).toBe(whole.stdout);
  });

  test('more shards than runs', async () => {
    writeSpec('ten.json', { runs: 10, limit: 20 });
    const names: string[] = [];
    for (let k = 1; k <= 12; k++) {
      names.push(`ten-${k}.csv`);
      writeFileSync(file(`ten-${k}.csv`), (await sweep('--spec', 'ten.json', '--shard', `${k}/12`)).stdout);
    }
    expect((await sweep('--merge', ...names)).stdout).toBe((await sweep('--spec', 'ten.json')).stdout);
  });
});

test('without noise the one-step inequality never fails; with noise it is not asked', async () => {
  for (const { noise, points, failures } of rowsOf((await sweep('--spec', 'small.json')).stdout)) {
    expect(failures).toBe('0');
    expect(Number(points) > 0).toBe(noise === '0');
  }
});

test('two layers, their width along an axis', async () => {
  writeSpec(
    'width.json',
    { runs: 10, vary: 'start', limit: 300, within: 0.1, xkey: 'neurons', xat: [2, 8], n: 20 },
    '#v=1&problem=two-layer&n=50',
  );
  const { stdout, stderr } = await sweep('--spec', 'width.json');
  expect(stderr).toBe('');
  const rows = rowsOf(stdout);
  expect(rows.every((row) => row.right_status === 'optimal')).toBe(true);
  const arrived = (m: string) => rows.filter((row) => row.neurons === m && row.left_arrival !== '-1').length;
  expect(arrived('8')).toBeGreaterThan(arrived('2'));
});

describe('own data that a spec leaves out', () => {
  const CSV = `x,y\n${Array.from({ length: 40 }, (_, i) => `${i / 7},${Math.max(0, i / 7 - 2)}`).join('\n')}\n`;
  const LINK = '#v=1&problem=one-neuron&features=csv&plant=1,-2&bias=1';
  const SET = { runs: 12, limit: 200 };

  test('come from their file, and give the rows of the spec that holds them', async () => {
    writeFileSync(file('own.csv'), CSV);
    writeSpec('bare.json', SET, LINK);
    writeSpec('packed.json', SET, `${LINK}&data=${packText(CSV)}`);
    const packed = await sweep('--spec', 'packed.json');
    const bare = await sweep('--spec', 'bare.json', '--data', 'own.csv', '--workers', '2');
    expect([packed.code, bare.code, bare.stderr]).toEqual([0, 0, '']);
    expect(rowsOf(bare.stdout)).toEqual(rowsOf(packed.stdout));
    expect(rowsOf(bare.stdout)).toHaveLength(12);
    expect(bare.stdout).toContain('\n# data: not in this file');
    expect(packed.stdout).not.toContain('# data:');
    const shards = [1, 2].map((k) => [`own-${k}.csv`, `${k}/2`] as const);
    for (const [name, shard] of shards) {
      const part = await sweep('--spec', 'bare.json', '--data', 'own.csv', '--shard', shard);
      writeFileSync(file(name), part.stdout);
    }
    expect((await sweep('--merge', ...shards.map(([name]) => name))).stdout).toBe(bare.stdout);

    writeFileSync(file('own.csv'), CSV.replace('0,0', '0,0.5'));
    const other = await sweep('--spec', 'bare.json', '--data', 'own.csv', '--shard', '2/2');
    writeFileSync(file('own-2.csv'), other.stdout);
    expect((await sweep('--merge', 'own-1.csv', 'own-2.csv')).stderr).toContain('a shard of the same sweep');
  });

  test.each([
    [['--spec', 'bare.json'], 'features=csv needs data, and the spec has none: expected --data'],
    [['--spec', 'bare.json', '--data', 'nowhere.csv'], 'nowhere.csv: ENOENT'],
    [['--spec', 'bare.json', '--data', 'no-row.csv'], 'The data has no usable row'],
    [
      ['--spec', 'small.json', '--data', 'own.csv'],
      '--data: expected a spec of own data that leaves them out',
    ],
    [['--merge', 'own-1.csv', '--data', 'own.csv'], '--merge: expected files alone'],
  ])('%j is one line, and nothing is written', async (args, sentence) => {
    writeFileSync(file('own.csv'), CSV);
    writeFileSync(file('no-row.csv'), 'x,y\na,b\n');
    writeSpec('bare.json', SET, LINK);
    const { code, stdout, stderr } = await sweep(...args);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect([code, stdout]).toEqual([2, '']);
  });
});

describe('what cannot be used is one line and exit status 2', () => {
  const REFUSED: [string, () => void, string[], string][] = [
    ['no spec', () => {}, [], '--spec: expected a file; it was left out.'],
    ['no such file', () => {}, ['--spec', 'none.json'], 'none.json: ENOENT'],
    ['no JSON', () => writeFileSync(file('bad.json'), '{'), ['--spec', 'bad.json'], 'Expected JSON; '],
    [
      'another format',
      () => writeFileSync(file('bad.json'), '{"format":1}'),
      ['--spec', 'bad.json'],
      'format: expected "twin-descent-sweep"; got 1.',
    ],
    [
      'a newer version',
      () => writeSpec('bad.json', {}, undefined, { version: 2 }),
      ['--spec', 'bad.json'],
      'version: expected 1; got 2.',
    ],
    [
      'a misspelt field',
      () => writeSpec('bad.json', {}, undefined, { sets: {} }),
      ['--spec', 'bad.json'],
      'Expected format, version, link and set; got "sets".',
    ],
    [
      'a misspelt key',
      () => writeSpec('bad.json', { rnus: 20 }),
      ['--spec', 'bad.json'],
      'sweep: Unknown key "rnus".\n',
    ],
    [
      'a value out of bounds',
      () => writeSpec('bad.json', { runs: 5 }),
      ['--spec', 'bad.json'],
      'runs: expected 10 to 100000000; got 5.\n',
    ],
    [
      'a plant of another length',
      () => writeSpec('bad.json', { runs: 10, vary: 'data,start' }, '#v=1&d=2&plant=1,2,3'),
      ['--spec', 'bad.json'],
      'sweep: plant: expected 2 numbers; got 3.\n',
    ],
    [
      'a start that fits in one cell alone',
      () => writeSpec('bad.json', { vary: 'data', xkey: 'd', xat: [2, 3] }, '#v=1&n=8&start=3,4'),
      ['--spec', 'bad.json'],
      'sweep: At d = 3: start: expected 3 numbers; got 2.\n',
    ],
    [
      'more negative neurons than there are',
      () => writeSpec('bad.json', { xkey: 'negative', xat: [0, 2] }, '#v=1&problem=two-layer&n=20&teacher=1'),
      ['--spec', 'bad.json'],
      'sweep: At negative = 2: negative: expected ',
    ],
    [
      'n and n/d',
      () => writeSpec('bad.json', { xkey: 'n', xat: [4, 40], ykey: 'ratio', yat: [3] }),
      ['--spec', 'bad.json'],
      'ykey: expected a number that xkey does not set (ratio sets n); got n and ratio.',
    ],
    [
      'places without a name',
      () => writeSpec('bad.json', { yat: [3, 4] }),
      ['--spec', 'bad.json'],
      'ykey: expected the name of a number for yat; got none.',
    ],
    [
      'a law of starts where there is none to choose',
      () => writeSpec('bad.json', { startlaw: 'unit' }, '#v=1&problem=two-layer&n=12&neurons=3'),
      ['--spec', 'bad.json'],
      'startlaw: expected normal',
    ],
    [
      'a link with a bad value',
      () => writeSpec('bad.json', {}, '#v=1&n=many'),
      ['--spec', 'bad.json'],
      'n: ',
    ],
    ['a newer link', () => writeSpec('bad.json', {}, '#v=2&n=4'), ['--spec', 'bad.json'], 'newer'],
    [
      'an axis that is none',
      () => writeSpec('bad.json', { xkey: 'seed', xat: [1] }),
      ['--spec', 'bad.json'],
      'xkey: expected a number that does something in this scenario (ratio, n, d',
    ],
    [
      'an axis without places',
      () => writeSpec('bad.json', { xkey: 'n' }),
      ['--spec', 'bad.json'],
      'xat: expected comma-separated values of n',
    ],
    [
      'a place out of bounds',
      () => writeSpec('bad.json', { xkey: 'n', xat: [4, 0.5] }),
      ['--spec', 'bad.json'],
      'xat: expected whole numbers from 1 to ',
    ],
    [
      'a place that comes twice, which would be run twice',
      () => writeSpec('bad.json', { xkey: 'n', xat: [4, 5, 4] }),
      ['--spec', 'bad.json'],
      'xat: expected each value once for n; got 4 twice.',
    ],
    [
      'an audit of what has no plant',
      () => writeSpec('bad.json', { audit: true }, '#v=1&problem=two-layer'),
      ['--spec', 'bad.json'],
      'audit: expected a scenario of one neuron; got two-layer.',
    ],
    [
      'one axis twice',
      () => writeSpec('bad.json', { xkey: 'n', xat: [4], ykey: 'n', yat: [5] }),
      ['--spec', 'bad.json'],
      'ykey: expected another name than xkey',
    ],
    [
      'a text with another key',
      () => writeSpec('bad.json', { vary: 'data&n=3' }),
      ['--spec', 'bad.json'],
      'vary: expected a number, a truth value',
    ],
    [
      'nothing to aim at',
      () =>
        writeSpec('bad.json', { runs: 10 }, '#v=1&problem=one-neuron&features=csv&data=stopping-distance'),
      ['--spec', 'bad.json'],
      'Expected a star',
    ],
    [
      'a shard of none',
      () => {},
      ['--spec', 'small.json', '--shard', '5/4'],
      'shard: expected k/m with 1 <= k <= m; got 5/4.',
    ],
    ['no shard', () => {}, ['--spec', 'small.json', '--shard', 'a'], '--shard: expected k/m'],
    [
      'no workers',
      () => {},
      ['--spec', 'small.json', '--workers', '0'],
      '--workers: expected a whole number from 1 to 256; got "0".',
    ],
    ['an unknown flag', () => {}, ['--sepc', 'small.json'], "Unknown option '--sepc'"],
    ['a folder', () => {}, ['--merge', '.'], '.: EISDIR'],
    ['nothing to merge', () => {}, ['--merge'], '--merge: expected the files of all shards; got none.'],
    [
      'a file of the whole',
      () => writeFileSync(file('whole.csv'), 'cell,run\n# Twin Descent\n0,1\n'),
      ['--merge', 'whole.csv'],
      'whole.csv: expected a file that "sweep --shard k/m" wrote',
    ],
    [
      'a shard too few',
      () => writeFileSync(file('one.csv'), 'cell,run\n# shard: 1/2\n0,1\n'),
      ['--merge', 'one.csv'],
      'Expected all of 2 shards; 2/2 is missing.',
    ],
    [
      'a shard twice',
      () => writeFileSync(file('one.csv'), 'cell,run\n# shard: 1/1\n0,1\n'),
      ['--merge', 'one.csv', 'one.csv'],
      'Expected each shard once; 1/1 came as one.csv and one.csv.',
    ],
    [
      'a shard that was cut short',
      () =>
        writeFileSync(
          file('one.csv'),
          'cell,run\n# Twin Descent: 2 runs in each of 1 cells\n# shard: 1/1\n0,0\n0,',
        ),
      ['--merge', 'one.csv'],
      'one.csv: expected 2 rows; got 1. Shard 1/1 has to be run again.',
    ],
    [
      'a shard in which something else stands',
      () =>
        writeFileSync(
          file('one.csv'),
          'cell,run\n# Twin Descent: 2 runs in each of 1 cells\n# shard: 1/1\n0,0\nX,1\n',
        ),
      ['--merge', 'one.csv'],
      'one.csv: expected row 2 to be run 1 of cell 0 in 2 numbers; got "X,1". Shard 1/1 has to be run again.',
    ],
    [
      'a shard whose rows are in another order',
      () =>
        writeFileSync(
          file('one.csv'),
          'cell,run\n# Twin Descent: 2 runs in each of 1 cells\n# shard: 1/1\n0,1\n0,0\n',
        ),
      ['--merge', 'one.csv'],
      'one.csv: expected row 1 to be run 0 of cell 0 in 2 numbers; got "0,1".',
    ],
    [
      'shards of two sweeps',
      () => {
        writeFileSync(file('one.csv'), 'cell,run\n# a\n# shard: 1/2\n0,1\n');
        writeFileSync(file('two.csv'), 'cell,run\n# b\n# shard: 2/2\n0,1\n');
      },
      ['--merge', 'one.csv', 'two.csv'],
      'two.csv: expected a shard of the same sweep as one.csv.',
    ],
  ];
  test.each(REFUSED)('%s', async (_, prepare, args, sentence) => {
    prepare();
    const { code, stderr } = await sweep(...args);
    expect(stderr).toContain(`sweep: `);
    expect(stderr).toContain(sentence);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(code).toBe(2);
  });
});
