import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../fixtures/arbitraries.ts';
import { addOuterProducts, multiplySymmetric } from './symmetric.ts';
import { multiply } from './vector.ts';

/** Integers: every sum is exact, so that blocks of four and single rows give the same bits. */
const whole = (length: number) => vectorOf(length, fc.integer({ min: -9, max: 9 }));
const shapes = fc.record({ n: fc.integer({ min: 1, max: 11 }), d: fc.integer({ min: 1, max: 11 }) });

describe('symmetric matrices by their upper triangle', () => {
  it('a product is that of the whole matrix', () => {
    fc.assert(
      fc.property(
        shapes.chain(({ d }) => fc.tuple(whole(d * d), whole(d))),
        ([entries, x]) => {
          const d = x.length;
          const full = entries.map((_, at) => entries[Math.min(at, (at % d) * d + Math.floor(at / d))]!);
          const upper = full.map((value, at) => (at % d >= Math.floor(at / d) ? value : Number.NaN));
          const [expected, actual] = [new Float64Array(d), new Float64Array(d).fill(5)];
          multiply(expected, full, x);
          multiplySymmetric(actual, upper, x);
          // -0 and 0 count as equal here.
          expect(actual.map((value) => value + 0)).toEqual(expected.map((value) => value + 0));
        },
      ),
      CHECK,
    );
  });

  it('adds weighted outer products of the picked rows, however many are left over from blocks of four', () => {
    const leftOver = new Set<number>();
    fc.assert(
      fc.property(
        shapes.chain(({ n, d }) =>
          fc.tuple(whole(n * d), whole(n), whole(d * d), fc.subarray(Array.from({ length: n }, (_, i) => i))),
        ),
        ([rows, factors, before, picked]) => {
          const n = factors.length;
          const d = rows.length / n;
          leftOver.add(picked.length % 4);
          const sum = before.slice();
          addOuterProducts(sum, rows, d, Int32Array.from(picked), factors, picked.length);
          for (let j = 0; j < d; j++)
            for (let k = j; k < d; k++) {
              const added = picked.reduce(
                (total, i, at) => total + factors[at]! * rows[i * d + j]! * rows[i * d + k]!,
                0,
              );
              expect(sum[j * d + k]).toBe(before[j * d + k]! + added);
            }
        },
      ),
      CHECK,
    );
    expect(leftOver.size).toBe(4);
  });
});
