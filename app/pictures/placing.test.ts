import { expect, test } from 'vitest';
import { arrowMove, snapped, within } from './placing.ts';

const VIEW = { x0: -2, x1: 2, y0: -1, y1: 1 };

test('what is moved by hand stays in the window', () => {
  expect(within([5, -7], VIEW)).toEqual([1.96, -0.98]);
  expect(within([0.5, 0.25], VIEW)).toEqual([0.5, 0.25]);
});

test('arrow keys move by a share of the window, Shift eight times as far, other keys not at all', () => {
  expect(arrowMove({ key: 'ArrowLeft', shiftKey: false }, VIEW)).toEqual([-4 / 80, 0]);
  expect(arrowMove({ key: 'ArrowUp', shiftKey: true }, VIEW)).toEqual([0, (8 * 2) / 80]);
  expect(arrowMove({ key: 'a', shiftKey: false }, VIEW)).toBeNull();
});

test('places snap to three decimals', () => {
  expect(snapped(-1.23456)).toBe(-1.235);
  expect(Object.is(snapped(-0.0001), 0)).toBe(true);
});
