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
  it('is MT19937: of the seed 5489 the 10,000th word is 4123659995 (the C++ standard, rand.predef)', () => {
    const random = createRandom(343, 1);
    let last = 0;
    for (let k = 0; k < 5000; k++) last = random.uniform();
    expect((last * 2 ** 53) % 2 ** 26).toBe(4123659995 >>> 6);
  });

  it('begins again with the numbers of another seed, whatever was drawn, and fills as it draws one by one', () => {
    const drawn = fc.array(fc.tuple(fc.boolean(), fc.nat(9)), { maxLength: 30 });
    fc.assert(
      fc.property(seeds, seeds, fc.nat(1500), drawn, (before, seed, much, draws) => {
        const random = createRandom(before, 2);
        random.fill(new Float64Array(much), 0, much);
        random.reseed(seed, 1);
        const one = createRandom(seed, 1);
        for (const [isUniform, count] of draws) {
          if (isUniform) expect(random.uniform()).toBe(one.uniform());
          const filled = new Float64Array(count + 2).fill(7);
          random.fill(filled, 1, count + 1);
          expect([...filled]).toEqual([7, ...Array.from({ length: count }, one.normal), 7]);
        }
      }),
      CHECK,
    );
  });

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
