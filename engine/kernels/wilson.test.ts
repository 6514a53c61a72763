import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK } from '../fixtures/arbitraries.ts';
import { wilson } from './wilson.ts';

const counts = fc
  .integer({ min: 1, max: 500 })
  .chain((trials) => fc.tuple(fc.integer({ min: 0, max: trials }), fc.constant(trials)));

describe("Wilson's interval", () => {
  it('is that of the published comparison', () => {
    // R. G. Newcombe 1998, Statistics in Medicine 17, 857-872, Table I, method 3 (95 %), to four places.
    for (const [successes, trials, low, high] of [
      [81, 263, 0.2553, 0.3662],
      [15, 148, 0.0624, 0.1605],
      [0, 20, 0, 0.1611],
      [1, 29, 0.0061, 0.1718],
    ] as const) {
      const interval = wilson(successes, trials);
      expect(interval.low).toBeCloseTo(low, 4);
      expect(interval.high).toBeCloseTo(high, 4);
    }
  });

  it('ends where the share seen is z standard deviations off: (p - q)^2 = z^2 q (1 - q)/n', () => {
    fc.assert(
      fc.property(counts, fc.constantFrom(0.5, 1.96, 3), ([successes, trials], z) => {
        const { low, high } = wilson(successes, trials, z);
        const p = successes / trials;
        for (const q of [low, high]) expect((p - q) ** 2).toBeCloseTo((z * z * q * (1 - q)) / trials, 14);
        expect(low).toBeLessThanOrEqual(p);
        expect(high).toBeGreaterThanOrEqual(p);
      }),
      CHECK,
    );
  });

  it('of failures is mirrored, and stays in the unit interval', () => {
    fc.assert(
      fc.property(counts, ([successes, trials]) => {
        const one = wilson(successes, trials);
        const other = wilson(trials - successes, trials);
        expect(one.low).toBeCloseTo(1 - other.high, 14);
        expect(one.low).toBeGreaterThanOrEqual(0);
        expect(one.high).toBeLessThanOrEqual(1);
      }),
      CHECK,
    );
  });

  it('begins at 0 without successes and ends at 1 without failures, whatever z', () => {
    for (let z = 0.01; z < 5; z += 0.01) {
      expect(wilson(0, 7, z).low).toBe(0);
      expect(wilson(7, 7, z).high).toBe(1);
    }
  });

  it('says nothing without trials and shrinks to the share with z = 0', () => {
    expect(wilson(0, 0)).toEqual({ low: 0, high: 1 });
    expect(wilson(3, 4, 0)).toEqual({ low: 0.75, high: 0.75 });
  });

  it('refuses counts that are none', () => {
    for (const [successes, trials] of [
      [-1, 4],
      [5, 4],
      [Number.NaN, 4],
    ] as const)
      expect(() => wilson(successes, trials)).toThrow(RangeError);
  });
});
