import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import fixture from '../../engine/fixtures/vector-output.json';
import { createOutputLoss } from '../../engine/problems/vector-output/output-loss.ts';
import type { Atom, LeftReport, RightReport } from '../../engine/problems/vector-output/report.ts';
import { file, inFolder } from './try-command.ts';
import { replay } from './try-replay.ts';

inFolder();

/** `replay --problem vector-output` (docs/replay.md). */

interface OutputsPrinted {
  readonly scenario: string;
  readonly n: number;
  readonly d: number;
  readonly K: number;
  readonly neurons: number;
  readonly smoothness: number;
  readonly step: number;
  readonly refused: unknown[];
  readonly refusedCount: number;
  readonly notices: string[];
  readonly svdBound: number;
  readonly left: LeftReport;
  readonly right: RightReport;
}

type Case = (typeof fixture.planar)[number];

const CASE = fixture.planar.find(({ name }) => name === 'teacher-3')!;
const SPHERE = fixture.sphere.find(({ name }) => name === 'teacher-bias')!;

async function run(...args: string[]): Promise<OutputsPrinted> {
  const { code, stdout, stderr } = await replay('--problem', 'vector-output', ...args);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as OutputsPrinted;
}

/** Returns a case as a file: features without ones, then labels. */
function tableOf(
  { features, labels, d, K, n }: Pick<Case, 'features' | 'labels' | 'd' | 'K' | 'n'>,
  columns = d,
) {
  const row = (i: number) => [...features.slice(i * d, i * d + columns), ...labels.slice(i * K, (i + 1) * K)];
  const names = [
    ...Array.from({ length: columns }, (_, j) => `a${j}`),
    ...Array.from({ length: K }, (_, k) => `y${k}`),
  ];
  return [names, ...Array.from({ length: n }, (_, i) => row(i))].map((cells) => cells.join(',')).join('\n');
}

const own = (...args: string[]) =>
  run('--data', file('three.csv'), '--outputs', '3', '--beta', String(CASE.beta), ...args);

/** Returns F of printed atoms as a network. */
function objectiveOf(
  atoms: readonly Atom[],
  { features, labels, n, d, K, beta }: Pick<Case, 'features' | 'labels' | 'n' | 'd' | 'K' | 'beta'>,
): number {
  const m = atoms.length;
  const U = Array.from({ length: d * m }, (_, at) => atoms[at % m]!.u[Math.floor(at / m)]!);
  const V = Array.from({ length: m * K }, (_, at) => atoms[Math.floor(at / K)]!.v[at % K]!);
  return createOutputLoss({
    features: Float64Array.from(features),
    labels: Float64Array.from(labels),
    samples: n,
    neurons: m,
    beta,
  }).loss(Float64Array.from([...U, ...V]));
}

/** Largest difference relative to the largest expected number. */
function away(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const size = Math.max(...expected.map(Math.abs));
  return Math.max(...actual.map((value, at) => Math.abs(value - expected[at]!) / size));
}

beforeAll(() => {
  writeFileSync(file('three.csv'), tableOf(CASE));
  writeFileSync(file('bare.csv'), tableOf(CASE).replace(/^.*\n/, ''));
  writeFileSync(file('bias.csv'), tableOf(SPHERE, 2));
  writeFileSync(
    file('f.csv'),
    'a,b,p,q\n1,0.2,1,0\n0.3,-1,0,1\n-0.5,0.4,0.5,0.5\n0.1,1,x,0\n0.9,0.8,0.2,1\n',
  );
  writeFileSync(file('classes.csv'), 'a,b,kind\n1,0,red\n0,1,green\n-1,1,red\n-1,0,blue\n');
  writeFileSync(file('four.csv'), 'a,b,c,d,p,q\n1,2,0,1,1,0\n0,1,3,1,0,1\n2,1,1,0,1,1\n');
});

describe('many outputs', () => {
  it('descent is NumPy’s at its recorded steps, from a given start', async () => {
    const { runs, neurons, stepScale } = CASE.descent;
    const start = [...runs[0].U, ...runs[0].V].join(',');
    const all = await own('--neurons', String(neurons), `--start=${start}`, '--steps', '1000');
    expect(all).toMatchObject({ n: CASE.n, d: 2, K: 3, neurons, refusedCount: 0, notices: [] });
    expect(Math.abs(all.smoothness / stepScale - 1)).toBeLessThan(1e-13);
    expect(all.step).toBe(1 / all.smoothness);
    expect(Math.abs(all.svdBound / CASE.svdBound - 1)).toBeLessThan(1e-12);
    expect(all.left.losses).toHaveLength(1001);
    for (const k of ['0', '1', '2', '10', '100', '1000'] as const)
      expect(Math.abs(all.left.losses[Number(k)]! / runs[k].loss - 1), k).toBeLessThan(1e-9);
    expect(away(all.left.state.U, runs[1000].U)).toBeLessThan(1e-7);
    expect(away(all.left.state.V, runs[1000].V)).toBeLessThan(1e-7);
    expect(all.left).toMatchObject({ status: 'moving', endedAt: null });
  });

  it('the right side is solved to a gap whatever the steps, and its atoms have the objective', async () => {
    const { right, left } = await own('--steps', '1', '--gap', '1e-9');
    expect(left.losses).toHaveLength(2);
    expect(right).toMatchObject({ status: 'optimal', certified: true, endedAt: right.objectives.length - 1 });
    expect(Math.abs(right.objective / CASE.optimum - 1)).toBeLessThan(1e-9);
    expect(right.lowerBound).toBeLessThanOrEqual(CASE.optimum * (1 + 1e-13));
    expect(right.gap).toBe((right.objective - right.lowerBound!) / right.objective);
    expect(right.gap).toBeLessThanOrEqual(1e-9);
    expect(right.objectives.at(-1)).toBe(right.objective);
    expect(right.bounds!.at(-1)).toBe(right.lowerBound);
    expect(right.bounds).toHaveLength(right.objectives.length);
    expect(Math.abs(objectiveOf(right.atoms, CASE) / right.objective - 1)).toBeLessThan(1e-12);
    for (const { u, v } of right.atoms) expect(Math.hypot(...u)).toBeCloseTo(Math.hypot(...v), 12);
    const squares = CASE.labels.reduce((sum, y) => sum + y * y, 0);
    expect(right.objectives[0]).toBeCloseTo(squares / (2 * CASE.n), 14);
  });

  it('round 0 is the zero network; without a gap steps are rounds', async () => {
    const { right } = await own('--steps', '0');
    expect(right).toMatchObject({ atoms: [], status: 'moving', endedAt: null });
    expect(right.objectives).toHaveLength(1);
    const two = await own('--steps', '2');
    expect(two.right.objectives).toHaveLength(3);
    expect(two.right.gap).toBeGreaterThan(1e-9);
  });

  it('a bias makes three columns, which are certified too', async () => {
    const { right, d } = await run(
      ...[
        '--data',
        file('bias.csv'),
        '--bias',
        '--beta',
        String(SPHERE.beta),
        '--steps',
        '0',
        '--gap',
        '1e-9',
      ],
    );
    expect(d).toBe(3);
    expect(right.certified).toBe(true);
    expect(Math.abs(right.objective / SPHERE.optimum - 1)).toBeLessThan(1e-8);
    expect(Math.abs(objectiveOf(right.atoms, SPHERE) / right.objective - 1)).toBeLessThan(1e-12);
  });

  it('of Frank-Wolfe the atoms cost no more than is listed', async () => {
    const { right } = await run('--solver', 'fw', '--neurons', '5', '--steps', '100');
    const { frankWolfe } = fixture.presets.find(({ name }) => name === 'pie')!;
    for (const { step, objective, lowerBound } of frankWolfe.filter(({ step }) => step <= 100)) {
      expect(Math.abs(right.objectives[step]! / objective - 1)).toBeLessThan(1e-9);
      expect(Math.abs(right.bounds![step]! - lowerBound)).toBeLessThan(1e-9);
    }
    const pie = fixture.presets.find(({ name }) => name === 'pie')!;
    expect(objectiveOf(right.atoms, pie)).toBeLessThanOrEqual(right.objective * (1 + 1e-12));
  });

  it('the words are in closed form', async () => {
    const { right } = await run('--features', 'words', '--sizes', '3,4,5', '--beta', '.05', '--steps', '1');
    expect(right).toMatchObject({ status: 'optimal', endedAt: 1, certified: true });
    expect(Math.abs(right.objective - 0.253405939253)).toBeLessThan(1e-12);
    expect(right.atoms).toHaveLength(3);
  });

  it('replays the line of the documents, names the row that it refuses, and the link is the run', async () => {
    const line = '--outputs 2 --beta .01 --neurons 8 --sseed 3 --steps 500 --gap 1e-9'.split(' ');
    const first = await run('--data', file('f.csv'), ...line);
    expect(first).toMatchObject({ n: 4, d: 2, K: 2, neurons: 8, refusedCount: 1 });
    expect(first.refused).toEqual([{ line: 5, reason: 'not a number: "x" in column "p"' }]);
    expect(first.right.status).toBe('optimal');
    const again = await run('--link', first.scenario, '--steps', '500', '--gap', '1e-9');
    expect([again.left, again.right]).toEqual([first.left, first.right]);
  });

  it('a label of texts is one-hot, a first row of data is data, and a link carries both', async () => {
    const first = await run('--data', file('classes.csv'), '--steps', '3');
    expect(first).toMatchObject({ n: 4, d: 2, K: 3, notices: [] });
    expect(first.right.objectives[0]).toBe(0.5);
    const again = await run('--link', first.scenario, '--steps', '3');
    expect([again.left, again.right]).toEqual([first.left, first.right]);
    const bare = await run('--data', file('bare.csv'), '--outputs', '3', '--steps', '0');
    expect(bare).toMatchObject({ n: CASE.n, notices: [] });
  });

  it('nothing is certified of four columns: no bound, no gap', async () => {
    const { right, d } = await run('--data', file('four.csv'), '--steps', '5');
    expect(d).toBe(4);
    expect(right).toMatchObject({ certified: false, bounds: null, lowerBound: null, gap: null });
    expect(right.objective).toBeGreaterThan(0);
    expect(Math.max(...right.objectives)).toBe(right.objectives[0]);
  });

  it.each([
    ['csv', ['--format', 'csv'], /--format: expected json for a network with several outputs; got csv/],
    ['stationary points', ['--stationary'], /--stationary: expected a problem with two landscapes/],
    ['a grid', ['--grid', '4', '--view=-1,1,-1,1'], /--grid: expected a problem with two landscapes/],
    [
      'a gap where nothing is certified',
      ['--data', 'four.csv', '--gap', '1e-9'],
      /--gap: expected data whose optimum is certified/,
    ],
    ['a start of another length', ['--start', '1,2'], /--start: expected 50 numbers; got 2/],
    [
      'outputs that leave no feature',
      ['--data', 'f.csv', '--outputs', '4'],
      /outputs: expected fewer outputs than the 4 columns/,
    ],
    [
      'more than 8 outputs',
      ['--data', 'f.csv', '--outputs', 'many'],
      /--outputs: expected an integer from 1 to 8; got "many"/,
    ],
    ['a second rule', ['--unlock'], /--unlock is no parameter of vector-output/],
  ])('refuses %s', async (_, args, message) => {
    const named = args.map((word) => (word.endsWith('.csv') ? file(word) : word));
    const { code, stderr, stdout } = await replay('--problem', 'vector-output', ...named);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
  });
});
