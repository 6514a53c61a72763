import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../fixtures/arbitraries.ts';
import { solveSymmetric } from './cholesky.ts';
import { distance, gram, multiply, norm } from './vector.ts';

const systems = fc
  .record({ n: fc.integer({ min: 1, max: 6 }), d: fc.integer({ min: 1, max: 6 }) })
  .chain(({ n, d }) =>
    fc.record({ n: fc.constant(n), d: fc.constant(d), rows: vectorOf(n * d), b: vectorOf(d) }),
  );

describe('solving a symmetric system', () => {
  it('leaves a residual of rounding size, also when the answer overwrites the right-hand side', () => {
    fc.assert(
      fc.property(systems, ({ n, d, rows, b }) => {
        const matrix = new Float64Array(d * d);
        gram(matrix, rows, n, d);
        const x = new Float64Array(d);
        const image = new Float64Array(d);
        expect(solveSymmetric(x, matrix, b, 0.5, new Float64Array(d * d))).toBe(true);
        multiply(image, matrix, x);
        for (let j = 0; j < d; j++) image[j] = image[j]! + 0.5 * x[j]!;
        expect(distance(image, b)).toBeLessThanOrEqual(1e-13 * (norm(matrix) + 0.5) * norm(x));

        const inPlace = Float64Array.from(b);
        solveSymmetric(inPlace, matrix, inPlace, 0.5, new Float64Array(d * d));
        expect(inPlace).toEqual(x);
      }),
      CHECK,
    );
  });

  it.each([
    ['an indefinite matrix', [1, 2, 2, 1], 0],
    ['a singular matrix', [1, 1, 1, 1], 0],
    ['a negative diagonal', [-1, 0, 0, 1], 0],
    ['a shift that makes it indefinite', [1, 0, 0, 1], -2],
    ['a number that is not finite', [Number.NaN, 0, 0, 1], 0],
    ['an infinite one', [Number.POSITIVE_INFINITY, 0, 0, 1], 0],
  ])('says false for %s', (_, matrix, shift) => {
    const x = new Float64Array(2);
    expect(
      solveSymmetric(x, Float64Array.from(matrix), Float64Array.of(1, 1), shift, new Float64Array(4)),
    ).toBe(false);
  });
});
