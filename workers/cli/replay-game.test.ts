import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import fixture from '../../engine/fixtures/gan.json';
import type { GameSideReport, StateReport } from '../../engine/problems/gan/report.ts';
import { file, inFolder } from './try-command.ts';
import { replay } from './try-replay.ts';

inFolder();

/** `replay --problem gan` (docs/replay.md). */

interface GamePrinted {
  readonly scenario: string | null;
  readonly level: string;
  readonly versus: string | null;
  readonly notices: string[];
  readonly left: GameSideReport;
  readonly right: GameSideReport;
}

type NetworkState = Extract<StateReport, { mean: unknown }>;
type Case = (typeof fixture.width)[number];

const caseOf = (name: string) => fixture.width.find((one) => one.name === name)!;
const SIDES = ['left', 'right'] as const;
const NETWORK = '--m 2 --width 3 --width2 12 --seed 11 --c 1 --mu .5 --rho 1 --steps 1000'.split(' ');
const PLANE =
  '--level plane --versus brake --rule alternating --c .2 --mu .2 --rho 0 --rho2 1 --start=2,0 --xmean 1 --steps 200'.split(
    ' ',
  );

async function run(...args: string[]): Promise<GamePrinted> {
  const { code, stdout, stderr } = await replay('--problem', 'gan', ...args);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as GamePrinted;
}

/** Largest difference relative to the largest expected number and 1. */
function away(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  const size = Math.max(1, ...expected.map(Math.abs));
  return Math.max(...actual.map((value, at) => Math.abs(value - expected[at]!) / size));
}

function given({ z, V, x, start }: Case): Record<string, unknown> {
  return { z, V, xmean: x, W: start };
}

function write(name: string, value: unknown): string {
  writeFileSync(file(name), typeof value === 'string' ? value : JSON.stringify(value));
  return file(name);
}

const stateAt = (side: GameSideReport, k: number) => side.states[String(k)] as NetworkState;

/** sigma_max^2 of two numbers per sample: the larger root of the characteristic polynomial of sum_j ||zeta_j||^2 v_j v_j^T. */
function largestSquare({ z, V }: Case, weights: readonly (readonly number[])[]): number {
  const [a, b, c] = weights.reduce(
    ([aa, ab, bb], [w1, w2], j) => {
      const on = z!.filter(([z1, z2]) => w1! * z1! + w2! * z2! > 0);
      const zeta = [0, 1].map((q) => on.reduce((sum, row) => sum + row[q]!, 0) / z!.length);
      const square = zeta[0]! ** 2 + zeta[1]! ** 2;
      const [v1, v2] = [V![0]![j]!, V![1]![j]!];
      return [aa! + square * v1 * v1, ab! + square * v1 * v2, bb! + square * v2 * v2];
    },
    [0, 0, 0],
  ) as [number, number, number];
  return (a + c) / 2 + Math.hypot((a - c) / 2, b);
}

/** Expects a case's states. Rounds at which neurons repeatedly cross 0 amplify rounding. */
function expectCase(side: GameSideReport, of: Case, rounds: readonly (0 | 1 | 2 | 10)[] = [0, 1, 2, 10]) {
  const mu = of.rule === 'best' ? null : of.mu;
  expect(side).toMatchObject({ rule: of.rule, rho: of.rho, mu, width: of.k, factor: null });
  expect(Math.abs(side.eta / of.eta - 1)).toBeLessThan(1e-12);
  expect(Math.abs(side.scale! / of.scale - 1)).toBeLessThan(1e-12);
  for (const k of rounds) {
    const expected = of.states[k]!;
    const state = stateAt(side, k);
    expect(away(state.mean, expected.mean), `mean at ${k}`).toBeLessThan(1e-9);
    expect(away(state.discriminator, expected.discriminator), `d at ${k}`).toBeLessThan(1e-9);
    expect(away([state.mse], [expected.mse]), `mse at ${k}`).toBeLessThan(1e-9);
    if ('weights' in expected)
      expect(away(state.weights!.flat(), expected.weights.flat()), `W at ${k}`).toBeLessThan(1e-9);
    expect(side.mse[k]).toBe(state.mse);
  }
  expect(away([side.floor!], [of.floor])).toBeLessThan(1e-9);
  const { h, d, violation, reachable } = side.certificate!;
  expect(reachable).toBe(of.reachable);
  expect(violation).toBeLessThan(1e-9);
  const floor = d.reduce((sum, one) => sum + one * one, 0);
  expect(Math.abs(floor - side.floor!)).toBeLessThanOrEqual(1e-15);
  if (of.reachable) return;
  expect(away(h, of.floorWeights)).toBeLessThan(1e-9);
  // For the reference it is the quotient of d* and rho.
  expect(away(d, of.floorDiscriminator)).toBeLessThan(1e-9);
}

beforeAll(() => {
  write('game.json', given(caseOf('opening-right')));
  write('pair.json', {
    ...given(caseOf('cone-left')),
    V2: caseOf('cone-right').V,
    W2: caseOf('cone-right').start,
  });
  write('three.csv', 'a,b,c\n1,2,3\n4,5,x\n0.1,0.2,0.3\n0.2,0.7,9\n');
});

describe('a game', () => {
  it('of the network is the reference, line by line of the documents', async () => {
    const printed = await run(...NETWORK);
    expect(Object.keys(printed)).toEqual(['scenario', 'level', 'versus', 'notices', 'left', 'right']);
    expect(printed).toMatchObject({
      scenario: '#v=1&problem=gan',
      level: 'network',
      versus: 'width',
      notices: [],
    });
    for (const side of SIDES) {
      const of = caseOf(`cone-${side}`);
      expectCase(printed[side], of);
      expect(Object.keys(printed[side].states)).toEqual(['0', '1', '2', '10', '100', '1000']);
      expect(printed[side].mse).toHaveLength(1001);
      expect(Object.keys(printed[side])).toEqual(
        'rule rho mu eta mse states status endedAt width scale factor floor certificate reachableProbability push'.split(
          ' ',
        ),
      );
      if (!of.reachable) expect(Math.min(...printed[side].mse)).toBeGreaterThan(of.floor * (1 - 1e-12));
    }
    expect(printed.left).toMatchObject({ status: 'moving', endedAt: null, reachableProbability: 0.5 });
    expect(printed.right).toMatchObject({ status: 'reached', endedAt: 173 });
    // P(Bin(12, 1/2) >= 2)
    expect(printed.right.reachableProbability).toBe(1 - 13 / 4096);
    for (const side of SIDES) {
      const { push, eta, states } = printed[side];
      const square = largestSquare(caseOf(`cone-${side}`), (states[1000] as NetworkState).weights!);
      expect(Math.abs(push! / (eta * square) - 1)).toBeLessThan(1e-12);
    }
    const again = await run('--link', printed.scenario!, '--steps', '1000');
    expect([again.left, again.right]).toEqual([printed.left, printed.right]);
  });

  it('of the plane is the reference', async () => {
    const printed = await run(...PLANE, '--at', '0,1,2,10,50,200');
    expect(printed).toMatchObject({ level: 'plane', versus: 'brake', notices: [] });
    for (const side of SIDES) {
      const rho = side === 'left' ? 0 : 1;
      const of = fixture.plane.find(
        (one) => one.rule === 'alternating' && one.eta === 0.2 && one.mu === 0.2 && one.rho === rho,
      )!;
      const { states, distances, mse, ...rest } = printed[side];
      expect(rest).toMatchObject({ rule: 'alternating', rho, mu: 0.2, eta: 0.2, verdict: of.verdict });
      expect(Math.abs(rest.factor! - of.spectralRadius)).toBeLessThan(1e-12);
      for (const [k, [w, d]] of Object.entries(of.iterates)) {
        const state = states[k] as { readonly w: number; readonly d: number };
        expect(away([state.w, state.d], [w!, d!]), k).toBeLessThan(1e-9);
        expect(mse[Number(k)]).toBe((state.w - 1) ** 2);
      }
      for (const [k, distance] of Object.entries(of.distance))
        expect(away([distances![Number(k)]!], [distance]), k).toBeLessThan(1e-9);
      expect(Object.keys(states)).toEqual(['0', '1', '2', '10', '50', '200']);
    }
    expect(printed.left).toMatchObject({ status: 'cycles', endedAt: 0 });
    expect(printed.right.status).toBe('reached');
  });

  it('of what a file gives is the reference, by the rule and by the best discriminator', async () => {
    const printed = await run(
      '--versus',
      'best',
      '--values',
      file('game.json'),
      '--at',
      '0,1,2,10',
      '--steps',
      '10',
    );
    expect(printed).toMatchObject({ scenario: null, level: 'network', versus: 'best', notices: [] });
    expectCase(printed.left, caseOf('opening-right'));
    expectCase(printed.right, caseOf('opening-right-best'));
    expect(printed.left.mse).toHaveLength(11);
  });

  it('of a file with a second width, and of one with a start of the discriminator', async () => {
    const printed = await run('--values', file('pair.json'), '--steps', '10');
    for (const side of SIDES) expectCase(printed[side], caseOf(`cone-${side}`));
    // A start at round 1's state is one round ahead: simultaneous rounds have no memory.
    const at1 = stateAt(printed.left, 1);
    const later = { ...given(caseOf('cone-left')), W: at1.weights, d: at1.discriminator };
    const ahead = await run(
      '--versus',
      'rule',
      '--values',
      write('later.json', later),
      '--at',
      '9',
      '--steps',
      '9',
    );
    expect(stateAt(ahead.left, 9)).toEqual(stateAt(printed.left, 10));
  });

  it.each(fixture.convex.filter(({ seed }) => seed === 2))('in h: $name', async (of) => {
    const flags = ['--seed', '2', '--width', String(of.k), '--rule', of.rule, '--versus', 'convex'];
    const { right } = await run(...flags, '--steps', '1000');
    expect(Object.keys(right)).not.toContain('push');
    expect(right).toMatchObject({ rule: of.rule, width: of.k, factor: null });
    expect(Math.abs(right.eta / of.eta - 1)).toBeLessThan(1e-12);
    expect(Math.abs(right.scale! * right.eta - 1)).toBeLessThan(1e-12);
    for (const k of ['0', '1', '2', '10'] as const) {
      const state = right.states[k] as NetworkState;
      expect(Object.keys(state)).toEqual(['h', 'mean', 'discriminator', 'mse']);
      expect(away(state.h!, of.states[k].h)).toBeLessThan(1e-9);
      expect(away([state.mse], [of.states[k].mse])).toBeLessThan(1e-9);
    }
    expect(away([right.mse[1000]!], [of.last])).toBeLessThan(1e-9);
    if (of.floor > 1e-9) expect(right.status).toBe('atFloor');
  });

  it('of two weights', async () => {
    const printed = await run('--level', 'two-weights', '--steps', '300');
    expect(printed).toMatchObject({ level: 'two-weights', versus: null, notices: [] });
    const { left, right } = printed;
    expect(left.scale).toBeCloseTo(2, 14);
    expect([left.floor, left.eta]).toEqual([0.25, 0.15]);
    expect(left.mse[0]).toBeCloseTo(1.69, 12);
    expect(left.mse[10]).toBeCloseTo(0.599, 3);
    expect(right.mse[50]).toBeCloseTo(8.8e-5, 6);
    expect(right.certificate!.reachable).toBe(true);
  });

  it('that leaves is cut at its last finite state', async () => {
    const { left } = await run(
      '--level',
      'plane',
      '--rho',
      '0',
      '--c',
      '1',
      '--mu',
      '1',
      '--steps',
      '5000',
      '--at',
      '0,4000',
    );
    // The squared distance doubles every round and passes 1e6 after 39.
    expect(left).toMatchObject({ status: 'diverged', endedAt: 40, verdict: 'leaves' });
    expect(left.mse).toHaveLength(40);
    expect(Object.keys(left.states)).toEqual(['0']);
  });

  it('of own data: the means of the columns, a row that is refused, and the link carries all of it', async () => {
    const { code, stdout, stderr } = await replay(
      '--problem',
      'gan',
      '--data',
      file('three.csv'),
      '--steps',
      '2',
    );
    expect(code, stderr).toBe(0);
    const printed = JSON.parse(stdout) as GamePrinted & { refused: unknown };
    const mean = [(1 + 0.1 + 0.2) / 3, (2 + 0.2 + 0.7) / 3, (3 + 0.3 + 9) / 3];
    expect(printed.scenario).toBe(`#v=1&problem=gan&m=3&xmean=${mean.join(',')}`);
    expect(printed.refused).toEqual([{ line: 3, reason: 'not a number: "x" in column "c"' }]);
    expect(stderr).toContain('Line 3 was skipped');
    const again = await run('--link', printed.scenario!, '--steps', '2');
    expect([again.left, again.right]).toEqual([printed.left, printed.right]);
    const plane = await run(
      '--link',
      '#v=1&problem=gan&level=plane',
      '--data',
      file('three.csv'),
      '--steps',
      '1',
    );
    expect(plane).toMatchObject({ scenario: expect.stringContaining('&m=3&xmean='), level: 'network' });
  });

  it('takes the defaults of the level that a flag names, and a brake that the best discriminator needs', async () => {
    const { scenario } = await run('--level', 'plane', '--steps', '0');
    expect(scenario).toBe('#v=1&problem=gan&level=plane');
    const best = await run('--rule', 'best', '--rho', '0', '--steps', '0');
    expect(best.left.rho).toBe(0.01);
    expect(best.notices).toEqual([expect.stringMatching(/^rho: .*got 0/)]);
  });

  it('names what has no effect', async () => {
    const { notices } = await run(
      '--versus',
      'best',
      '--values',
      file('pair.json'),
      '--seed',
      '3',
      '--steps',
      '0',
    );
    expect(notices).toEqual([
      'V2: has no effect beside versus=best; got a matrix. It was ignored.',
      'W2: has no effect beside versus=best; got a matrix. It was ignored.',
      'seed: has no effect beside --values; got 3. It was ignored.',
    ]);
  });
});

describe('is refused', () => {
  const good = given(caseOf('cone-left')) as { z: number[][]; V: number[][]; xmean: number[]; W: number[][] };
  const changed = (what: object) => ({ ...good, ...what });

  it.each<[string, unknown, RegExp]>([
    ['no JSON', '{"z": [', /--values: expected JSON; ".*" holds none$/],
    ['no object', [1], /--values: expected an object with z, V, xmean and W; got another JSON value$/],
    ['a missing key', changed({ W: undefined }), /--values: expected z, V, xmean and W; W is missing$/],
    [
      'an unknown key',
      changed({ w: [[1]] }),
      /--values: unknown key "w": expected z, V, xmean, W, V2, W2, d$/,
    ],
    [
      'a ragged array',
      changed({ z: [[1, 2], [3]] }),
      /--values: z: expected 2 numbers in every row; got 1 in row 2$/,
    ],
    ['no rows', changed({ z: [] }), /--values: z: expected rows of numbers; got none$/],
    ['a list for a matrix', changed({ V: [1, 2] }), /--values: V: expected rows of numbers; got none$/],
    ['text', changed({ V: 'many' }), /--values: V: expected rows of numbers; got string$/],
    [
      'a number that is none',
      changed({ xmean: [1, '2'] }),
      /--values: xmean: expected finite numbers; got "2"$/,
    ],
    [
      'a number that is not finite',
      JSON.stringify(good).replace(String(good.W[1]![0]), '1e999'),
      /--values: W, row 2: expected finite numbers; got Infinity$/,
    ],
    [
      'a mean of another length',
      changed({ xmean: [1] }),
      /--values: xmean: expected 2 numbers, as many as V has rows; got 1$/,
    ],
    ['a start of another width', changed({ W: [[1, 2]] }), /--values: W: expected 3 rows of 2; got 1 of 2$/],
    [
      'a discriminator of another length',
      changed({ d: [1, 2, 3] }),
      /--values: d: expected 2 numbers, .*; got 3$/,
    ],
    ['no second width', good, /--values: expected V2 and W2 too with versus=width; got none$/],
    [
      'a second width of another m',
      changed({ V2: [[1, 2]], W2: good.W }),
      /--values: V2: expected 2 rows as in V; got 1$/,
    ],
    [
      'too many noise dimensions',
      changed({
        z: [new Array(21).fill(1)],
        W: good.W.map(() => new Array(21).fill(1)),
        V2: good.V,
        W2: good.W.map(() => new Array(21).fill(1)),
      }),
      /--values: dz: expected 1 to 20; got 21$/,
    ],
  ])('%s in a file', async (_, content, message) => {
    const { code, stdout, stderr } = await replay('--problem', 'gan', '--values', write('bad.json', content));
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr.trim()).toMatch(message);
  });

  it.each<[string, string[], RegExp]>([
    ['a file that is not there', ['--values', 'none.json'], /--values: expected a JSON file; .* \(ENOENT\)$/],
    [
      'a flag that says something else',
      ['--versus', 'best', '--values', 'game.json', '--width', '4'],
      /--width: expected 12, as in the file of --values; got 4$/,
    ],
    [
      'a mean that is another',
      ['--versus', 'best', '--values', 'game.json', '--xmean', '1,2'],
      /--xmean: expected .*, as in the file of --values; got 1,2$/,
    ],
    [
      'the plane',
      ['--level', 'plane', '--values', 'game.json'],
      /--values: expected the level network; got plane$/,
    ],
    [
      'both files',
      ['--data', 'three.csv', '--values', 'game.json'],
      /expected --data .* or --values .*; got both$/,
    ],
    [
      'm beside a table',
      ['--data', 'three.csv', '--m', '2'],
      /--m: expected 3, as in the file of --data; got 2$/,
    ],
    [
      'the plane beside a table',
      ['--data', 'three.csv', '--level', 'plane'],
      /--level: expected network, as/,
    ],
    [
      'rounds behind the last one',
      ['--at', '0,11', '--steps', '10'],
      /--at: expected an integer from 0 to 10; got "11"$/,
    ],
    ['rounds that are none', ['--at', '1,,2'], /--at: expected an integer from 0 to 100; got ""$/],
    ['rows', ['--format', 'csv'], /--format: expected json for a game; got csv$/],
    ['a gap', ['--gap', '1e-9'], /--gap: expected a right side that is solved to a gap; got a game$/],
    [
      'a start of another length',
      ['--level', 'plane', '--start', '1,2,3'],
      /--start: expected at most 2 comma-separated numbers; got "1,2,3"$/,
    ],
    [
      'a width of 0 that is no number',
      ['--width', 'none'],
      /--width: expected an integer from 1 to 1000; got "none"$/,
    ],
  ])('%s', async (_, args, message) => {
    const named = args.map((word) => (/^(game\.json|three\.csv)$/.test(word) ? file(word) : word));
    const { code, stdout, stderr } = await replay('--problem', 'gan', ...named);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr.trim()).toMatch(message);
  });

  it.each([
    ['--values', 'game.json', /--values: expected a problem whose draws a file can replace; got one-neuron$/],
    ['--at', '0', /--at: expected a problem that prints the states of chosen steps alone; got one-neuron$/],
  ])('%s of a problem without it', async (flag, value, message) => {
    const { code, stderr } = await replay(flag, value === '0' ? value : file(value));
    expect(code).toBe(2);
    expect(stderr.trim()).toMatch(message);
  });
});
