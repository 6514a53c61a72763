import { describe, expect, it } from 'vitest';
import { allPermutations, anyMatrix } from '../../../fixtures/doubly-stochastic.ts';
import { createRandom, type RandomSource } from '../../../kernels/random.ts';
import { createAssigner } from './assignment.ts';

const source = (stream: number): RandomSource => createRandom(19_550_301, stream);
const LISTS = Array.from({ length: 7 }, (_, n) => allPermutations(n));
const sumOf = (weights: Float64Array, permutation: ArrayLike<number>) => {
  const n = permutation.length;
  let sum = 0;
  for (let i = 0; i < n; i++) sum += weights[i * n + permutation[i]!]!;
  return sum;
};
/** Half of them integers, with many ties. */
const anyWeights = (random: RandomSource, n: number) =>
  random.uniform() < 0.5
    ? anyMatrix(random, n, 10)
    : Float64Array.from({ length: n * n }, () => random.integer(4));

describe('an assignment', () => {
  it.each([1, -1] as const)(
    'with the sign %d is the best of all n!, and so is the second one, n = 1..6',
    (sign) => {
      const random = source(0);
      let ties = 0;
      for (let draw = 0; draw < 600; draw++) {
        const n = 1 + random.integer(6);
        const weights = anyWeights(random, n);
        const assigner = createAssigner(n);
        const sum = assigner.assign(weights, sign);
        const sums = LISTS[n]!.map((permutation) => sign * sumOf(weights, permutation)).sort((a, b) => a - b);
        expect(Math.abs(sum - sums[0]!)).toBeLessThan(1e-12);
        expect(sum - sign * sumOf(weights, assigner.permutation)).toBe(0);
        expect([...assigner.permutation].sort((a, b) => a - b)).toEqual(
          Array.from({ length: n }, (_, k) => k),
        );
        const second = assigner.secondBest(weights, sign);
        if (n === 1) expect(second).toBe(Number.POSITIVE_INFINITY);
        else expect(Math.abs(second - (sums[1]! - sums[0]!))).toBeLessThan(1e-12);
        if (second < 1e-9) ties++;
        expect(second < 1e-9).toBe(n > 1 && sums[1]! - sums[0]! < 1e-9);
      }
      expect(ties).toBeGreaterThan(100);
    },
  );

  it('is proved by its duals, n = 2..10: no reduced weight is negative, and those of the permutation are 0', () => {
    const random = source(1);
    for (let draw = 0; draw < 2000; draw++) {
      const n = 2 + random.integer(9);
      const weights = anyWeights(random, n);
      const assigner = createAssigner(n);
      assigner.assign(weights, -1);
      const { permutation, rows, columns } = assigner;
      const reduced = weights.map((weight, at) => -weight - rows[Math.floor(at / n)]! - columns[at % n]!);
      const own = Float64Array.from(permutation, (j, i) => reduced[i * n + j]!);
      expect(Math.min(...reduced)).toBeGreaterThan(-1e-12);
      expect(Math.max(...own)).toBeLessThan(1e-12);
    }
  });

  it('keeps nothing from one call to the next', () => {
    const random = source(2);
    const one = createAssigner(6);
    for (let draw = 0; draw < 100; draw++) {
      const weights = anyWeights(random, 6);
      const other = createAssigner(6);
      expect(one.assign(weights, 1)).toBe(other.assign(weights, 1));
      expect([...one.permutation]).toEqual([...other.permutation]);
      expect([...one.rows, ...one.columns]).toEqual([...other.rows, ...other.columns]);
    }
  });

  it('is NaN and the identity where an entry is not finite, and 0 of nothing', () => {
    const assigner = createAssigner(3);
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY]) {
      assigner.assign(Float64Array.of(1, 0, 0, 0, 0, 1, 0, 1, 0), 1);
      expect(assigner.assign(Float64Array.of(1, 0, 0, 0, 0, wrong, 0, 1, 0), 1)).toBeNaN();
      expect([...assigner.permutation]).toEqual([0, 1, 2]);
    }
    expect(createAssigner(0).assign(new Float64Array(0), 1)).toBe(0);
  });
});
