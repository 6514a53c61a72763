import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK } from '../fixtures/arbitraries.ts';
import reference from '../fixtures/rules.json';
import { createRandom, fillNormal, MAX_SEED, STREAMS, shuffle } from './random.ts';

describe('random source against NumPy', () => {
  it.each(reference.draws)('uniforms of seed $seed, stream $stream are the same bits', (expected) => {
    const random = createRandom(expected.seed, expected.stream);
    expect(expected.uniforms.map(() => random.uniform())).toEqual(expected.uniforms);
  });

  it.each(reference.draws)(
    'normals of seed $seed, stream $stream agree to the last bit of the logarithm',
    (expected) => {
      const normals = new Float64Array(expected.normals.length);
      fillNormal(normals, createRandom(expected.seed, expected.stream));
      for (const [i, normal] of expected.normals.entries())
        expect(Math.abs(normals[i]! - normal)).toBeLessThanOrEqual(4e-16 * Math.abs(normal));
    },
  );

  it.each(reference.draws)('the second normal of a pair outlives a uniform (seed $seed)', (expected) => {
    const random = createRandom(expected.seed, expected.stream);
    const mixed = [random.normal(), random.uniform(), random.normal(), random.normal()];
    for (const [i, value] of expected.mixed.entries())
      expect(Math.abs(mixed[i]! - value)).toBeLessThanOrEqual(4e-16 * Math.abs(value));
  });

  it.each(reference.orders)('three epochs of $n samples are shuffled alike (seed $seed)', (expected) => {
    const random = createRandom(expected.seed, STREAMS.order);
    const order = Int32Array.from({ length: expected.n }, (_, i) => i);
    for (const epoch of expected.epochs) {
      shuffle(order, random);
      expect([...order]).toEqual(epoch);
    }
  });
});

describe('random source', () => {
  const seeds = fc.integer({ min: 0, max: MAX_SEED });

  it('draws integers below the bound and permutes when it shuffles', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 40 }), (seed, below) => {
        const random = createRandom(seed, STREAMS.order);
        const drawn = Array.from({ length: 20 }, () => random.integer(below));
        expect(drawn.every((k) => Number.isInteger(k) && k >= 0 && k < below)).toBe(true);
        const order = Int32Array.from({ length: below }, (_, i) => i);
        shuffle(order, random);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: below }, (_, i) => i));
      }),
      CHECK,
    );
  });

  it('keeps the streams of one seed, and neighbouring seeds, apart', () => {
    const first = [0, 1].flatMap((seed) =>
      Array.from({ length: 16 }, (_, stream) => createRandom(seed, stream).uniform()),
    );
    expect(new Set(first).size).toBe(32);
    expect(new Set(Object.values(STREAMS)).size).toBe(Object.keys(STREAMS).length);
  });

  it.each([-1, 0.5, MAX_SEED + 1, Number.NaN, Number.POSITIVE_INFINITY])('refuses the seed %s', (seed) => {
    expect(() => createRandom(seed, 0)).toThrow(
      `expected a seed that is an integer from 0 to ${MAX_SEED}; got ${seed}`,
    );
  });
});
