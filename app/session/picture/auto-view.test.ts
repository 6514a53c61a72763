import { expect, test } from 'vitest';
import { autoView, windowAround } from './pictures.ts';

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

test('a slice is seen about the middle of its points', () => {
  const { x0, x1, y0, y1 } = windowAround([
    [-4, 0],
    [0, 0],
    [0, 1],
    [Number.NaN, 99],
  ]);
  expect([x0, x1, y0, y1]).toEqual([-2 - 2.75, -2 + 2.75, 0.5 - 2.75, 0.5 + 2.75]);
  expect(windowAround([[1, 1]])).toEqual({ x0: -1, x1: 3, y0: -1, y1: 3 });
});
