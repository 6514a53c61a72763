import { expect, test } from 'vitest';
import { createFrameBudget } from './frame-budget.ts';

test('pictures are drawn in one frame until it is spent', () => {
  let now = 100;
  const mayDraw = createFrameBudget(() => now);
  const draw = (time: number, costs: number) => {
    const may = mayDraw(time, false);
    if (may) now += costs;
    return may;
  };
  expect([draw(1, 8), draw(1, 8), draw(1, 8), draw(1, 8)]).toEqual([true, true, true, false]);
  expect([draw(2, 70), draw(2, 1), draw(2, 1)]).toEqual([true, false, false]);
  expect([draw(3, 1), draw(3, 1), draw(3, 1)]).toEqual([true, true, true]);
});

test('while a run plays no picture waits twice, however slow the machine', () => {
  for (const costs of [
    [25, 25, 25],
    [15, 15, 7, 7, 7, 7],
    [12, 12, 8, 8, 8],
    [1, 1, 1],
  ]) {
    let now = 0;
    const mayDraw = createFrameBudget(() => now);
    const drawn = costs.map(() => 0);
    const waited = costs.map(() => false);
    let queue: number[] = [];
    for (let frame = 0; frame < 200; frame++) {
      // The step comes first in a frame and makes all due; those that wait have asked for the frame before it.
      const due = [...new Set([...queue, ...costs.keys()])];
      queue = [];
      for (const picture of due) {
        waited[picture] = !mayDraw(frame, waited[picture]!);
        if (waited[picture]) queue.push(picture);
        else {
          now += costs[picture]!;
          drawn[picture]!++;
        }
      }
    }
    expect(Math.min(...drawn), String(costs)).toBeGreaterThanOrEqual(100);
  }
});
