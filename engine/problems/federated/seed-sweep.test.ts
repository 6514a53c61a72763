import { describe, expect, test } from 'vitest';
import { runsAll, spread } from '../../../scripts/tier.mjs';
import { readTable } from '../../data/read-table.ts';
import reference from '../../fixtures/federated-sweeps.json' with { type: 'json' };
import { createRandom } from '../../kernels/random.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { findAll, type Search } from '../../search.ts';
import type { FedValues } from './card.ts';
import type { FedInstance } from './instance.ts';
import { circleOf, drawCircle } from './network/circle-data.ts';
import { problem } from './problem.ts';
import { fedReadings } from './readings.ts';
import { sweepSeeds } from './seed-sweep.ts';
import type { NetworkInfo, SweepAsked, SweepTold } from './types.ts';

const valuesOf = (set: object) =>
  createScenario('federated', { level: 'network', ...set }).values as unknown as FedValues;
const swept = (set: object, asked: Partial<SweepAsked> & Pick<SweepAsked, 'points'>) =>
  findAll(sweepSeeds(valuesOf(set), { seeds: 1, sharesStep: false, ...asked }));

function median(values: ArrayLike<number>): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}

/** Rounds to the printed digits. */
const short = (value: number, digits = 3) => Number(value.toPrecision(digits));

describe('gap against width', () => {
  const { values, slopes } = reference.gapAgainstWidth;
  const widths = [16, 32, 64, 128, 256, 512, 1024];
  const of = (paired: boolean) =>
    swept({ paired, seed: 40 }, { points: widths.map((m) => ({ set: { m }, at: [30] })), seeds: 12 }).gaps;

  test.each(runsAll ? [true, false] : [true])(
    'paired = %s: every gap, its median, least and largest to 1e-9',
    (paired) => {
      const gaps = of(paired);
      for (const [p, m] of widths.entries()) {
        const known = values.find((one) => one.m === m && one.paired === paired)!;
        const own = gaps.slice(12 * p, 12 * p + 12);
        for (const [s, value] of known.values.entries())
          expect(Math.abs(own[s]! - value), `m = ${m}, seed ${40 + s}`).toBeLessThan(1e-9);
        expect(Math.abs(median(own) - known.median)).toBeLessThan(1e-9);
        expect(Math.abs(Math.min(...own) - known.low)).toBeLessThan(1e-9);
        expect(Math.abs(Math.max(...own) - known.high)).toBeLessThan(1e-9);
      }
      const [x, y] = [
        widths.map(Math.log),
        widths.map((_, p) => Math.log(median(gaps.slice(12 * p, 12 * p + 12)))),
      ];
      const mean = (all: number[]) => all.reduce((sum, one) => sum + one, 0) / all.length;
      const [mx, my] = [mean(x), mean(y)];
      const slope =
        x.reduce((sum, one, i) => sum + (one - mx) * (y[i]! - my), 0) /
        x.reduce((sum, one) => sum + (one - mx) ** 2, 0);
      expect(slope).toBeCloseTo(slopes[paired ? 'true' : 'false'], 9);
      expect(short(slope, 2)).toBe(paired ? -0.77 : -0.71);
    },
  );
});

describe('rounds times K/N', () => {
  const rows = reference.dependsOnKoverN.filter(({ network }) => network !== null);
  const told = swept(
    { m: 256, c: 0.25, labels: 'wave' },
    {
      points: rows.map(({ N, K }) => ({ set: { clients: N, local: K }, at: [0, 60] })),
      sharesStep: true,
    },
  );
  const after = (side: 'left' | 'right', N: number, K: number) =>
    told[side][2 * rows.findIndex((row) => row.N === N && row.K === K) + 1]!;

  test('losses after 60 rounds at the same eta, to 1e-6 of themselves', () => {
    for (const [i, { N, K, localStep, network, linearised }] of rows.entries()) {
      expect(Math.abs(told.etas[i]! / localStep - 1)).toBeLessThan(1e-12);
      expect(Math.abs(told.left[2 * i + 1]! / network! - 1), `N = ${N}, K = ${K}`).toBeLessThan(1e-6);
      expect(Math.abs(told.right[2 * i + 1]! / linearised - 1)).toBeLessThan(1e-8);
    }
  });

  test('the collapse is good while K eta lam is small, and not beyond', () => {
    const spread = (pairs: [number, number][]) => {
      const losses = pairs.map(([N, K]) => after('left', N, K));
      return Math.max(...losses) / Math.min(...losses);
    };
    expect(spread([[1, 1], [2, 2], [4, 4]])).toBeLessThan(1.5); // biome-ignore format: pairs
    expect(spread([[2, 1], [4, 2]])).toBeLessThan(1.2); // biome-ignore format: pairs
    expect(spread([[1, 5], [2, 10], [4, 20]])).toBeGreaterThan(5); // biome-ignore format: pairs
    expect(short(told.left[0]!)).toBe(3.49);
  });
});

test('sorted against shuffled at the same eta: after 1, 5, 10, 50 rounds', () => {
  const told = swept(
    {},
    {
      points: (['arcs', 'shuffled'] as const).map((split) => ({ set: { split }, at: [1, 5, 10, 50] })),
      sharesStep: true,
    },
  );
  expect(Array.from(told.left, (loss, i) => short(loss, i % 4 === 3 ? 2 : 3))).toEqual([
    1.6, 0.28, 0.0645, 4.6e-4, 1.02, 0.147, 0.0246, 4.5e-4,
  ]);
  expect(short(told.etas[0]!)).toBe(0.349);
  expect(told.etas[1]).toBe(told.etas[0]);
  // Shuffled blocks have smaller eigenvalues, so a step 2.2 times longer.
  const own = swept({ split: 'shuffled' }, { points: [{ set: {}, at: [0] }] });
  expect(short(own.etas[0]! / told.etas[0]!, 2)).toBe(2.2);
  expect(told.tops[0]! / told.tops[1]!).toBeCloseTo(own.etas[0]! / told.etas[0]!, 12);
});

describe('too narrow', () => {
  test('the linearisation rests above least squares, and farther with every K (closed form)', () => {
    const Ks = [1, 5, 20, 100];
    const rests = (set: object) =>
      Array.from(
        swept({ labels: 'square', ...set }, { points: Ks.map((local) => ({ set: { local }, at: [] })) })
          .rests,
      );
    const digits = (set: object) => rests(set).map((loss) => Number(loss.toFixed(3)));
    expect(digits({ m: 8, seed: 5 })).toEqual([0.735, 0.749, 1.041, 3.611]);
    expect(digits({ m: 4, seed: 4 })).toEqual([1.837, 1.906, 2.494, 4.167]);
    expect(rests({ m: 64, seed: 6 })).toEqual([0, 0, 0, 0]);
  });

  test('narrow networks end where NumPy’s do, with more local steps in fewer rounds', () => {
    const rounds = { 1: 500, 5: 200, 25: 100 };
    const Ks = [1, 5, 25] as const;
    for (const { m, byK } of spread(reference.narrowBias, 3)) {
      const points = Ks.map((local) => ({ set: { m, local }, at: [rounds[local]] }));
      const { left } = swept({ seed: 60 }, { points, seeds: 8 });
      for (const [p, K] of Ks.entries()) {
        const known = byK[K];
        const own = left.slice(8 * p, 8 * p + 8);
        for (const [s, value] of known.values.entries())
          expect(Math.abs(own[s]! - value), `m = ${m}, K = ${K}, seed ${60 + s}`).toBeLessThan(
            Math.max(1e-9, 1e-6 * value),
          );
        expect(Math.abs(median(own) - known.median)).toBeLessThan(Math.max(1e-9, 1e-6 * known.median));
      }
    }
  });
});

test('a preset of which the network is ahead after 100 rounds', () => {
  const [network, linear] = (({ left, right }: SweepTold) => [left[0]!, right[0]!])(
    swept({ m: 16 }, { points: [{ set: {}, at: [100] }] }),
  );
  expect([short(network!), short(linear!)]).toEqual([0.00195, 0.0258]);
});

test('a run of a sweep is the run of the page, bit for bit: random scenarios', () => {
  const random = createRandom(11, 0);
  const one = <T>(options: readonly T[]) => options[Math.floor(random.uniform() * options.length)]!;
  for (let trial = 0; trial < 25; trial++) {
    const set = {
      n: one([3, 8, 12]),
      clients: one([1, 2, 3]),
      local: one([1, 4, 30]),
      m: one([2, 6, 40]),
      split: one(['arcs', 'shuffled'] as const),
      labels: one(['wave', 'square']),
      paired: one([true, false]),
      c: one([0.2, 1, 1.9]),
      server: one([0.5, 1, 1.7]),
      seed: trial,
    };
    const { m, clients, local, split, c, ...rest } = set;
    const told = swept(rest, { points: [{ set: { m, clients, local, split, c }, at: [0, 7, 20] }] });
    const { sides, info } = problem.prepare(valuesOf(set), null);
    const [left, right] = [sides.left.iterate(), sides.right.iterate()];
    let gap = 0;
    for (let k = 0; k <= 20; k++) {
      gap = Math.max(gap, left.record().gap!);
      const place = [0, 7, 20].indexOf(k);
      if (place >= 0) {
        expect(told.left[place], JSON.stringify(set)).toBe(left.record().loss);
        expect(told.right[place]).toBe(right.record().loss);
        expect(told.gaps[place]).toBe(gap);
      }
      left.step();
      right.step();
    }
    const network = info as NetworkInfo;
    expect(told.etas[0]).toBe(network.eta);
    expect(told.rests[0]).toBe(network.rest?.loss ?? Number.NaN);
  }
});

test('a run comes to the same among whichever others, known or not', () => {
  const points = [
    { set: { m: 16 }, at: [0, 3] },
    { set: { m: 64, clients: 4, split: 'shuffled' as const }, at: [2] },
  ];
  const whole = swept({ seed: 7 }, { points, seeds: 3 });
  for (const [p, point] of points.entries())
    for (let s = 0; s < 3; s++) {
      const alone = swept({ seed: 7 + s }, { points: [point] });
      const run = 3 * p + s;
      for (const name of ['etas', 'tops', 'rests', 'leasts'] as const)
        expect(alone[name][0]).toBe(whole[name][run]);
      const at = p === 0 ? 2 * s : 6 + s;
      for (const name of ['left', 'right', 'gaps'] as const)
        for (let i = 0; i < point.at.length; i++) expect(alone[name][i]).toBe(whole[name][at + i]);
    }
});

test('own data: starts are drawn, samples are not; a point that deals them does so in order of angle', () => {
  const drawn = drawCircle(valuesOf({ n: 8, clients: 2, seed: 3 }));
  const order = [5, 2, 7, 0, 3, 6, 1, 4];
  const of = (numbers: Float64Array) => Float64Array.from(order, (i) => numbers[i]!);
  const owners = Int32Array.from(order, (i) => drawn.owners[i]!);
  const own = circleOf(of(drawn.angles), of(drawn.labels), owners, 2, ['b', 'a']);
  const points = [
    { set: {}, at: [4] },
    { set: { clients: 4 }, at: [4] },
    { set: { clients: 4, split: 'shuffled' as const }, at: [4] },
  ];
  const asked = { points, seeds: 2, sharesStep: false };
  const values = valuesOf({ features: 'csv', clients: 2, seed: 3 });
  const told = findAll(sweepSeeds(values, asked, own));
  // Equal up to the order of sums.
  for (const [p, { set }] of points.entries())
    expect(told.left[2 * p]).toBeCloseTo(
      swept({ n: 8, clients: 2, seed: 3, ...set }, { points: [points[0]!] }).left[0]!,
      12,
    );
  expect(told.left[1]).not.toBeCloseTo(told.left[0]!, 3);
  expect(() =>
    findAll(sweepSeeds(values, { ...asked, points: [{ set: { clients: 9 }, at: [1] }] }, own)),
  ).toThrow(RangeError);
});

test('own data are swept as they are shown: with as many clients, and as many local steps as a round affords', () => {
  const rows = Array.from({ length: 200 }, (_, i) => `${i / 32},${i % 3},${i % 2 === 0 ? 'a' : 'b'}`);
  const long = { text: ['angle,y,client', ...rows].join('\n'), set: { m: 4096, local: 1000 } };
  const short = { text: 'angle,y\n1,2\n3,4', set: { clients: 5, m: 8 } };
  for (const { text, set } of [long, short]) {
    const values = valuesOf({ features: 'csv', ...set });
    const instance = problem.prepare(values, { table: readTable(text, 200, 2) }) as unknown as FedInstance;
    const { count, largest, local } = instance.network!.info;
    expect([count, local]).toEqual(set === long.set ? [2, 610] : [2, values.local]);
    const points = [{ set: {}, at: [0] }];
    const asked = { points, seeds: 1, sharesStep: false };
    const told = findAll(fedReadings(instance, values).sweep(asked) as Search<SweepTold>);
    expect(told.tops[0]).toBe(largest);
    expect(told.rests[0]).toBe(instance.network!.info.rest!.loss);
  }
  // As many clients as before.
  const own = circleOf(
    Float64Array.of(0, 1, 2, 3),
    Float64Array.of(1, 2, 3, 4),
    Int32Array.of(0, 1, 2, 3),
    4,
    [],
  );
  const dealt = { points: [{ set: { split: 'arcs' as const }, at: [0] }], seeds: 1, sharesStep: false };
  const told = (clients: number) =>
    findAll(sweepSeeds(valuesOf({ features: 'csv', clients }), dealt, own)).tops[0];
  expect(told(2)).toBe(told(4));
});

test('progress has the runs that have ended, all points of a seed before the next', () => {
  const points = [16, 32].map((m) => ({ set: { m }, at: [5] }));
  const search = sweepSeeds(valuesOf({}), { points, seeds: 2, sharesStep: false });
  while (search.progress!().done < 3) search.step();
  expect(Array.from(search.progress!().left, Number.isFinite)).toEqual([true, true, true, false]);
  while (search.step());
  expect(search.step()).toBe(false);
  expect(search.found().done).toBe(4);
});

test('one that diverges is told as infinite; what makes no sweep is refused', () => {
  const { left, right, gaps, rests } = swept({ c: 40 }, { points: [{ set: {}, at: [0, 300] }] });
  expect([left[1], right[1], gaps[1]]).toEqual([
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
    Number.POSITIVE_INFINITY,
  ]);
  expect(left[0]).toBeGreaterThan(3);
  expect(rests[0]).toBeNaN();
  const point = { set: {}, at: [1] };
  for (const asked of [
    { points: [point], seeds: 0 },
    { points: [{ ...point, at: [2, 1] }] },
    { points: [{ ...point, at: [-1] }] },
    { points: [{ set: { clients: 13 }, at: [1] }] },
    { points: [{ set: { m: 17 }, at: [1] }] },
  ])
    expect(() => swept({}, asked)).toThrow(RangeError);
});
