import { writeFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { linkInstance } from '../../engine/fixtures/instances.ts';
import { firstBelow, runSides } from '../../engine/fixtures/runs.ts';
import { replayPieces } from './replay-pieces.ts';
import { file } from './try-command.ts';
import { besideTables, OPENING, replay, report } from './try-replay.ts';

besideTables();

describe('replay prints one JSON object', () => {
  it('of a link: shape, lengths and the digits of the engine', async () => {
    const printed = await report('--link', `https://example.org/${OPENING}`, '--steps', '160');
    expect(Object.keys(printed)).toEqual([
      'scenario',
      'n',
      'd',
      'smoothness',
      'rule',
      'step',
      'refused',
      'refusedCount',
      'notices',
      'left',
      'right',
    ]);
    expect(printed).toMatchObject({ scenario: OPENING, n: 8, d: 2, refused: [], notices: [] });
    expect(printed.smoothness).toBeCloseTo(1, 14);
    expect(printed.step).toBe(1 / printed.smoothness);

    const { instance, values } = linkInstance(OPENING);
    const sides = runSides(instance, values, 160);
    for (const side of ['left', 'right'] as const) {
      expect(Object.keys(printed[side])).toEqual([
        'iterates',
        'losses',
        'distances',
        'status',
        'endedAt',
        'arrivedAt',
      ]);
      expect(printed[side].iterates).toEqual(sides[side].iterates.map((w) => [...w]));
      expect(printed[side].losses).toEqual(sides[side].losses);
      expect(printed[side].distances).toEqual(sides[side].distances);
      expect(printed[side].iterates).toHaveLength(161);
    }
    expect([printed.left.status, printed.right.status]).toEqual(['dead', 'reached']);
    expect(firstBelow(printed.right.distances!, 1e-3)).toBe(76);
    expect(printed.right.endedAt).toBeLessThanOrEqual(76);
  });

  it('of flags: every spelling, and values that begin with a minus', async () => {
    const expected = await report('--link', OPENING, '--steps', '20');
    expect(
      await report(
        '--features',
        'line',
        '--n',
        '8',
        '--plant',
        '1,0.2',
        '--start',
        '-1.6,0.3',
        '--steps',
        '20',
      ),
    ).toEqual(expected);
    expect(
      await report('--features=line', '--n=8', '--plant=1,0.2', '--start=-1.6,0.3', '--steps=20'),
    ).toEqual(expected);
    const shifted = await report('--xmin', '-2', '--start', '-.5,-1e-1', '--steps', '0');
    expect(shifted.left.iterates).toEqual([[-0.5, -0.1]]);
    expect(shifted.scenario).toContain('xmin=-2');
  });

  it('flags go over the link, and --c over its absolute step', async () => {
    const printed = await report(
      '--link',
      `${OPENING}&step=0.1&leak=0.5`,
      '--c',
      '0.5',
      '--leak',
      '0.25',
      '--steps',
      '1',
    );
    expect(printed.scenario).toBe(
      '#v=1&problem=one-neuron&features=line&n=8&plant=1,0.2&start=-1.6,0.3&leak=0.25&c=0.5',
    );
    expect(printed.step).toBe(0.5 / printed.smoothness);
    expect((await report('--step', '0.125', '--steps', '1')).step).toBe(0.125);
  });

  it('of a file with ones, standardised: the printed scenario gives the same bits', async () => {
    const printed = await report(
      '--data',
      'points.csv',
      '--bias',
      '--std',
      '--start',
      '-1,2',
      '--rule',
      'heavyball',
      '--steps',
      '40',
    );
    expect(printed).toMatchObject({
      n: 3,
      d: 2,
      refused: [
        { line: 3, reason: 'not a number: "oops" in column "y"' },
        { line: 6, reason: 'wrong count: expected 2 cells, got 1' },
      ],
    });
    expect([printed.left.distances, printed.right.distances]).toEqual([null, null]);
    expect(printed.scenario).toMatch(/^#[\w.,=&-]+$/);
    const again = await report('--link', printed.scenario, '--steps', '40');
    expect(again).toEqual({ ...printed, refused: [], refusedCount: 0 });
  });

  it('of a file with a plant: distances in original units', async () => {
    const printed = await report('--data', 'points.csv', '--plant', '1', '--start', '0.25', '--steps', '3');
    expect(printed.d).toBe(1);
    expect(printed.left.distances![0]).toBe(0.75);
    expect(printed.right.distances).toHaveLength(4);
  });

  it('of the stopping distances, as the issue states them', async () => {
    const printed = await report(
      '--data',
      'cars.csv',
      '--bias',
      '--std',
      '--start',
      '1,0',
      '--steps',
      '3000',
    );
    expect([printed.n, printed.d]).toEqual([50, 2]);
    const ends = [printed.left, printed.right].map(({ iterates }) =>
      iterates[3000]!.map((value) => value.toFixed(4)),
    );
    expect(ends).toEqual([
      ['4.1020', '-20.5984'],
      ['3.9724', '-18.2905'],
    ]);
    const byName = await report(
      '--data',
      'stopping-distance',
      '--bias',
      '--std',
      '--start',
      '1,0',
      '--steps',
      '3000',
    );
    expect([byName.left, byName.right]).toEqual([printed.left, printed.right]);
    expect(byName.scenario).toContain('data=stopping-distance');
  });

  it('a side that diverges is cut after its last finite iterate, the other is not', async () => {
    writeFileSync(file('opposite.csv'), 'a,y\n1,1\n-1,1\n');
    const printed = await report('--data', 'opposite.csv', '--c', '6', '--start', '1', '--steps', '600');
    expect(printed.right).toMatchObject({ status: 'diverged', endedAt: 512 });
    expect([printed.right.iterates.length, printed.right.losses.length]).toEqual([512, 512]);
    expect(printed.right.iterates[511]).toEqual([-(2 ** 511)]);
    expect([printed.left.status, printed.left.iterates.length]).toEqual(['stationary', 601]);
  });

  it('more steps than are computed at once: the digits are those of one go', async () => {
    const printed = await report('--link', OPENING, '--rule', 'heavyball', '--steps', '10001');
    const { instance, values } = linkInstance(`${OPENING}&rule=heavyball`);
    const { left, right } = runSides(instance, values, 10_001);
    for (const [side, whole] of [
      [printed.left, left],
      [printed.right, right],
    ] as const) {
      expect(side.iterates).toEqual(whole.iterates.map((w) => [...w]));
      expect(side.losses).toEqual(whole.losses);
      expect([side.status, side.endedAt]).toEqual([whole.status, whole.endedAt]);
    }
  });

  it.each(['json', 'csv'])('in pieces that are no longer of more steps (%s)', async (format) => {
    const flags = ['--features', 'gauss', '--n', '1', '--d', '20', '--format', format];
    const longest = async (steps: number) => {
      let most = 0;
      for (const piece of await replayPieces([...flags, '--steps', `${steps}`]))
        most = Math.max(most, piece.length);
      return most;
    };
    expect(await longest(10)).toBeLessThan(1000);
    expect(await longest(10_001)).toBeLessThan(1000);
  });

  it('names what it changed or left out', async () => {
    const printed = await report('--link', '#v=1&n=0&zoom=2&plant=1,2,3', '--noise', '99', '--steps', '0');
    expect(printed.notices).toEqual([
      'n: expected 1 to 1000000; got 0. The nearest bound is used.',
      'Unknown key "zoom": it was ignored.',
      'noise: expected 0 to 10; got 99. The nearest bound is used.',
      'plant: expected 2 numbers; got 3. It is drawn from the seed or left out.',
    ]);
    expect(printed.n).toBe(1);
  });
});

describe('replay prints rows', () => {
  it('k,side,w1..wd,loss,distance for both sides', async () => {
    const { code, stdout } = await replay('--link', OPENING, '--steps', '5', '--format', 'csv');
    const json = await report('--link', OPENING, '--steps', '5');
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines[0]).toBe('k,side,w1,w2,loss,distance');
    const rows = (['left', 'right'] as const).flatMap((side) =>
      json[side].iterates.map((w, k) =>
        [k, side, ...w, json[side].losses[k], json[side].distances![k]].join(','),
      ),
    );
    expect(lines.slice(1)).toEqual(rows);
    expect(rows).toHaveLength(12);
  });

  it('an empty distance without a plant', async () => {
    const { stdout } = await replay('--data', 'points.csv', '--start', '1', '--steps', '0', '--format=csv');
    expect(
      stdout
        .trimEnd()
        .split('\n')
        .map((line) => line.split(',').at(-1)),
    ).toEqual(['distance', '', '']);
  });
});

describe('replay refuses', () => {
  it.each<[string, string[], RegExp]>([
    [
      'a link of a newer version',
      ['--link', '#v=2&n=9'],
      /--link: A newer version of the page made this link \(v=2\)/,
    ],
    ['both --c and --step', ['--c', '1', '--step', '0.1'], /^expected --c .* or --step .*; got both$/],
    ['a flag at the end without its value', ['--plant'], /^expected a value after --plant; got nothing$/],
    [
      'a flag before another without its value',
      ['--plant', '--steps', '3'],
      /^expected a value after --plant; got "--steps"$/,
    ],
    ['a plant of wrong length', ['--plant', '1,2,3'], /^--plant: expected 2 numbers; got 3$/],
    [
      'a start of wrong length for the data',
      ['--data', 'points.csv', '--start', '1,2'],
      /^--start: expected 1 numbers; got 2$/,
    ],
    [
      'a vector that is none',
      ['--start', '1,x'],
      /^--start: expected at most 500 comma-separated numbers; got "1,x"$/,
    ],
    [
      'data without a usable row',
      ['--data', 'refused.csv'],
      /expected a header and at least one row of numbers; got 1 unusable row \(line 2: /,
    ],
    [
      'a file that is not there',
      ['--data', 'missing.csv'],
      /^--data: expected a CSV file; "missing.csv" cannot be read \(ENOENT\)$/,
    ],
    ['packed data that was cut', ['--data', 'z.AAAA'], /The data in the link cannot be read/],
    ['an unknown flag', ['--stepz', '3'], /^unknown flag --stepz: expected one of .*steps/],
    ['a flag of every object', ['--__proto__', '3'], /^unknown flag --__proto__: expected one of/],
    ['a stray word', ['points.csv'], /^expected a flag such as --steps 100; got "points.csv"$/],
    ['a flag given twice', ['--n', '3', '--n=4'], /^expected --n once; it came twice$/],
    [
      'a number that is none',
      ['--n', 'many'],
      /^--n: expected an integer from 1 to 1000000, or inf; got "many"$/,
    ],
    [
      'a value of two lines',
      ['--n', '1\n2'],
      /^--n: expected an integer from 1 to 1000000, or inf; got "1 2"$/,
    ],
    ['steps below zero', ['--steps', '-1'], /^--steps: expected an integer from 0 to 1000000; got "-1"$/],
    [
      'stationary points of three weights',
      ['--d', '3', '--stationary'],
      /^--stationary: expected two weights; got d = 3$/,
    ],
    [
      'stationary points of infinitely many samples',
      ['--n', 'inf', '--stationary'],
      /^--stationary: expected finitely many samples; got n = inf$/,
    ],
    ['a switch that is none', ['--stationary=maybe'], /^--stationary: expected 0 or 1; got "maybe"$/],
    [
      'stationary points among rows',
      ['--stationary', '--format', 'csv'],
      /^--stationary: expected --format json; got csv, which holds the run alone$/,
    ],
    [
      'a grid among rows',
      ['--grid', '4', '--view', '0,1,0,1', '--format', 'csv'],
      /^--grid: expected --format json; got csv, which holds the run alone$/,
    ],
    ['a grid without its window', ['--grid', '4'], /^expected --view x0,x1,y0,y1 with --grid$/],
    [
      'a grid over a window of the link that is none',
      ['--grid', '4', '--link', '#v=1&view=1,0,0,1'],
      /^expected --view x0,x1,y0,y1 with --grid$/,
    ],
    ...['0', '1025', '2.5', 'many'].map((size): [string, string[], RegExp] => [
      `a grid of ${size} cells`,
      ['--grid', size, '--view', '0,1,0,1'],
      new RegExp(`^--grid: expected an integer from 1 to 1024; got "${size}"$`),
    ]),
    [
      'a grid of one weight',
      ['--d', '1', '--grid', '4', '--view', '0,1,0,1'],
      /^--grid: expected at least two weights; got d = 1$/,
    ],
    ...['1,0,0,1', '0,1,2,2', '0,1,2', '2e9,3e9,0,1'].map((view): [string, string[], RegExp] => [
      `a window that is none (${view})`,
      ['--view', view],
      /^--view: expected x0,x1,y0,y1 with x0 < x1 and y0 < y1; got "[\d.,]+"$/,
    ]),
    ['an unknown format', ['--format', 'xml'], /^--format: expected json or csv; got "xml"$/],
    [
      'an unknown problem',
      ['--problem', 'two'],
      /^--problem: expected one-neuron or two-layer or lift or vector-output or gan or federated or shuffle or denoiser; got "two"$/,
    ],
  ])('%s, in one line, with exit status 2', async (_, args, message) => {
    const { code, stdout, stderr } = await replay(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.endsWith('\n')).toBe(true);
    expect(stderr.trimEnd()).not.toContain('\n');
    expect(stderr.trimEnd().replace(/^replay: /, '')).toMatch(message);
  });
});
