import { expect, test } from 'vitest';
import { formatNumberShort, formatPoint, formatReadout } from './format.ts';

test.each([
  [0.001, '0.001'],
  [1e-12, '1e−12'],
  [2.5e-7, '2.5e−7'],
  [-0.5, '−0.5'],
  [1e6, '1e6'],
  [20, '20'],
  [0.2999999999999999, '0.3'],
])('%d is written %s', (value, text) => {
  expect(formatNumberShort(value)).toBe(text);
});

test('read-outs keep the digits that matter', () => {
  expect(formatReadout(0.17449)).toBe('0.17449');
  expect(formatReadout(0.00001234)).toBe('1.234e−5');
  expect(formatReadout(Number.NaN)).toBe('–');
  expect(formatPoint([-1.6, 0.3])).toBe('(−1.600, 0.300)');
});
