import ln from '@stdlib/math-base-special-ln';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHECK } from '../fixtures/arbitraries.ts';
import { logarithm } from './logarithm.ts';

test('the logarithm has the bits of fdlibm', () => {
  const significands = fc.oneof(
    fc.double({ min: 1, max: 2, maxExcluded: true, noNaN: true }),
    // Near 1, where another series is used, and where the halves meet.
    fc.double({ min: -(2 ** -19), max: 2 ** -19, noNaN: true }).map((off) => 1 + off),
    fc.constantFrom(1, 1 + 2 ** -52, 1 + 2 ** -20, Math.SQRT2, 2 - 2 ** -21, 2 - 2 ** -52),
  );
  fc.assert(
    fc.property(significands, fc.integer({ min: -1021, max: 1020 }), (significand, exponent) => {
      const x = significand * 2 ** exponent;
      expect(logarithm(x)).toBe(ln(x));
      expect(logarithm(significand)).toBe(ln(significand));
    }),
    { ...CHECK, numRuns: 5000 },
  );
});
