import { expect, test } from 'vitest';
import { AllocationError, allocate } from './allocate.ts';

test('numbers come as zeros', () => {
  expect(allocate(3)).toEqual(Float64Array.of(0, 0, 0));
});

test('what cannot be had is refused with its bytes', () => {
  // Exceeds the maximum array length, so nothing is reserved.
  expect(() => allocate(2 ** 50)).toThrow(AllocationError);
  expect(() => allocate(2 ** 50)).toThrow(`${2 ** 53} bytes`);
});
