import { writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import networkFixture from '../../engine/fixtures/federated-network.json';
import planeFixture from '../../engine/fixtures/federated-plane.json';
import type { RoundsReport } from '../../engine/problems/federated/report.ts';
import { file, replay } from './spawn-replay.ts';

/** `replay --problem federated`, as docs/replay.md describes it. */

interface Heading {
  readonly scenario: string | null;
  readonly level: string;
  readonly localStep: number;
  readonly serverStep: number;
  readonly notices: string[];
}
type PlanePrinted = Heading & Extract<RoundsReport, { minimum: unknown }>;
type NetworkPrinted = Heading & Extract<RoundsReport, { gap: unknown }>;

const SIDES = ['left', 'right'] as const;
const HEADING = ['scenario', 'level', 'localStep', 'serverStep', 'notices'];
const { plane } = planeFixture;
const { network, floors } = networkFixture;
type PlaneCase = (typeof plane)[number];
type NetworkCase = (typeof network)[number];

async function run<T>(...args: string[]): Promise<T> {
  const { code, stdout, stderr } = await replay('--problem', 'federated', ...args);
  expect(code, stderr).toBe(0);
  return JSON.parse(stdout) as T;
}

async function refused(...args: string[]): Promise<string> {
  const { code, stdout, stderr } = await replay('--problem', 'federated', ...args);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.trim().split('\n')).toHaveLength(1);
  return stderr.trim().replace(/^replay: /, '');
}

function write(name: string, value: unknown): string {
  writeFileSync(file(name), typeof value === 'string' ? value : JSON.stringify(value));
  return file(name);
}

/** Largest difference, against 1 where that is larger than what is expected. */
function away(actual: readonly number[], expected: readonly number[]): number {
  if (actual.length !== expected.length) return Number.POSITIVE_INFINITY;
  return Math.max(
    ...actual.map((value, at) => Math.abs(value - expected[at]!) / Math.max(1, Math.abs(expected[at]!))),
  );
}

const given = ({ hessians, minima, start }: PlaneCase) => ({ hessians, minima, start });
const caseOf = (name: string) => plane.find((one) => one.name === name)!;
const netOf = (name: string) => network.find((one) => one.name === name)!;

/** The side of a plane is that of the reference with as many local steps. */
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
  expect(away(factors, expected.roundFactors)).toBeLessThan(1e-9);
}

/** Both sides of a network are those of the reference. */
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
  // Later a sign may flip a round earlier or later.
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

beforeAll(() => {
  for (const one of plane) write(`${one.name}.json`, given(one));
  write(
    'three.csv',
    'angle,y,client\n0.5,1,north\n1,x,north\n2.5,-1,"a, b"\n,1,south\n4,0.5,\n5,0.25,north\n',
  );
  write('two.csv', 'theta;value\n3;1\n1;2\n2;3\n6;4\n');
});

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
        'factors',
      ]);
      expectPlane(side, of);
      expect(side.factors[0]).toBeLessThanOrEqual(side.factors[1]);
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
      // F of all clients, whatever the right's are.
      expect(right.losses[0]).toBe(left.losses[0]);
      expect(right.losses[400]).toBeCloseTo(minimumLoss, 11);
      expect(away(right.iterates[400]!, minimum)).toBeLessThan(1e-5);
      expect(left.losses[400]! - minimumLoss).toBeCloseTo(left.excess!, 9);
      // At rest it stays.
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

  it('that diverges is cut before; where a client overshoots no rest is proved', async () => {
    const { left, right, limit } = await run<PlanePrinted>('--c', '2.5', '--local', '3');
    expect(left).toMatchObject({ status: 'diverged', rest: null, bias: null, excess: null });
    expect(left.losses).toHaveLength(left.endedAt!);
    expect(left.iterates).toHaveLength(left.endedAt!);
    // One step at a time it is descent on F, whose curvature is half the largest.
    expect(right).toMatchObject({ status: 'global', rest: null });
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
    expect(Object.keys(printed.right)).toEqual([...common, 'factor', 'bracket', 'rest']);
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
      // Without clients they are dealt as the flags say; without pairs each row is a neuron.
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
    // Two equal angles: no rate either, both ends are 1.
    const twin = write('twin.csv', 'angle,y\n1,2\n1,3\n4,0\n');
    const { smallestEigenvalue, right } = await of(`--data ${twin} --clients 2`);
    expect([smallestEigenvalue, right.bracket, right.factor]).toEqual([0, [1, 1], 1]);
    expect(right.rest!.leastSquares).toBeCloseTo(0.25, 12);
    // No neuron is active at any sample: the step is c, and nothing moves.
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

describe('what has to give way or has no effect is named', () => {
  const said = async (...args: string[]) =>
    (await run<NetworkPrinted>(...args.flatMap((arg) => arg.split(' ')), '--steps', '0')).notices;

  it.each<[string, string[]]>([
    [
      '--level network --n 4 --clients 9',
      ['clients: expected 1 to 4 with n; got 9. The nearest bound is used.'],
    ],
    ['--local 0', ['local: expected 1 to 1000; got 0. The nearest bound is used.']],
    ['--level network --m 7', ['m: expected 2 to 16384 with paired; got 7. The nearest bound is used.']],
    ['--level network --m 7 --paired 0', []],
    [
      '--level network --n 200 --m 16384 --local 300',
      ['local: expected 1 to 152 with m; got 300. The nearest bound is used.'],
    ],
    [
      '--clients 4 --seed 3 --m 8 --labels square',
      ['clients', 'labels', 'seed', 'm'].map(
        (key, at) =>
          `${key}: has no effect beside level=plane, quad=disagree; got ${[4, 'square', 3, 8][at]}. It was ignored.`,
      ),
    ],
    [
      '--level network --quad tilted --versus work --start=1,2',
      ['quad', 'versus', 'start'].map(
        (key, at) =>
          `${key}: has no effect beside level=network, features=circle; got ${['tilted', 'work', '1,2'][at]}. It was ignored.`,
      ),
    ],
    ['--level network --c 2.5', []],
    [
      '--level network --m 2 --n 2 --clients 1',
      ['Every slope at the start is 0: the step is c itself, and nothing moves.'],
    ],
  ])('%s', async (flags, expected) => {
    expect(await said(flags)).toEqual(expected);
  });

  it('beside files', async () => {
    expect(await said('--values', file('tilted.json'), '--seed 3 --quad same')).toEqual([
      'quad: has no effect beside --values; got same. It was ignored.',
      'seed: has no effect beside --values; got 3. It was ignored.',
    ]);
    expect(await said('--data', file('three.csv'), '--clients 4 --split shuffled --n 9')).toEqual([
      'clients: has no effect beside features=csv, client; got 4. It was ignored.',
      'split: has no effect beside features=csv, client; got shuffled. It was ignored.',
      'n: has no effect beside level=network, features=csv; got 9. It was ignored.',
    ]);
    expect(await said('--data', file('two.csv'), '--clients 9')).toEqual([
      'clients: expected 1 to 4; got 9. The nearest bound is used.',
    ]);
    const wide = write('wide.json', {
      angles: Array.from({ length: 200 }, (_, i) => i / 32),
      labels: new Array(200).fill(1),
      W: Array.from({ length: 8192 }, (_, r) => [r % 7, -(r % 5), 1]),
    });
    expect(await said('--level network', '--values', wide, '--local 300')).toEqual([
      'local: expected 1 to 152 with m; got 300. The nearest bound is used.',
    ]);
  });
});

describe('is refused', () => {
  const two = given(caseOf('tilted'));
  const net = { angles: [0, 1, 2], labels: [1, 2, 3], W: [[1, 2, 3]], clients: [0, 1, 0] };

  it.each<[string, unknown, string]>([
    ['no object', [1], 'expected hessians, minima at level=plane; got another JSON value'],
    [
      'a missing key',
      { hessians: two.hessians },
      'expected hessians, minima at level=plane; minima is missing',
    ],
    ['a network', net, 'unknown key "angles": expected hessians, minima, start at level=plane'],
    ['no list', { ...two, hessians: 3 }, 'hessians: expected a list; got 3'],
    ['no clients', { hessians: [], minima: [] }, 'hessians: expected 1 to 16 entries; got 0'],
    [
      'too many clients',
      { hessians: new Array(17).fill(two.hessians[0]), minima: [] },
      'hessians: expected 1 to 16 entries; got 17',
    ],
    [
      'a minimum too few',
      { ...two, minima: [[1, 2]] },
      'minima: expected 2 pairs, as many as there are hessians; got 1',
    ],
    [
      'another shape',
      { ...two, hessians: [two.hessians[0], [[1, 2]]] },
      'hessians, client 2: expected 2 entries; got 1',
    ],
    [
      'a text',
      {
        ...two,
        hessians: [
          two.hessians[0],
          [
            [1, 'x'],
            [2, 3],
          ],
        ],
      },
      'hessians, client 2: expected 2 finite numbers; got "x"',
    ],
    [
      'an infinite number',
      '{"hessians": [[[1, 0], [0, 1e999]]], "minima": [[0, 0]]}',
      'hessians, client 1: expected 2 finite numbers; got Infinity',
    ],
    [
      'an asymmetric matrix',
      {
        hessians: [
          [
            [1, 0.5],
            [0.25, 1],
          ],
        ],
        minima: [[0, 0]],
      },
      'hessians, client 1: expected a symmetric matrix; got 0.5 and 0.25 off its diagonal',
    ],
    [
      'a negative eigenvalue',
      {
        hessians: [
          [
            [1, 2],
            [2, 1],
          ],
        ],
        minima: [[0, 0]],
      },
      'hessians, client 1: expected no negative eigenvalue; got -1.00',
    ],
    [
      'a long minimum',
      {
        ...two,
        minima: [
          [1, 2, 3],
          [1, 2],
        ],
      },
      'minima, client 1: expected 2 finite numbers; got 3',
    ],
    ['a far start', { ...two, start: [5000, 0] }, 'start: expected numbers from -1000 to 1000; got 5000'],
  ])('a file of the plane with %s', async (_, content, message) => {
    expect(await refused('--values', write('bad.json', content))).toBe(`--values: ${message}`);
  });

  it.each<[string, unknown, string]>([
    ['a plane', two, 'unknown key "hessians": expected angles, labels, W, clients at level=network'],
    ['no W', { ...net, W: undefined }, 'expected angles, labels, W at level=network; W is missing'],
    ['one angle', { ...net, angles: [1] }, 'angles: expected 2 to 200 entries; got 1'],
    ['too few labels', { ...net, labels: [1, 2] }, 'labels: expected 3 finite numbers; got 2'],
    ['a label that is none', { ...net, labels: [1, 2, null] }, 'labels: expected 3 finite numbers; got null'],
    ['a short row of W', { ...net, W: [[1, 2]] }, 'W, row 1: expected 3 finite numbers; got 2'],
    ['no row of W', { ...net, W: [] }, 'W: expected 1 to 8192 entries; got 0'],
    [
      'a client that is none',
      { ...net, clients: [0, 1, 0.5] },
      'clients: expected integers from 0 to 15; got 0.5',
    ],
    [
      'a client without samples',
      { ...net, clients: [0, 2, 0] },
      'clients: expected a sample for each client; 1 has none',
    ],
    ['a client too few', { ...net, clients: [0, 1] }, 'clients: expected 3 finite numbers; got 2'],
  ])('a file of the network with %s', async (_, content, message) => {
    expect(await refused('--level', 'network', '--values', write('bad.json', content))).toBe(
      `--values: ${message}`,
    );
  });

  it.each<[string, RegExp]>([
    ['--values tilted.json --clients 3', /^--clients: expected 2, as in the file of --values; got 3$/],
    [
      '--values tilted.json --start=1,2',
      /^--start: expected -1.5,-1.2, as in the file of --values; got 1,2$/,
    ],
    [
      '--values flat.json --versus equal',
      /^--values: hessians: expected a mean without a flat direction with versus=equal; got a singular one$/,
    ],
    ['--level network --values net.json --n 4', /^--n: expected 3, as in the file of --values; got 4$/],
    ['--level network --values net.json --m 4', /^--m: expected 2, as in the file of --values; got 4$/],
    [
      '--level network --values net.json --clients 3',
      /^--clients: expected 2, as in the file of --values; got 3$/,
    ],
    ['--level network --paired 0 --values net.json', /^--values: W: expected 2 to 16384 entries; got 1$/],
    ['--data three.csv --values tilted.json', /expected --data .* or --values .*; got both$/],
    ['--data three.csv --level plane', /^--level: expected network, as in the file of --data; got plane$/],
    ['--data one.csv', /^The data has no feature/],
    [
      '--data many.csv',
      /^The column "client" holds too many different texts: expected at most 16; got more\.$/,
    ],
    ['--data none.csv', /^--data: expected a CSV file; .* \(ENOENT\)$/],
    ['--level network --features csv', /^features=csv needs data, but there is none\.$/],
    ['--at 0,11 --steps 10', /^--at: expected an integer from 0 to 10; got "11"$/],
    ['--steps 1000001', /^--steps: expected an integer from 0 to 1000000; got "1000001"$/],
    ['--format csv', /^--format: expected json for federated averaging; got csv$/],
    ['--gap 1e-9', /^--gap: expected a right side that is solved to a gap; got rounds$/],
    ['--start 1', /^--start: expected 2 numbers; got 1$/],
    ['--c 1 --step 1', /^expected --c .* or --step .*; got both$/],
    ['--width 3', /^--width is no parameter of federated/],
  ])('%s', async (flags, message) => {
    write('net.json', net);
    write('flat.json', {
      hessians: [
        [
          [1, 0],
          [0, 0],
        ],
      ],
      minima: [[0, 0]],
    });
    write('one.csv', 'angle\n1\n2\n');
    write('many.csv', `angle,y,client\n${Array.from({ length: 17 }, (_, i) => `${i},1,c${i}\n`).join('')}`);
    const words = flags.split(' ').map((word) => (/\.(json|csv)$/.test(word) ? file(word) : word));
    expect(await refused(...words)).toMatch(message);
  });
});
