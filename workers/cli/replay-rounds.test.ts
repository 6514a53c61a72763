import { describe, expect, it } from 'vitest';
import networkFixture from '../../engine/fixtures/federated-network.json';
import type { RoundsReport } from '../../engine/problems/federated/report.ts';
import { file } from './try-command.ts';
import { replay } from './try-replay.ts';
import { besideClients, caseOf, commandOf, type PlaneCase, plane, write } from './try-rounds.ts';

besideClients();

/** `replay --problem federated` (docs/replay.md). */

interface Heading {
  readonly scenario: string | null;
  readonly level: string;
  readonly localStep: number;
  readonly serverStep: number;
  readonly notices: string[];
}
type PlanePrinted = Heading & Extract<RoundsReport, { minimum: unknown }>;
type NetworkPrinted = Heading & Extract<RoundsReport, { gap: unknown }>;

const { run } = commandOf('federated');

const SIDES = ['left', 'right'] as const;
const HEADING = ['scenario', 'level', 'localStep', 'serverStep', 'notices'];
const { network, floors } = networkFixture;
type NetworkCase = (typeof network)[number];

/** Largest difference relative to the largest expected number, at least 1. */
function away(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...actual.map((value, at) => Math.abs(value - expected[at]!) / Math.max(1, Math.abs(expected[at]!))),
  );
}

const netOf = (name: string) => network.find((one) => one.name === name)!;

/** Expects the reference with as many local steps. */
function expectPlane(
  { K, iterates, losses, rest, bias, excess, factors }: PlanePrinted['left'],
  of: PlaneCase,
) {
  const expected = of.runs.find((one) => one.K === K)!;
  expect([iterates.length, losses.length]).toEqual([61, 61]);
  for (const [k, at] of Object.entries(expected.iterates)) {
    expect(away(iterates[Number(k)]!, at), `${K} steps, round ${k}`).toBeLessThan(1e-9);
    const loss = expected.losses[k as keyof typeof expected.losses];
    expect(away([losses[Number(k)]!], [loss]), `${K} steps, loss at ${k}`).toBeLessThan(1e-9);
  }
  expect(away(rest!, expected.fixedPoint)).toBeLessThan(1e-9);
  expect(away([bias!, excess!], [expected.bias, expected.excess])).toBeLessThan(1e-9);
  expect(away(factors!, expected.roundFactors)).toBeLessThan(1e-9);
}

function expectNetwork(printed: NetworkPrinted, of: NetworkCase): void {
  const { left, right, angles, labels, clients, gap, drift } = printed;
  expect(away(angles, of.angles)).toBeLessThan(1e-14);
  expect(away(labels, of.y)).toBeLessThan(1e-14);
  expect(clients).toEqual(of.client);
  expect(Math.abs(printed.localStep / of.localStep - 1)).toBeLessThan(1e-12);
  expect(printed.smallestEigenvalue).toBeCloseTo(of.smallestEigenvalue, 12);
  expect(printed.largest * printed.localStep).toBeCloseTo(of.stepFactor, 12);
  expect([left.K, right.K]).toEqual([of.K, of.K]);
  for (const [k, loss] of Object.entries(of.linearised))
    expect(away([right.losses[Number(k)]!], [loss]), k).toBeLessThan(1e-8);
  // Later a sign may flip in another round.
  for (const [k, loss] of Object.entries(of.network))
    if (Number(k) <= 20) expect(away([left.losses[Number(k)]!], [loss]), k).toBeLessThan(1e-6);
  for (const [k, residual] of Object.entries(of.linearisedResidualsAt))
    expect(away(right.residuals[k]!, residual), k).toBeLessThan(1e-8);
  for (const k of ['1', '10'] as const)
    expect(away(left.residuals[k]!, of.networkResidualsAt[k]!), k).toBeLessThan(1e-6);
  for (const side of [left, right])
    for (const [k, residual] of Object.entries(side.residuals))
      expect(residual.reduce((sum, u) => sum + u * u, 0) / 2).toBeCloseTo(side.losses[Number(k)]!, 13);
  expect(away([right.factor], [of.roundFactor])).toBeLessThan(1e-9);
  expect(away(right.bracket!, of.roundFactorBracket)).toBeLessThan(1e-9);
  const steps = left.losses.length - 1;
  expect([gap.length, drift.length, right.losses.length]).toEqual([steps + 1, steps, steps + 1]);
  expect(away([Math.max(...gap)], [of.residualGap])).toBeLessThan(1e-6);
  expect(drift[0]).toBeCloseTo(of.drift[0], 9);
}

const flagsOf = ({ n, N, K, m, seed, split, labels }: NetworkCase) =>
  `--level network --n ${n} --clients ${N} --local ${K} --m ${m} --seed ${seed} --split ${split} --labels ${labels}`.split(
    ' ',
  );

describe('federated averaging over the plane', () => {
  it('is the reference, line by line of the documents', async () => {
    const flags = '--level plane --quad tilted --local 20 --c .8 --start=-1.5,-1.2 --steps 60'.split(' ');
    const printed = await run<PlanePrinted>(...flags);
    expect(Object.keys(printed)).toEqual([...HEADING, 'left', 'right', 'minimum', 'minimumLoss', 'limit']);
    const { left, right, ...rest } = printed;
    expect(rest).toMatchObject({
      scenario: '#v=1&problem=federated&quad=tilted&start=-1.5,-1.2&c=0.8',
      level: 'plane',
      serverStep: 1,
      notices: [],
    });
    expect(printed.localStep).toBeCloseTo(0.2, 15);
    const of = caseOf('tilted');
    for (const side of [left, right]) {
      expect(Object.keys(side)).toEqual([
        'K',
        'losses',
        'status',
        'endedAt',
        'iterates',
        'rest',
        'bias',
        'excess',
        'slowest',
        'bound',
        'factors',
      ]);
      expectPlane(side, of);
      expect(side.factors![0]).toBeLessThanOrEqual(side.factors![1]);
    }
    expect(away(printed.minimum, of.minimum)).toBeLessThan(1e-12);
    expect(away([printed.minimumLoss], [of.minimumLoss])).toBeLessThan(1e-12);
    expect(away(printed.limit!, of.manyLocalSteps)).toBeLessThan(1e-9);
    const again = await run<PlanePrinted>('--link', printed.scenario!, '--steps', '60');
    expect([again.left, again.right]).toEqual([left, right]);
  });

  it.each(plane)('of what a file gives is the reference: $name', async (of) => {
    const each = [2, 5, 20, 100].map(async (K) => {
      const printed = await run<PlanePrinted>(
        ...['--values', file(`${of.name}.json`), '--step', String(of.localStep)],
        ...['--server', String(of.serverStep), '--local', String(K), '--steps', '60'],
      );
      expect(printed).toMatchObject({ scenario: null, localStep: of.localStep, notices: [] });
      expectPlane(printed.left, of);
      expectPlane(printed.right, of);
      expect(printed.right.K).toBe(1);
      expect(away(printed.limit!, of.manyLocalSteps)).toBeLessThan(1e-9);
    });
    await Promise.all(each);
  });

  it('stands beside all data in one place, and beside clients of equal curvature', async () => {
    const flags = ['--values', file('drawn-3.json'), '--step', '.1', '--local', '7', '--steps', '400'];
    const work = await run<PlanePrinted>('--versus', 'work', ...flags);
    const equal = await run<PlanePrinted>('--versus', 'equal', ...flags);
    for (const { left, right, minimum, minimumLoss } of [work, equal]) {
      expect([left.status, right.status]).toEqual(['rest', 'global']);
      expect([right.K, right.bias]).toEqual([7, 0]);
      // F is of all clients on either side.
      expect(right.losses[0]).toBe(left.losses[0]);
      expect(right.losses[400]).toBeCloseTo(minimumLoss, 11);
      expect(away(right.iterates[400]!, minimum)).toBeLessThan(1e-5);
      expect(left.losses[400]! - minimumLoss).toBeCloseTo(left.excess!, 9);
      expect(left.iterates[400]).toEqual(left.iterates[left.endedAt!]);
      expect(left.losses).toHaveLength(401);
    }
    // K steps on F are K rounds of one step.
    const each = await run<PlanePrinted>(...flags.with(-1, '70'), '--server', '1');
    expect(away(work.right.iterates[10]!, each.right.iterates[70]!)).toBeLessThan(1e-12);
  });

  it('of drawn clients is the reference, without a file', async () => {
    const of = caseOf('drawn-1');
    const flags = '--quad drawn --clients 3 --seed 21 --local 20 --steps 60'.split(' ');
    const printed = await run<PlanePrinted>(...flags);
    expect(Math.abs(printed.localStep / of.localStep - 1)).toBeLessThan(1e-12);
    expectPlane(printed.left, of);
  });

  it('that diverges is cut before; where a client overshoots a rest is proved of contractions alone', async () => {
    const { left, right, limit, minimum } = await run<PlanePrinted>('--c', '2.5', '--local', '3');
    expect(left).toMatchObject({ status: 'diverged', rest: null, bias: null, excess: null });
    expect(left.losses).toHaveLength(left.endedAt!);
    expect(left.iterates).toHaveLength(left.endedAt!);
    // Single steps are descent on F, whose curvature is half the largest.
    expect(right).toMatchObject({ status: 'global', rest: minimum, bias: 0 });
    expect(limit).toBeNull();
  });
});

describe('federated averaging of a network', () => {
  it('is the reference, line by line of the documents', async () => {
    const printed = await run<NetworkPrinted>(
      ...'--level network --clients 3 --local 5 --c .5 --steps 100'.split(' '),
    );
    expect(Object.keys(printed)).toEqual([
      ...HEADING,
      'left',
      'right',
      'angles',
      'labels',
      'clients',
      'largest',
      'smallestEigenvalue',
      'gap',
      'drift',
    ]);
    expect(printed).toMatchObject({ level: 'network', serverStep: 1, notices: [] });
    expect(printed.scenario).toBe('#v=1&problem=federated&level=network');
    const common = ['K', 'losses', 'status', 'endedAt', 'residuals'];
    expect(Object.keys(printed.left)).toEqual(common);
    expect(Object.keys(printed.right)).toEqual([...common, 'slowest', 'factor', 'bracket', 'rest']);
    for (const side of SIDES)
      expect(Object.keys(printed[side].residuals)).toEqual(['0', '1', '2', '5', '10', '20', '50', '100']);
    expect(printed.right.rest).toEqual({
      residual: new Array(12).fill(0),
      loss: 0,
      leastSquares: 0,
      excess: 0,
    });
    expectNetwork(printed, netOf('opening'));
    const again = await run<NetworkPrinted>('--link', printed.scenario!);
    expect([again.left, again.right]).toEqual([printed.left, printed.right]);
  });

  it.each(network)('of drawn data and weights is the reference: $name', async (of) => {
    const last = of.name === 'many-local-steps' ? '50' : '100';
    expectNetwork(await run<NetworkPrinted>(...flagsOf(of), '--steps', last), of);
  });

  it.each(network.filter((one) => one.startWeights))(
    'of what a file gives is the reference: $name',
    async (of) => {
      const start = { angles: of.angles, labels: of.y, W: of.startWeights, clients: of.client };
      const printed = await run<NetworkPrinted>(
        ...['--level', 'network', '--local', String(of.K), '--values', write('start.json', start)],
      );
      expect(printed).toMatchObject({ scenario: null, notices: [] });
      expectNetwork(printed, of);
      // Without clients flags deal the samples; without pairs each row is a neuron.
      const dealt = await run<NetworkPrinted>(
        ...[
          '--level',
          'network',
          '--paired',
          '0',
          '--split',
          'shuffled',
          '--clients',
          '2',
          '--steps',
          '3',
          '--at',
          '0',
        ],
        ...['--values', write('dealt.json', { ...start, clients: undefined })],
      );
      expect(dealt.clients).toEqual(of.angles.map((_, i) => i % 2));
      expect(Object.keys(dealt.left.residuals)).toEqual(['0']);
      const f = of.angles.map((angle) => {
        const x = [Math.cos(angle), Math.sin(angle), 0.5].map((part) => part / Math.sqrt(1.25));
        const sum = of.startWeights!.reduce((all, w, r) => {
          const on = Math.max(
            0,
            w.reduce((along, part, q) => along + part * x[q]!, 0),
          );
          return all + (r % 2 === 0 ? on : -on);
        }, 0);
        return sum / Math.sqrt(of.startWeights!.length);
      });
      expect(
        away(
          dealt.left.residuals[0]!,
          f.map((value, i) => value - of.y[i]!),
        ),
      ).toBeLessThan(1e-13);
      expect(dealt.right.residuals[0]).toEqual(dealt.left.residuals[0]);
    },
  );

  it.each(floors)('rests where the reference does: m = $m, $labels', async ({ byK, seed, m, labels }) => {
    const each = byK.map(async (of) => {
      const flags = `--level network --seed ${seed} --m ${m} --labels ${labels} --local ${of.K} --steps 0`;
      const { right } = await run<NetworkPrinted>(...flags.split(' '));
      expect(away(right.rest!.residual, of.residual)).toBeLessThan(1e-8);
      expect(away([right.rest!.loss], [of.restLoss])).toBeLessThan(1e-8);
      expect(away([right.rest!.leastSquares], [of.leastSquares])).toBeLessThan(1e-8);
      expect(away([right.rest!.excess], [of.excess])).toBeLessThan(1e-8);
    });
    await Promise.all(each);
  });

  it('certifies no rate beyond eta Lmax = 1 or a server step of 1, and knows no rest from 2 on', async () => {
    const of = async (flags: string) =>
      run<NetworkPrinted>('--level', 'network', ...flags.split(' '), '--steps', '300');
    const long = await of('--c 1.5');
    expect([long.right.bracket, long.right.rest?.loss]).toEqual([null, 0]);
    const server = await of('--server 1.5');
    expect([server.right.bracket, server.right.rest?.loss]).toEqual([null, 0]);
    const grows = await of('--c 2.1 --local 20');
    expect([grows.right.bracket, grows.right.rest]).toEqual([null, null]);
    expect(grows.right.factor).toBeGreaterThan(1);
    expect(grows.right.status).toBe('diverged');
    expect(grows.right.losses).toHaveLength(grows.right.endedAt!);
    // Two equal angles: no rate, both ends are 1.
    const twin = write('twin.csv', 'angle,y\n1,2\n1,3\n4,0\n');
    const { smallestEigenvalue, right } = await of(`--data ${twin} --clients 2`);
    expect([smallestEigenvalue, right.bracket, right.factor]).toEqual([0, [1, 1], 1]);
    expect(right.rest!.leastSquares).toBeCloseTo(0.25, 12);
    // No neuron is active: the step is c, and nothing moves.
    const still = await of('--m 2 --n 2 --clients 1');
    expect([still.localStep, still.largest, new Set(still.left.losses).size]).toEqual([0.5, 0, 1]);
    expect([still.right.bracket, still.right.factor]).toEqual([[1, 1], 1]);
    expect(still.right.losses).toEqual(still.left.losses);
  });

  it('of own data: names, refused rows, the link carries all of it', async () => {
    const { code, stdout, stderr } = await replay(
      ...['--problem', 'federated', '--data', file('three.csv'), '--m', '16', '--steps', '2'],
    );
    expect(code, stderr).toBe(0);
    const printed = JSON.parse(stdout) as NetworkPrinted & { refused: unknown; refusedCount: number };
    expect(printed.refused).toEqual([
      { line: 3, reason: 'not a number: "x" in column "y"' },
      { line: 5, reason: 'empty: column "angle"' },
      { line: 6, reason: 'empty: column "client"' },
    ]);
    expect(stderr).toContain('Line 5 was skipped');
    expect([printed.angles, printed.labels, printed.clients]).toEqual([
      [0.5, 2.5, 5],
      [1, -1, 0.25],
      [0, 1, 0],
    ]);
    expect(printed.scenario).toMatch(/^#v=1&problem=federated&level=network&features=csv&data=z\..*&m=16$/);
    const again = await run<NetworkPrinted>('--link', printed.scenario!, '--steps', '2');
    expect([again.left, again.right]).toEqual([printed.left, printed.right]);
    const dealt = await run<NetworkPrinted>(...['--data', file('two.csv'), '--clients', '2', '--steps', '0']);
    expect([dealt.angles, dealt.labels, dealt.clients]).toEqual([
      [1, 2, 3, 6],
      [2, 3, 1, 4],
      [0, 0, 1, 1],
    ]);
    const named = await run<NetworkPrinted>(
      ...[
        '--data',
        file('three.csv'),
        '--columns',
        '1,2',
        '--clients',
        '4',
        '--split',
        'shuffled',
        '--steps',
        '0',
      ],
    );
    expect(named.clients).toEqual([0, 1, 2, 3]);
  });
});
