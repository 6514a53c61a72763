import fc from 'fast-check';
import { expect, test } from 'vitest';
import { kthSmallest } from './kth-smallest.ts';

test('of any numbers it is the one at its place among the sorted', () => {
  const numbers = fc.array(fc.oneof(fc.double({ noNaN: true }), fc.integer({ min: 0, max: 3 })), {
    minLength: 1,
    maxLength: 60,
  });
  fc.assert(
    fc.property(numbers, fc.nat(), (values, at) => {
      const k = at % values.length;
      // Adding 0 turns -0 into 0.
      expect(kthSmallest(Float64Array.from(values), k) + 0).toBe(Float64Array.from(values).sort()[k]! + 0);
    }),
  );
});
