import { expect, test } from 'vitest';
import { createFrameBudget } from './frame-budget.ts';

test('pictures are drawn in one frame until it is spent', () => {
  let now = 100;
  const { mayDraw } = createFrameBudget(() => now);
  const draw = (time: number, costs: number) => {
    const may = mayDraw(time, 0);
    if (may) now += costs;
    return may;
  };
  expect([draw(1, 0.8), draw(1, 0.8), draw(1, 0.8), draw(1, 0.8)]).toEqual([true, true, true, false]);
  expect([draw(2, 70), draw(2, 1), draw(2, 1)]).toEqual([true, false, false]);
  expect([draw(3, 0.1), draw(3, 0.1), draw(3, 0.1)]).toEqual([true, true, true]);
});

test('while a run plays each picture has its turn, however slow the machine', () => {
  for (const costs of [
    [25, 25, 25],
    [1.5, 1.5, 0.7, 0.7, 0.7, 0.7],
    [0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5],
    [12, 12, 8, 8, 8],
    [0.1, 0.1, 0.1],
  ]) {
    let now = 0;
    const { mayDraw } = createFrameBudget(() => now);
    const drawn = costs.map(() => 0);
    const waited = costs.map(() => 0);
    const spent: number[] = [];
    let queue: number[] = [];
    for (let frame = 0; frame < 200; frame++) {
      // The step comes first in a frame and makes all due; waiting pictures asked in the frame before.
      const due = [...new Set([...queue, ...costs.keys()])];
      queue = [];
      const began = now;
      for (const picture of due) {
        if (!mayDraw(frame, waited[picture]!)) {
          waited[picture]!++;
          queue.push(picture);
          continue;
        }
        waited[picture] = 0;
        now += costs[picture]!;
        drawn[picture]!++;
      }
      spent.push(now - began);
    }
    expect(Math.min(...drawn), String(costs)).toBeGreaterThanOrEqual(200 / 4);
    // If the turns can be kept, no frame exceeds the budget by more than one picture.
    const all = costs.reduce((sum, cost) => sum + cost);
    if (all <= 6) expect(Math.max(...spent), String(costs)).toBeLessThanOrEqual(2 + Math.max(...costs));
  }
});
