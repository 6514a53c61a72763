import { expect, it } from 'vitest';
import { descentMethod } from './method.ts';

it.each([
  [1, 2, 'direct'],
  [10_000, 2, 'direct'],
  [10_001, 2, 'sectors'],
  [1_000_000, 2, 'sectors'],
  [200, 20, 'direct'],
  [999, 20, 'direct'],
  [1000, 20, 'lazy'],
  [10_000, 100, 'lazy'],
  [399, 100, 'direct'],
  [400, 100, 'lazy'],
  [1_000_000, 1, 'lazy'],
  [19_999, 1, 'direct'],
] as const)('n = %d, d = %d: %s, on every machine', (n, d, method) => {
  expect(descentMethod(n, d)).toBe(method);
});
