import { expect, test } from 'vitest';
import { autoView } from './auto-view.ts';

test('the opening scene is seen in the square of 2.2 about the origin', () => {
  const { x0, x1, y0, y1 } = autoView([
    [-1.6, 0.3],
    [1, 0.2],
  ]);
  expect(x1).toBeCloseTo(2.2, 12);
  expect([x0, y0, y1]).toEqual([-x1, -x1, x1]);
});

test('axes part where own data asks for it', () => {
  const { x1, y1 } = autoView([
    [4.1, -20.6],
    [1, 0],
  ]);
  expect(x1).toBeLessThan(6);
  expect(y1).toBeGreaterThan(25);
});

test('points at the origin or without finite coordinates still give a window', () => {
  expect(autoView([[0, 0]])).toEqual({ x0: -2, x1: 2, y0: -2, y1: 2 });
  expect(autoView([[Number.NaN, Number.POSITIVE_INFINITY]])).toEqual({ x0: -2, x1: 2, y0: -2, y1: 2 });
});
