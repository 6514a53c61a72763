import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import fixture from '../../engine/fixtures/two-layer.json';
import { createNetworkLoss } from '../../engine/problems/two-layer/network/loss.ts';
import type { NetworkRun, Neuron } from '../../engine/problems/two-layer/report.ts';
import { file, inFolder } from './try-command.ts';
import { replay } from './try-replay.ts';

inFolder();

/** `replay --problem two-layer` (docs/replay.md). */

type NetworkPrinted = NetworkRun & {
  readonly scenario: string;
  readonly n: number;
  readonly d: number;
  readonly neurons: number;
  readonly step: number;
  readonly notices: readonly string[];
};

const example = fixture.cases[1]!;
const features = Float64Array.from(example.features);
const labels = Float64Array.from(example.labels);

async function run(...args: string[]): Promise<NetworkPrinted> {
  const { code, stdout, stderr } = await replay('--problem', 'two-layer', ...args);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as NetworkPrinted;
}

const own = (...args: string[]) =>
  run('--data', file('two.csv'), '--beta', String(example.beta), '--neurons', '20', ...args);

/** Returns F of printed neurons. */
function objectiveOf(neurons: readonly Neuron[], beta: number): number {
  const flat = Float64Array.from([...neurons.flatMap(({ w }) => w), ...neurons.map(({ alpha }) => alpha)]);
  return createNetworkLoss({ features, labels, neurons: neurons.length, beta, trainOutput: true }).loss(flat);
}

beforeAll(() => {
  const rows = example.labels.map((y, i) => `${example.features[2 * i]},${example.features[2 * i + 1]},${y}`);
  writeFileSync(file('two.csv'), ['a,b,y', ...rows].join('\n'));
  writeFileSync(file('one.csv'), 'x,y\n-1,0.2\n-0.4,-0.3\n0.1,0.6\n0.5,0.1\n1,0.9\n');
});

describe('two layers', () => {
  it('prints both sides: objectives, neurons that have them, optimum, bound and gap', async () => {
    const { left, right, ...heading } = await own('--seed', '1', '--steps', '300', '--gap', '1e-9');
    expect(heading).toMatchObject({ n: 20, d: 2, neurons: 20, notices: [] });
    expect(left.losses).toHaveLength(301);
    expect(left.neurons).toHaveLength(20);
    const { beta, optimum } = example;
    const last = left.losses.at(-1)!;
    expect(Math.abs(objectiveOf(left.neurons, beta) - last)).toBeLessThanOrEqual(1e-14);
    expect(right.status).toBe('optimal');
    expect(Math.abs(right.optimum! - optimum)).toBeLessThanOrEqual(1e-8 * optimum);
    expect(right.gap).toBeLessThanOrEqual(1e-9);
    expect(right.lowerBound).toBeLessThanOrEqual(optimum);
    expect(Math.abs(objectiveOf(right.neurons, beta) - right.optimum!)).toBeLessThanOrEqual(1e-14);
    expect(right.losses.at(-1)).toBe(right.optimum);
    expect(right.bounds).toHaveLength(right.losses.length);
    for (const loss of left.losses) expect(loss).toBeGreaterThanOrEqual(right.lowerBound!);
  });

  it('steps are rounds of the right side, unless a gap is asked for', async () => {
    const one = await own('--steps', '1');
    expect([one.right.losses.length, one.right.status, one.left.losses.length]).toEqual([2, 'moving', 2]);
    expect(one.right.gap).toBeGreaterThan(1e-9);
    const closed = await own('--steps', '1', '--gap', '1e-9');
    expect([closed.right.status, closed.left.losses.length]).toEqual(['optimal', 2]);
    expect(closed.right.losses.length).toBeGreaterThan(2);
    const wide = await own('--steps', '1000', '--gap', '0.3');
    expect(wide.right.gap).toBeGreaterThan(1e-9);
    expect(wide.right.gap).toBeLessThanOrEqual(0.3);
  });

  it('the seed draws the start of own data; the printed link is the run', async () => {
    const [first, second] = [
      await own('--seed', '1', '--steps', '5'),
      await own('--seed', '2', '--steps', '5'),
    ];
    expect(second.left.losses).not.toEqual(first.left.losses);
    expect(second.scenario).toContain('sseed=2');
    const { left, right } = await run('--link', second.scenario, '--steps', '5');
    expect([left, right]).toEqual([second.left, second.right]);
  });

  it('one feature gets its ones; free biases print a constant-free list of neurons', async () => {
    const free = await run('--data', file('one.csv'), '--free', '--beta', '0.02', '--steps', '50');
    expect(free.d).toBe(2);
    expect(free.notices).toEqual([expect.stringContaining('column of ones')]);
    // 5 points in the sum form (docs/mathematics.md, section 7.6): 1087/4240.
    expect(Math.abs(5 * free.right.optimum! - 1087 / 4240)).toBeLessThanOrEqual(1e-9);
    expect(free.right.constant).toBeTypeOf('number');
    const x = [-1, -0.4, 0.1, 0.5, 1];
    const y = [0.2, -0.3, 0.6, 0.1, 0.9];
    const { neurons, constant } = free.right;
    const output = (at: number) =>
      neurons.reduce((sum, { w, alpha }) => sum + alpha * Math.max(0, w[0]! * at + w[1]!), constant!);
    const squares = x.reduce((sum, at, i) => sum + (output(at) - y[i]!) ** 2, 0);
    const penalty = neurons.reduce((sum, { w, alpha }) => sum + w[0]! ** 2 + alpha ** 2, 0);
    expect(squares / 10 + 0.01 * penalty).toBeCloseTo(free.right.optimum!, 12);
  });

  it('the relaxation has no optimum, but F beside its own loss', async () => {
    const { right } = await run('--n', '10', '--neurons', '2', '--right', 'relaxed', '--steps', '3');
    expect([right.optimum, right.lowerBound, right.gap]).toEqual([null, null, null]);
    expect(right.objectives).toHaveLength(4);
    expect(right.losses).not.toEqual(right.objectives);
  });

  it('more columns are sampled: no bound, no gap', async () => {
    const { right, d } = await run('--d', '4', '--n', '12', '--patterns', '20', '--steps', '20');
    expect(d).toBe(4);
    expect([right.lowerBound, right.gap]).toEqual([null, null]);
    expect(right.optimum).toBeGreaterThan(0);
  });

  it.each([
    ['a gap of one neuron', ['--gap', '0.1'], /--gap: expected a problem whose right side is solved/],
    ['no gap', ['--problem', 'two-layer', '--gap', '0'], /--gap: expected a number from 1e-15 to 1; got "0"/],
    [
      'stationary points',
      ['--problem', 'two-layer', '--stationary'],
      /--stationary: expected a problem with two landscapes/,
    ],
    ['csv', ['--problem', 'two-layer', '--format', 'csv'], /--format: expected json for two layers/],
    [
      'a key of another problem',
      ['--problem', 'two-layer', '--leak', '0.1'],
      /--leak is no parameter of two-layer/,
    ],
    [
      'another problem than the link',
      ['--link', '#v=1&problem=lift', '--problem', 'two-layer'],
      /expected the link's problem lift/,
    ],
  ])('refuses %s', async (_, args, message) => {
    const { code, stderr, stdout } = await replay(...args);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(message);
  });
});

it('the lift is replayed like one neuron, each side in its own region', async () => {
  const { stdout } = await replay('--problem', 'lift', '--start=0.5,-1', '--steps', '400');
  const { left, right } = JSON.parse(stdout);
  expect(left.iterates[0]).toEqual([0.5, -1]);
  expect(right.iterates[0]).toEqual([0.5, 0]);
  expect(left.status).toBe('dead');
  expect(right.losses.at(-1)).toBeCloseTo(0.21875, 12);
});
