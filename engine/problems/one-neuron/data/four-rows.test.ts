import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHECK } from '../../../fixtures/arbitraries.ts';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { addScaled, dot } from '../../../kernels/vector.ts';
import { addFour, multiplyFour } from './four-rows.ts';

const sizes = fc.record({
  n: fc.integer({ min: 1, max: 11 }),
  d: fc.integer({ min: 1, max: 9 }),
  seed: fc.nat(99),
});

it('gives the bits of one row after the other, however many are left at the end', () => {
  fc.assert(
    fc.property(sizes, ({ n, d, seed }) => {
      const random = createRandom(seed, 9);
      const [matrix, w] = [new Float64Array(n * d), new Float64Array(d)];
      fillNormal(matrix, random);
      fillNormal(w, random);
      const [sum, plain] = [new Float64Array(d), new Float64Array(d)];
      const [z, factors] = [new Float64Array(4), new Float64Array(4)];
      for (let first = 0; first < n; first += 4) {
        const count = Math.min(4, n - first);
        multiplyFour(z, matrix, first, count, w);
        for (let k = 0; k < count; k++) {
          const row = matrix.subarray((first + k) * d, (first + k + 1) * d);
          expect(z[k]).toBe(dot(w, row));
          // Some are inactive.
          factors[k] = (first + k + seed) % 3 === 0 ? 0 : random.normal();
          addScaled(plain, row, factors[k]!);
        }
        addFour(sum, matrix, first, count, factors);
      }
      expect(sum).toEqual(plain);
    }),
    CHECK,
  );
});
