import { describe, expect, it } from 'vitest';
import { instanceOf, ownInstance } from '../fixtures/instances.ts';
import oneNeuron from '../fixtures/one-neuron.json';
import { firstBelow, relativeError, runSides } from '../fixtures/runs.ts';
import { distance, norm } from '../kernels/vector.ts';
import type { Values } from '../params.ts';
import { createRun, type Frame, type SideFrame, stepLength } from './create-run.ts';
import { RULES } from './run-params.ts';
import { CRITERIA } from './status.ts';

const OPENING: Values = { features: 'line', n: 8, plant: [1, 0.2], start: [-1.6, 0.3] };

/** Two opposite rows with equal labels: g(w) = w^2/4 + const, L = 1, so a step multiplies w by 1 - c/2. */
const opposite = (given: Values) => ownInstance([1, -1], [1, 1], given);

const bits = (array: Float64Array) =>
  Buffer.from(array.buffer, array.byteOffset, array.byteLength).toString('hex');
const frameBits = ({ first, left, right }: Frame) =>
  [left, right].map(({ iterates, series, status, endedAt, count }) => [
    first,
    count,
    status,
    endedAt,
    ...[iterates, series.loss!, series.gradientNorm!, series.distance!].map(bits),
  ]);

describe('gradient descent against NumPy', () => {
  const runs = oneNeuron.cases.flatMap((data) =>
    data.runs.map((run) => ({ name: data.name, blend: run.blend, data, run })),
  );

  it.each(runs)('$name, blend $blend: iterates and losses to step 1,000', ({ data, run }) => {
    const { features, labels, leak, start, plant, stepFactor } = data;
    const { instance, values } = ownInstance(features, labels, {
      leak,
      start,
      plant,
      c: stepFactor,
      blend: run.blend,
    });
    const race = createRun(instance, values);
    expect(Math.abs(instance.smoothness - data.smoothness)).toBeLessThanOrEqual(1e-13 * data.smoothness);
    expect(Math.abs(race.settings.right.step - data.step)).toBeLessThanOrEqual(1e-13 * data.step);

    const sides = runSides(instance, values, 1000);
    const scale = labels.reduce((sum, y) => sum + y * y, 0) / (2 * labels.length);
    for (const side of run.blend === 0 ? [sides.left, sides.right] : [sides.right])
      for (const [key, expected] of Object.entries(run.iterates)) {
        const k = Number(key);
        const tolerance = k <= 10 ? 1e-12 : 1e-9;
        const loss = run.losses[key as keyof typeof run.losses];
        expect(relativeError(side.iterates[k]!, expected)).toBeLessThanOrEqual(tolerance);
        expect(Math.abs(side.losses[k]! - loss)).toBeLessThanOrEqual(tolerance * scale);
      }
  });
});

describe('a zero of the loss', () => {
  it('gives way to the plant where the run arrives there after it (a short plant)', () => {
    const { instance, values } = instanceOf({ features: 'gauss', n: 40, plant: [0.0005, 0.0001] });
    const { left, right } = runSides(instance, values, 200);
    expect([left.status, right.status]).toEqual(['reached', 'reached']);
    for (const side of [left, right]) {
      const arrival = side.distances.findIndex(
        (distance) => distance <= 1e-3 * Math.sqrt(0.0005 ** 2 + 0.0001 ** 2),
      );
      expect(side.endedAt).toBe(arrival);
    }
  });
});

describe('the opening scene', () => {
  const { instance, values } = instanceOf(OPENING);
  const { left, right } = runSides(instance, values, 200);

  it('left dies at the border of the dead zone', () => {
    expect(relativeError(left.iterates[200]!, [-0.7408, -0.7408])).toBeLessThan(1e-4);
    expect(left.losses[200]).toBeCloseTo(0.17449, 5);
    expect(left.distances[200]).toBeCloseTo(1.979, 3);
    expect(firstBelow(left.gradientNorms, 1e-3)).toBe(17);
    expect(firstBelow(left.gradientNorms, 1e-9)).toBe(65);
    expect(Math.min(...left.gradientNorms)).toBeGreaterThan(0);
    const vanished = left.gradientNorms.findIndex(
      (value, k) => value <= 1e-10 * instance.smoothness * Math.max(1, norm(left.iterates[k]!)),
    );
    expect([left.status, left.endedAt]).toEqual(['dead', vanished]);
  });

  it('right arrives: within 1e-2 at step 50, 1e-3 at 76, 1e-6 at 155', () => {
    expect([1e-2, 1e-3, 1e-6].map((level) => firstBelow(right.distances, level))).toEqual([50, 76, 155]);
    const arrived = right.distances.findIndex((value) => value <= 1e-3 * norm(instance.plant!));
    expect([right.status, right.endedAt]).toEqual(['reached', arrived]);
  });
});

describe('ends in words', () => {
  it('reached: at the plant from the start', () => {
    const { instance, values } = instanceOf({ ...OPENING, start: [1, 0.2] });
    const { left, right } = runSides(instance, values, 3);
    expect([left.status, left.endedAt, right.status, right.endedAt]).toEqual(['reached', 0, 'reached', 0]);
    expect(right.iterates[3]).toEqual(instance.plant);
  });

  it('reached: the bound is 1e-3 of the length of the plant', () => {
    const near = (away: number) =>
      instanceOf({ features: 'line', n: 8, plant: [10, 0], start: [10, away], c: 1e-6 });
    const statusOf = ({ instance, values }: ReturnType<typeof near>) => runSides(instance, values, 1).left;
    expect(statusOf(near(0.00999))).toMatchObject({ status: 'reached', endedAt: 0 });
    expect(statusOf(near(0.01001)).status).toBe('moving');
    expect(CRITERIA.reached).toBe(1e-3);
  });

  it('global: zero loss beside the plant, where the rows do not see the second weight', () => {
    const { instance, values } = ownInstance([1, 0], [1], { plant: [1, 1], start: [0.5, 5] });
    const { left, right } = runSides(instance, values, 5);
    for (const side of [left, right]) {
      expect([side.status, side.endedAt]).toEqual(['global', 1]);
      expect([...side.iterates[5]!]).toEqual([1, 5]);
    }
  });

  it('dead: a start in the dead zone of f, which g leaves', () => {
    const { instance, values } = ownInstance([1, 2], [1, 2], { plant: [1], start: [-1] });
    const { left, right } = runSides(instance, values, 50);
    expect([left.status, left.endedAt]).toEqual(['dead', 0]);
    expect([...left.iterates[50]!]).toEqual([-1]);
    expect(right.status).toBe('reached');
  });

  it('stationary: the mean of two labels, with loss 1/2', () => {
    const { instance, values } = ownInstance([1, 1], [1, 3], { start: [0.5] });
    const { left, right } = runSides(instance, values, 2);
    for (const side of [left, right]) {
      expect([side.status, side.endedAt]).toEqual(['stationary', 1]);
      expect([side.iterates[1]![0], side.losses[1]]).toEqual([2, 0.5]);
    }
  });

  it('an end by a vanished gradient lapses where the run moves on', () => {
    // At w = 2 the full gradient is zero, but not that of either row.
    const { instance, values } = ownInstance([1, 1], [1, 3], {
      start: [2],
      rule: 'sgd',
      batch: 1,
      step: 0.5,
    });
    const race = createRun(instance, values);
    expect(race.first().left).toMatchObject({ status: 'stationary', endedAt: 0 });
    expect(race.advance(1).left).toMatchObject({ status: 'moving', endedAt: null });
  });

  it('unbounded: a label below zero lets the relaxation fall for ever', () => {
    const { instance, values } = ownInstance([1], [-1], { start: [1] });
    const { left, right } = runSides(instance, values, 100);
    expect([left.status, left.endedAt]).toEqual(['dead', 1]);
    expect([right.status, right.endedAt]).toEqual(['unbounded', 0]);
    // From w = 0 on g falls at rate 1: w_k = 1 - k - 1 and g = 1/2 + w.
    expect([right.iterates[100]![0], right.losses[100]]).toEqual([-100, -99.5]);
  });

  it('diverged: keeps the last finite state, and later advances give nothing', () => {
    const { instance, values } = opposite({ c: 6, start: [1] });
    const race = createRun(instance, values);
    race.first();
    const { left, right } = race.advance(600);
    // w_k = (-2)^k; the square of 2^512 overflows.
    expect([right.status, right.endedAt, right.count]).toEqual(['diverged', 512, 511]);
    expect(right.iterates[510]).toBe(-(2 ** 511));
    expect(
      [right.iterates, right.series.loss!, right.series.gradientNorm!].every((list) =>
        list.every(Number.isFinite),
      ),
    ).toBe(true);
    expect(right.series.loss!.length).toBe(511);
    expect([left.status, left.count]).toEqual(['stationary', 600]);
    const later = race.advance(10);
    expect([later.right.status, later.right.endedAt, later.right.count]).toEqual(['diverged', 512, 0]);
    expect([later.first, later.left.count]).toEqual([601, 10]);
  });

  it('diverged is seen after any other end', () => {
    const { instance, values } = opposite({ c: 6, start: [1], plant: [1] });
    expect(createRun(instance, values).first().right.status).toBe('reached');
    expect(runSides(instance, values, 600).right).toMatchObject({ status: 'diverged', endedAt: 512 });
  });

  it('moving: a step of 4/L cycles for ever', () => {
    const { instance, values } = opposite({ c: 4, start: [0.75] });
    const { right } = runSides(instance, values, 1000);
    expect([right.status, right.endedAt]).toEqual(['moving', null]);
    expect(right.iterates.slice(-2).map(([w]) => w)).toEqual([-0.75, 0.75]);
  });

  it('moving: a heavy ball glides through the dead zone and is dead only where it stops', () => {
    const { instance, values } = ownInstance([1], [1], {
      rule: 'heavyball',
      momentum: 0.9,
      start: [3],
      c: 1.5,
    });
    const { left } = runSides(instance, values, 400);
    // v = -3 to w = 0: inactive from step 1 on, each move 0.9 of the last.
    const drift = left.iterates.map((w, k) => (k === 0 ? 0 : distance(w, left.iterates[k - 1]!)));
    const stopped = drift.findIndex((move, k) => k > 0 && move <= 1e-10 * Math.abs(left.iterates[k]![0]!));
    expect(left.gradientNorms.slice(1).every((value) => value === 0)).toBe(true);
    expect(stopped).toBeGreaterThan(150);
    expect([left.status, left.endedAt]).toEqual(['dead', stopped]);
    expect(left.iterates[400]![0]).toBeCloseTo(-3 * 9, 8);
  });
});

describe('a start at zero', () => {
  const features = [1, 2, -1, 3, 0.5, -1];
  const labels = [1, 2, 0.5];
  const pull = [0, 1].map((j) => labels.reduce((sum, y, i) => sum + y * features[2 * i + j]!, 0) / 3);

  it.each([0, 0.1])('leak %d: f moves by leak times the first step of g, which is step A^T y / n', (leak) => {
    const { instance, values } = ownInstance(features, labels, { start: [0, 0], step: 0.25, leak });
    const { left, right } = runSides(instance, values, 1);
    expect(
      relativeError(
        right.iterates[1]!,
        pull.map((value) => 0.25 * value),
      ),
    ).toBeLessThan(1e-15);
    expect(
      relativeError(
        left.iterates[1]!,
        pull.map((value) => leak * 0.25 * value),
      ),
    ).toBeLessThan(1e-15);
    expect(left.status).toBe(leak === 0 ? 'dead' : 'moving');
  });
});

describe('digits', () => {
  const settings: [string, Values][] = [
    ...RULES.map((rule): [string, Values] => [rule, { rule }]),
    ['a side of its own', { unlock: true, rule: 'sgd', rrule: 'adam', rstep: 0.01 }],
    ['scaled units', { std: true, rule: 'heavyball' }],
    ['a leak and a blend', { leak: 0.1, blend: 0.3 }],
    ['divergence', { c: 100, features: 'gauss', n: 20 }],
  ];

  it.each(settings)('%s: one hundred advances of 1 are one advance of 100, bit for bit', (_, given) => {
    const { instance, values } = instanceOf({ features: 'line', n: 8, noise: 0.2, batch: 3, ...given });
    const whole = createRun(instance, values);
    const frame = [whole.first(), whole.advance(100)][1]!;
    const single = createRun(instance, values);
    single.first();
    const frames = Array.from({ length: 100 }, () => single.advance(1));
    for (const side of ['left', 'right'] as const)
      for (const read of [
        ({ iterates }: SideFrame) => iterates,
        ...['loss', 'gradientNorm', 'distance'].map(
          (name) =>
            ({ series }: SideFrame) =>
              series[name]!,
        ),
      ])
        expect(frames.map((one) => bits(read(one[side]))).join('')).toBe(bits(read(frame[side])));
    for (const side of ['left', 'right'] as const)
      expect([frames[99]![side].status, frames[99]![side].endedAt]).toEqual([
        frame[side].status,
        frame[side].endedAt,
      ]);
    expect(frame.right.count).toBeGreaterThan(0);
  });

  it('two runs of one scenario are the same bits, and another seed gives others', () => {
    const run = (seed: number) => {
      const { instance, values } = instanceOf({
        features: 'gauss',
        n: 30,
        d: 4,
        seed,
        rule: 'sgd',
        noise: 0.1,
      });
      const race = createRun(instance, values);
      return [race.first(), race.advance(50)].map(frameBits);
    };
    expect(run(7)).toEqual(run(7));
    expect(run(7)).not.toEqual(run(8));
  });
});

describe('a race', () => {
  it('keeps its own copies: neither a changed frame nor a changed start changes a run', () => {
    const undisturbed = instanceOf(OPENING);
    const expected = createRun(undisturbed.instance, undisturbed.values);
    expected.first();
    const { instance, values } = instanceOf(OPENING);
    const race = createRun(instance, values);
    const first = race.first();
    for (const side of [first.left, first.right]) side.iterates.fill(9);
    instance.start.fill(7);
    expect(frameBits(race.advance(20))).toEqual(frameBits(expected.advance(20)));
  });

  it('gives the sides frames of their own', () => {
    const { instance, values } = instanceOf(OPENING);
    const { left, right } = createRun(instance, values).first();
    expect([...left.iterates]).toEqual([-1.6, 0.3]);
    expect([...right.iterates]).toEqual([-1.6, 0.3]);
    expect(left.iterates.buffer).not.toBe(right.iterates.buffer);
    expect(left.iterates.buffer).not.toBe(instance.start.buffer);
  });

  it('steps both sides alike until they are unlocked', () => {
    const { instance, values } = instanceOf({ ...OPENING, rule: 'adam', step: 0.05, rrule: 'sgd', rc: 2 });
    const { left, right } = createRun(instance, values).settings;
    expect(left).toEqual({ rule: 'adam', step: 0.05, evaluationsPerStep: 1 });
    expect(right).toEqual(left);

    const unlocked = createRun(instance, { ...values, unlock: true });
    expect(unlocked.settings.left).toEqual(left);
    expect(unlocked.settings.right).toEqual({
      rule: 'sgd',
      step: 2 / instance.smoothness,
      evaluationsPerStep: 0.5,
    });
    expect(createRun(instance, { ...values, unlock: true, rstep: 0.125 }).settings.right.step).toBe(0.125);
  });

  it('an unlocked right side runs its own rule, the left is undisturbed', () => {
    const own = instanceOf({ ...OPENING, unlock: true, rrule: 'heavyball', rc: 0.5 });
    const both = instanceOf({ ...OPENING, rule: 'heavyball', c: 0.5 });
    const plain = instanceOf(OPENING);
    const run = runSides(own.instance, own.values, 30);
    expect(run.right).toEqual(runSides(both.instance, both.values, 30).right);
    expect(run.left).toEqual(runSides(plain.instance, plain.values, 30).left);
    expect(run.right).not.toEqual(runSides(plain.instance, plain.values, 30).right);
  });

  it('takes an absolute step over c, and c itself where L is 0', () => {
    expect([stepLength(3, null, 4), stepLength(3, 0.5, 4), stepLength(3, null, 0)]).toEqual([0.75, 0.5, 3]);
  });

  it('stands still on features that are all zero, and the instance says so', () => {
    const { instance, values } = ownInstance([0, 0], [1, 2], { start: [0.5] });
    expect(instance.notices.map(({ code }) => code)).toEqual(['zero-features']);
    const { left, right } = runSides(instance, values, 3);
    expect([left.status, right.status]).toEqual(['dead', 'dead']);
    expect([...right.iterates[3]!]).toEqual([0.5]);
  });

  it('has no distances without a plant', () => {
    const { instance, values } = ownInstance([1, 2], [1, 0]);
    expect(runSides(instance, values, 2).left.distances).toEqual([Number.NaN, Number.NaN, Number.NaN]);
  });

  it('refuses calls out of order and numbers of steps that are none', () => {
    const { instance, values } = instanceOf(OPENING);
    const race = createRun(instance, values);
    expect(() => race.advance(1)).toThrow('expected first() before advance()');
    race.first();
    expect(() => race.first()).toThrow('expected the first call of this race; 1 steps were taken');
    for (const steps of [0, -1, 1.5, Number.NaN])
      expect(() => race.advance(steps)).toThrow(`expected a positive number of steps; got ${steps}`);
  });
});
