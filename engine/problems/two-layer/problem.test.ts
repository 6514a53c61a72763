import { describe, expect, it } from 'vitest';
import type { Values } from '../../params.ts';
import { createRun, type RunValues } from '../../run/create-run.ts';
import { withDefaults } from '../../scenario/scenario.ts';
import { problem as twoLayer } from './problem.ts';

const valuesOf = (given: Values) => withDefaults('two-layer', given).values;
const instanceOf = (given: Values) => twoLayer.prepare(valuesOf(given), null);
const codesOf = (given: Values) => instanceOf(given).notices.map(({ code, key }) => `${key}: ${code}`);
const runOf = (given: Values) => createRun(instanceOf(given), valuesOf(given) as unknown as RunValues);

describe('data', () => {
  it('one feature gets its column of ones, and says so', () => {
    const { samples, notices } = instanceOf({ features: 'csv', data: 'five-points' });
    expect([samples.dimension, samples.hasOnes]).toEqual([2, true]);
    expect([...samples.features.subarray(0, 4)]).toEqual([-1, 1, -0.4, 1]);
    expect(notices.map(({ code }) => code)).toEqual(['ones-added']);
  });

  it('negative neurons are at most all of them', () => {
    expect(codesOf({ teacher: 2, negative: 5 })).toEqual(['negative: clamped']);
    const { teacher } = instanceOf({ teacher: 2, negative: 5 }).info;
    expect([...teacher!.subarray(4)]).toEqual([-1, -1]);
  });

  it('without noise the teacher makes the labels', () => {
    const { samples, info } = instanceOf({ n: 7, teacher: 1, negative: 0 });
    const [w1, w2] = info.teacher!;
    for (let i = 0; i < 7; i++) {
      const z = samples.features[2 * i]! * w1! + samples.features[2 * i + 1]! * w2!;
      expect(samples.labels[i]).toBeCloseTo(Math.max(0, z), 14);
    }
  });

  it('standardised features are the data: of mean 0 and variance 1 beside the ones', () => {
    const { samples } = instanceOf({ features: 'csv', data: 'stopping-distance', std: true });
    const x = samples.features.filter((_, k) => k % 2 === 0);
    const mean = x.reduce((sum, value) => sum + value, 0) / x.length;
    const square = x.reduce((sum, value) => sum + value * value, 0) / x.length;
    expect(Math.abs(mean)).toBeLessThan(1e-12);
    expect(square).toBeCloseTo(1, 12);
  });
});

describe('starts', () => {
  it('come from a link where their length fits, else from the seed, with a notice', () => {
    const start = [1, 2, 3, 4, 5, 6];
    expect([...instanceOf({ neurons: 2, start }).start]).toEqual(start);
    expect(codesOf({ neurons: 3, start })).toEqual(['start: vector-length']);
    expect([...instanceOf({ neurons: 3, start }).start]).toEqual([...instanceOf({ neurons: 3 }).start]);
  });

  it('of another seed are those that the seed opens', () => {
    expect(instanceOf({ neurons: 5 }).startOf(8)).toEqual(instanceOf({ neurons: 5, sseed: 8 }).start);
  });

  it('with free biases have a constant behind the neurons', () => {
    const { start, sides, info } = instanceOf({ features: 'line', free: true, neurons: 2 });
    expect([start.length, sides.left.dimension, info.constant]).toEqual([7, 7, true]);
    expect(start[6]).toBe(0);
  });
});

describe('the right side', () => {
  it('is the program that fits the data', () => {
    const kinds = [{}, { features: 'line', free: true }, { d: 4 }].map(
      (given) => instanceOf(given).info.program,
    );
    expect(kinds).toEqual(['exact', 'hinges', 'sampled']);
  });

  it('free biases need one feature', () => {
    expect(codesOf({ features: 'csv', data: 'trap', free: true })).toEqual(['free: one-feature-only']);
    expect(codesOf({ features: 'line', free: true })).toEqual([]);
  });

  it('stops where the program has ended; batches do not change a bit of it', () => {
    const [whole, parts] = [runOf({ n: 20, neurons: 4, seed: 3 }), runOf({ n: 20, neurons: 4, seed: 3 })];
    whole.first();
    parts.first();
    const all = whole.advance(40).right;
    const pieces = Array.from({ length: 40 }, () => parts.advance(1).right);
    expect(all.status).toBe('optimal');
    expect(all.count).toBeLessThan(40);
    expect(all.endedAt).toBe(all.count);
    expect(pieces.flatMap(({ series }) => [...series.loss!])).toEqual([...all.series.loss!]);
    expect(pieces.flatMap(({ series }) => [...series.bound!])).toEqual([...all.series.bound!]);
    expect(pieces.flatMap(({ iterates }) => [...iterates])).toEqual([...all.iterates]);
    expect(whole.advance(5).right).toMatchObject({ count: 0, status: 'optimal', endedAt: all.endedAt });
  });

  it('the left never falls below the certified bound', () => {
    const run = runOf({ n: 30, neurons: 20, seed: 4, pseed: 4, beta: 0.02 });
    run.first();
    const { left, right } = run.advance(2000);
    const bound = right.series.bound!.at(-1)!;
    expect(Math.min(...left.series.loss!)).toBeGreaterThanOrEqual(bound);
    expect(Math.min(...left.series.loss!)).toBeLessThan(1.1 * bound);
  });
});

describe('annealing', () => {
  const given = { n: 10, neurons: 3, right: 'relaxed', anneal: 20, seed: 5 };

  it('fades the regulariser out step by step: at its end both losses are F', () => {
    const run = runOf(given);
    const first = run.first().right;
    const { loss: losses, objective: objectives } = run.advance(30).right.series;
    expect(first.series.loss![0]).not.toBe(first.series.objective![0]);
    expect(losses![18]).not.toBe(objectives![18]);
    for (let k = 19; k < 30; k++) expect(losses![k]).toBe(objectives![k]);
  });

  it('does not depend on how the steps are asked for, nor on another run of the same instance', () => {
    const instance = instanceOf(given);
    const values = valuesOf(given) as unknown as RunValues;
    const [one, two] = [createRun(instance, values), createRun(instance, values)];
    one.first();
    const whole = one.advance(30).right;
    two.first();
    const pieces = Array.from({ length: 30 }, () => two.advance(1).right);
    expect(pieces.flatMap(({ series }) => [...series.loss!])).toEqual([...whole.series.loss!]);
  });

  it('is constant without a schedule', () => {
    const { right } = runOf({ ...given, anneal: 0 }).first();
    expect(right.series.loss![0]).toBe(runOf(given).first().right.series.loss![0]);
  });
});

it('equal neurons with equal outputs stay together under the relaxation, and others come together', () => {
  const given = {
    n: 40,
    neurons: 4,
    seed: 3,
    pseed: 3,
    negative: 0,
    beta: 0.05,
    outputs: 'fixed',
    signs: 'ones',
    right: 'relaxed',
  };
  const run = runOf(given);
  run.first();
  const { iterates, count, width } = run.advance(1500).right;
  const last = iterates.slice((count - 1) * width);
  for (let j = 1; j < 4; j++)
    for (let k = 0; k < 2; k++) expect(Math.abs(last[2 * j + k]! - last[k]!)).toBeLessThan(1e-9);
  // One neuron with beta/m has the same minimum, m times as long (docs/mathematics.md, section 7.5).
  const single = runOf({ ...given, neurons: 1, beta: 0.05 / 4 });
  single.first();
  const alone = single.advance(4000).right;
  const one = alone.iterates.slice((alone.count - 1) * alone.width);
  for (let k = 0; k < 2; k++) expect(4 * last[k]!).toBeCloseTo(one[k]!, 6);
});

describe('a rule of the right side', () => {
  const other: Values = { neurons: 3, n: 10, unlock: true, rrule: 'adam', rc: 0.5 };

  it('means nothing where the right side is a program: the link may carry it from the relaxation', () => {
    const { settings } = runOf(other);
    expect(settings.right).toEqual({ ...settings.left, iterates: true });
    const [unlocked, plain] = [runOf(other), runOf({ neurons: 3, n: 10 })];
    unlocked.first();
    plain.first();
    expect(unlocked.advance(5)).toEqual(plain.advance(5));
  });

  it('counts where it descends on the relaxation', () => {
    const { settings } = runOf({ ...other, right: 'relaxed' });
    expect([settings.left.rule, settings.right.rule]).toEqual(['gd', 'adam']);
  });
});
