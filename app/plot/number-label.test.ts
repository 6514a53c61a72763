import { expect, it } from 'vitest';
import { formatCount, formatLevel, formatPower, formatTick } from './number-label.ts';

it('writes powers of ten', () => {
  expect([-12, -1, 0, 1, 3].map(formatPower)).toEqual(['10⁻¹²', '10⁻¹', '1', '10', '10³']);
  expect(formatPower(Number.NaN)).toBe('');
});

it('writes levels shortly', () => {
  expect([0.05, 0.0999, 2, 300, 1000, 3e-4, -0.5, 0].map(formatLevel)).toEqual([
    '0.05',
    '0.1',
    '2',
    '300',
    '10³',
    '3×10⁻⁴',
    '−0.5',
    '0',
  ]);
  expect(formatLevel(Number.POSITIVE_INFINITY)).toBe('');
});

it('writes ticks with the digits of their step and no negative zero', () => {
  expect([-0.5, -0, 1].map((value) => formatTick(value, 0.5))).toEqual(['−0.5', '0.0', '1.0']);
  expect(formatTick(-20, 20)).toBe('−20');
});

it('writes counts', () => {
  expect([800, 9999, 12_000, 1_500_000].map(formatCount)).toEqual(['800', '9999', '12k', '1.5M']);
});
