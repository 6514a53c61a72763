import { describe, expect, it } from 'vitest';
import type { ShuffleReport } from '../../engine/problems/shuffle/report.ts';
import { runsAll } from '../../scripts/tier.mjs';
import { inFolder } from './try-command.ts';
import { replay } from './try-replay.ts';
import { commandOf, write } from './try-rounds.ts';

inFolder();

/** `replay --problem shuffle` (docs/replay.md). The report's tests check the numbers. */

const { run, refused } = commandOf('shuffle');

interface Heading {
  readonly scenario: string;
  readonly n: number;
  readonly shape: string;
  readonly smoothness: number;
  readonly step: number;
  readonly lambda: number;
  readonly refused: readonly { line: number; reason: string }[];
  readonly refusedCount: number;
  readonly notices: readonly string[];
}
type Printed = Heading & ShuffleReport;
const of = (flags: string) => run<Printed>(...flags.split(' '));
const HEADING = 'scenario n shape smoothness step lambda refused refusedCount notices'.split(' ');
const SIDE = ['states', 'costs', 'penalties'];
const END = ['rounded', 'status', 'endedAt'];

const WRONG_CORNER = '2,2,0\n2,0,4\n0,4,4\n0,0,3\n0,4,1\n3,1,0\n';

describe('permutations', () => {
  it('are printed line by line as the documents say', async () => {
    const printed = await of('--A 2,2,0,0,4,4 --B 0,0,3,4,1,0 --start .2,.6,.2 --steps 60 --stationary');
    expect(Object.keys(printed)).toEqual([...HEADING, 'left', 'right', 'best', 'thresholds', 'stationary']);
    const { left, right, best, thresholds, stationary } = printed;
    expect(Object.keys(left)).toEqual([...SIDE, 'bounds', 'lowerBound', ...END]);
    expect(Object.keys(right)).toEqual([
      ...SIDE,
      'lambdas',
      'objectives',
      'rounded',
      'permutation',
      ...END.slice(1),
    ]);
    expect(Object.keys(left.rounded)).toEqual(['permutation', 'cost', 'tie', 'tiedCosts']);
    for (const list of [left.states, left.bounds, right.states, right.objectives])
      expect(list).toHaveLength(61);
    expect(printed).toMatchObject({
      scenario: '#v=1&problem=shuffle&start=0.2,0.6,0.2',
      n: 3,
      shape: 'triangle',
      refused: [],
      refusedCount: 0,
      notices: [],
    });
    expect(printed.smoothness).toBeCloseTo(234.072347113, 9);
    expect(printed.step * printed.smoothness).toBeCloseTo(1, 14);
    expect(printed.lambda / printed.smoothness).toBeCloseTo(0.1, 14);
    expect([left.status, left.rounded.cost, left.lowerBound]).toEqual([
      'stationary',
      40,
      expect.closeTo(235 / 42, 7),
    ]);
    expect([right.status, right.endedAt, right.permutation]).toEqual(['permutation', 3, [1, 2, 0]]);
    expect(best).toEqual({ cost: 24, permutations: [[1, 2, 0]], count: 1, allSix: [24, 24, 32, 40, 80, 88] });
    expect(thresholds.map(({ threshold }) => threshold)).toEqual(
      [41.667, 13.667, 28.333].map((one) => expect.closeTo(one, 3)),
    );
    expect(stationary!.left).toEqual([
      {
        at: [expect.closeTo(17 / 42, 12), 0, expect.closeTo(25 / 42, 12)],
        on: 'edge',
        kind: 'minimum',
        value: expect.closeTo(235 / 42, 12),
        isolated: true,
      },
    ]);
    expect(stationary!.right.map(({ on, kind }) => `${on} ${kind}`)).toEqual([
      'vertex minimum',
      'edge minimum',
      'interior saddle',
    ]);
    // Unrequested entries are absent.
    const again = await run<Printed>('--link', printed.scenario, '--steps', '60');
    expect(again).toEqual({ ...printed, stationary: undefined });
  });

  it('over all matrices, of layers and of drawn graphs', async () => {
    const copy = await of(
      '--shape all --graphs copy --n 5 --seed 3 --lambda .3 --ramp 40 --sseed 2 --steps 90',
    );
    expect(copy).toMatchObject({ n: 5, shape: 'all', notices: [] });
    expect([copy.left.states[0]!.length, copy.right.lambdas[20], copy.right.lambdas[40]]).toEqual([
      25,
      copy.lambda / 2,
      copy.lambda,
    ]);
    const layers = await of('--loss layers --groups 3 --size 3 --drift .5 --seed 2 --steps 5');
    expect(layers).toMatchObject({ n: 9, shape: 'all', best: null, notices: [] });
    expect(layers.left.states).toHaveLength(6);
  });

  it('of a file of two matrices: the link holds both', async () => {
    const file = write('two-matrices.csv', WRONG_CORNER);
    const own = await run<Printed>('--data', file, '--start', '.2,.6,.2', '--steps', '9');
    expect(own).toEqual(await of('--start .2,.6,.2 --steps 9'));
    const skewed = write(
      'skewed.csv',
      'a,b,c,d\n0,1,0,0\n1,0,2,0\n0,3,0,1\n0,0,1,0\n\n0,1,1,1\n1,0,1,1\n1,1,0,0\n1,1,0,0\n',
    );
    const { code, stdout, stderr } = await replay('--problem', 'shuffle', '--data', skewed, '--steps', '20');
    expect(code).toBe(0);
    const printed = JSON.parse(stdout) as Printed;
    expect(printed).toMatchObject({
      scenario: '#v=1&problem=shuffle&A=0,1,0,0,0,2.5,0,0,1,0&B=0,1,1,1,0,1,1,0,0,0&shape=all',
      n: 4,
      refused: [{ line: 6, reason: 'empty' }],
      refusedCount: 1,
      notices: [
        'A: expected a symmetric matrix; got entries that differ by up to 1 across the diagonal. Their means are used.',
      ],
    });
    expect(stderr.trim().split('\n')).toHaveLength(2);
    const again = await run<Printed>('--link', printed.scenario, '--steps', '20');
    expect([again.left, again.right]).toEqual([printed.left, printed.right]);
  });
});

describe('what has to give way or has no effect is named', () => {
  it.each<[string, string[]]>([
    ['--lambda=-1', ['lambda: expected 0 to 10; got -1. The nearest bound is used.']],
    ['--A 1,2,3 --B 3,1,5', []],
    [
      '--graphs weighted --n 4 --shape triangle',
      ['shape: expected all beside the other values; got "triangle". It gave way.'],
    ],
    ['--graphs weighted --n 11 --shape all', ['n: expected 2 to 10; got 11. The nearest bound is used.']],
    [
      '--start 1,1,0',
      [
        'start: expected numbers of at least 0 with sum 1; got numbers at distance 0.707 from that. The nearest ones are used.',
      ],
    ],
    [
      '--shape all --start 1,0,0,0,1,0,0,1,0',
      [
        'start: expected a matrix without entries below 0 whose rows and columns sum to 1; got numbers at distance 0.957 from that. The nearest ones are used.',
      ],
    ],
    ['--c 2', ['c: a step is sure to lower its objective below 2 alone; got 2.']],
    ['--c 1.99', []],
    [
      '--A 0,0,0,0,0,0 --B 0,0,0,0,0,0',
      ['Every slope at the start is 0: nothing moves, whatever the step is.'],
    ],
    ['--noise 2', ['noise: has no effect beside loss=matching, graphs=given; got 2. It was ignored.']],
  ])('%s', async (flags, said) => {
    expect((await of(`${flags} --steps 0`)).notices).toEqual(said);
  });

  it('where A and B are 0 nothing moves, and every permutation is best', async () => {
    const printed = await of('--A 0,0,0 --B 0,0,0 --shape all --start .7,.3,.3,.7 --steps 3');
    expect(printed).toMatchObject({ smoothness: 0, step: 1, lambda: 0 });
    expect(printed.best).toEqual({
      cost: 0,
      permutations: [
        [0, 1],
        [1, 0],
      ],
      count: 2,
    });
    const { left, right } = printed;
    expect([left.status, left.endedAt, right.status, right.endedAt]).toEqual([
      'stationary',
      0,
      'stationary',
      0,
    ]);
    expect([new Set(left.costs), new Set(right.objectives), right.permutation]).toEqual([
      new Set([0]),
      new Set([0]),
      null,
    ]);
    expect(right.states).toEqual(left.states);
    // A = B = 2 I: L is 0.
    expect((await of('--A 2,0,2 --B 2,0,2 --shape all --steps 1')).smoothness).toBe(0);
  });
});

describe('is refused', () => {
  it.each<[string, RegExp]>([
    ['--A 1,2,3,4', /^A: expected 3, 6, 10, 15, .* or 55 numbers; got 4\.$/],
    ['--A 1', /^A: expected 3, 6, .* numbers; got 1\.$/],
    ['--A 1,2,3', /^B: expected 3 numbers; got 6\.$/],
    ['--B 1,2,3', /^B: expected 6 numbers; got 3\.$/],
    ['--A 1,2,x,4,5,6', /^--A: expected at most 55 comma-separated numbers; got "1,2,x,4,5,6"$/],
    ['--A 1,2,Infinity,4,5,6', /^--A: expected at most 55 comma-separated numbers; got /],
    ['--A 1,2,NaN,4,5,6', /^--A: expected at most 55 comma-separated numbers; got /],
    ['--lambda x', /^--lambda: expected a number from 0 to 10; got "x"$/],
    ['--start 1,0', /^--start: expected 3 numbers; got 2$/],
    ['--shape all --start 1,0,0', /^--start: expected 9 numbers; got 3$/],
    ['--shape round', /^--shape: expected triangle, all; got "round"$/],
    ['--format csv', /^--format: expected json for permutations; got csv$/],
    ['--gap 1e-6', /^--gap: expected a right side that is solved to a gap; got a descent$/],
    ['--grid 8 --view 0,1,0,1', /^--grid: expected a problem with two landscapes; got shuffle$/],
    ['--stationary --shape all', /^--stationary: expected shape=triangle; got all$/],
    ['--stationary --loss layers', /^--stationary: expected shape=triangle; got all$/],
    ['--at 0,1', /^--at: expected a problem that prints the states of chosen steps alone; got shuffle$/],
    ['--values x.json', /^--values: expected a JSON file; .* \(ENOENT\)$/],
    [
      '--steps 1000000 --shape all --graphs weighted --n 10',
      /^--steps: expected at most 100000 with n=10; got 1000000$/,
    ],
    ['--width 3', /^--width is no parameter of shuffle/],
    ['--data none.csv', /^--data: expected a CSV file; "none\.csv" cannot be read \(ENOENT\)$/],
    [
      '--strict --graphs weighted --n 4 --shape triangle',
      /^shape: expected all beside the other values; got "triangle"\.$/,
    ],
    [
      '--strict --start 1,1,0',
      /^start: expected numbers of at least 0 with sum 1; got numbers at distance 0\.707 from that\.$/,
    ],
  ])('%s', async (flags, message) => {
    expect(await refused(...flags.split(' '))).toMatch(message);
  });

  it.each<[string, string, RegExp]>([
    ['odd', '1,2\n2,1\n3,4\n', /^Expected 2 square matrices of numbers, .* n = 2 to 10; got 3 rows of 2\.$/],
    ['empty', '', /^The data has no usable row: .* got an empty text\.$/],
    [
      'text',
      WRONG_CORNER.replace('0,4,4', '0,x,4'),
      /got 1 unusable row \(line 3: not a number: "x" in column "c2"\)\.$/,
    ],
    ['eleven', `${new Array(11).fill('1').join(',')}\n`.repeat(22), /n = 2 to 10; got 22 rows of 11\.$/],
    // Of longer files the first million rows are read.
    ['huge', '1,2\n'.repeat(runsAll ? 1_100_000 : 110_000), /got 1[01]00000? rows of 2\.$/],
    ['json', '[[1, 2], [2, 1]]', /^Expected CSV text; got JSON\./],
  ])('a file that is %s', async (name, text, message) => {
    expect(await refused('--data', write(`${name}.csv`, text))).toMatch(message);
  });

  it('a flag beside a file that says something else', async () => {
    const file = write('two-matrices.csv', WRONG_CORNER);
    expect(await refused('--data', file, '--A', '1,1,1,1,1,1')).toMatch(
      /^--A: expected 2,2,0,0,4,4, as in the file of --data; got 1,1,1,1,1,1$/,
    );
    expect(await refused('--data', file, '--graphs', 'simple')).toMatch(
      /^--graphs: expected given, as in the file of --data; got simple$/,
    );
    expect(await refused('--data', file, '--start', '1,0')).toBe('--start: expected 3 numbers; got 2');
  });
});
