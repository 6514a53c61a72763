import { expect, test } from 'vitest';
import recovery from '../fixtures/recovery.json' with { type: 'json' };
import { fairTail, mcnemar, recoverable } from './binomial.ts';

test('the probability of a unique plant agrees with the reference values', () => {
  expect(recovery.values.length).toBe(34);
  for (const { n, d, probability } of recovery.values)
    expect(Math.abs(recoverable(n, d) / probability - 1), `n = ${n}, d = ${d}`).toBeLessThan(1e-12);
});

test('both tails of a fair coin make one, and the tail grows with m', () => {
  for (const n of [0, 1, 2, 7, 40, 1000, 100_001])
    for (const share of [0, 0.1, 0.3, 0.49, 0.5, 0.51, 0.9, 1]) {
      const m = Math.floor(share * n);
      expect(Math.abs(fairTail(n, m) + fairTail(n, n - m - 1) - 1)).toBeLessThan(1e-11);
      expect(fairTail(n, m)).toBeGreaterThanOrEqual(fairTail(n, m - 1));
    }
  // For odd n the middle splits it evenly.
  expect(Math.abs(fairTail(100_001, 50_000) - 0.5)).toBeLessThan(1e-11);
});

test("McNemar's exact test", () => {
  expect(mcnemar(0, 0)).toBe(1);
  expect(mcnemar(5, 5)).toBe(1);
  // 2 (1 + 10 + 45)/1024, by Pascal's triangle.
  expect(mcnemar(2, 8)).toBe((2 * 56) / 1024);
  expect(mcnemar(8, 2)).toBe(mcnemar(2, 8));
  expect(mcnemar(0, 20)).toBe(2 ** -19);
  // 0 of 100,000: underflows to 0, not NaN.
  expect(mcnemar(0, 100_000)).toBe(0);
});

test('no number of trials', () => {
  expect(() => fairTail(1.5, 1)).toThrow('expected a whole number of trials; got 1.5');
  expect(() => fairTail(-1, 1)).toThrow(RangeError);
});
