import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factorial, permutationAt } from '../permutation-costs.ts';
import { tiedEntries } from './rounding.ts';

/** Returns the entries of all permutations with the largest <X, M>, by listing n!. */
function byListing(matrix: Float64Array, n: number): number[] {
  const all = Array.from({ length: factorial(n) }, (_, index) => permutationAt(index, n));
  const along = all.map((p) => p.reduce((sum, column, row) => sum + matrix[n * row + column]!, 0));
  const largest = Math.max(...along);
  const tied = all.filter((_, index) => along[index]! >= largest - 1e-9);
  return [...new Set(tied.flatMap((p) => p.map((column, row) => n * row + column)))].sort((a, b) => a - b);
}

describe('the entries of tied permutations', () => {
  it('are those that a list of all n! finds', () => {
    // Means of few permutations: ties are frequent.
    const mixed = fc.integer({ min: 2, max: 5 }).chain((n) =>
      fc.record({
        n: fc.constant(n),
        indices: fc.array(fc.integer({ min: 0, max: factorial(n) - 1 }), { minLength: 1, maxLength: 4 }),
      }),
    );
    fc.assert(
      fc.property(mixed, ({ n, indices }) => {
        const matrix = new Float64Array(n * n);
        for (const index of indices)
          permutationAt(index, n).forEach((column, row) => {
            matrix[n * row + column]! += 1 / indices.length;
          });
        expect(tiedEntries(matrix, n)).toEqual(byListing(matrix, n));
      }),
    );
  });

  it('are all at the centre, and a difference above the tolerance unties', () => {
    expect(tiedEntries(new Float64Array(100).fill(0.1), 10)).toHaveLength(100);
    const near = (by: number) => Float64Array.of(0.5 + by, 0.5 - by, 0.5 - by, 0.5 + by);
    expect(tiedEntries(near(2e-10), 2)).toEqual([0, 1, 2, 3]);
    expect(tiedEntries(near(1e-9), 2)).toEqual([0, 3]);
  });
});
