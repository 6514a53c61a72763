import { expect, test } from 'vitest';
import { createFrameBudget } from './frame-budget.ts';

test('pictures are drawn in one frame until it is spent; the first of the next frame is drawn whatever it costs', () => {
  let now = 100;
  const mayDraw = createFrameBudget(() => now);
  const draw = (time: number, costs: number) => {
    const may = mayDraw(time);
    if (may) now += costs;
    return may;
  };
  expect([draw(1, 8), draw(1, 8), draw(1, 8), draw(1, 8)]).toEqual([true, true, true, false]);
  expect([draw(2, 70), draw(2, 1), draw(2, 1)]).toEqual([true, false, false]);
  expect([draw(3, 1), draw(3, 1), draw(3, 1)]).toEqual([true, true, true]);
});
