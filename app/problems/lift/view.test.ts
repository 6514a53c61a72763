import { describe, expect, it } from 'vitest';
import { createLiftedLoss } from '../../../engine/problems/lift/lifted-loss.ts';
import { allWords } from '../../i18n/all-words.ts';
import { levelOf } from './levels.ts';
import { outsideOf } from './view.ts';

/** True if inside: an odd number of edges is to the right. */
function isIn(polygon: readonly number[], x: number, y: number): boolean {
  let odd = false;
  for (let i = 0; i < polygon.length; i += 2) {
    const j = (i + 2) % polygon.length;
    const [ax, ay, bx, by] = [polygon[i]!, polygon[i + 1]!, polygon[j]!, polygon[j + 1]!];
    if (ay > y !== by > y && x < ax + ((y - ay) / (by - ay)) * (bx - ax)) odd = !odd;
  }
  return odd;
}

describe('what the lift does not allow', () => {
  const { loss } = createLiftedLoss(1, 0.25);

  it.each([
    ['about the origin', { x0: -2, x1: 2, y0: -2, y1: 2 }],
    ['with w above 0 alone', { x0: -1, x1: 3, y0: 0.5, y1: 2 }],
    ['with v above 0 alone', { x0: 1, x1: 3, y0: -0.5, y1: 2 }],
    ['with v below 0 alone', { x0: -3, x1: -1, y0: -1, y1: 2 }],
    ['all forbidden', { x0: -3, x1: -1, y0: -2, y1: -1 }],
  ])('is where the engine’s loss is infinite, in a window %s', (_, view) => {
    const { polygon, arms } = outsideOf('right', view)!;
    for (let i = 0; i < 23; i++)
      for (let j = 0; j < 23; j++) {
        const x = view.x0 + ((i + 0.5) / 23) * (view.x1 - view.x0);
        const y = view.y0 + ((j + 0.5) / 23) * (view.y1 - view.y0);
        const isForbidden = loss(Float64Array.of(x, y)) === Number.POSITIVE_INFINITY;
        expect(isIn(polygon, x, y), `${x}, ${y}`).toBe(isForbidden);
        expect(
          arms.some((arm) => isIn(arm, x, y)),
          `${x}, ${y}`,
        ).toBe(isForbidden);
      }
  });

  it('is nothing on the left, and in a window of v, w ≥ 0', () => {
    const view = { x0: -2, x1: 2, y0: -2, y1: 2 };
    expect(outsideOf('left', view)).toBeNull();
    expect(outsideOf('right', { x0: 0, x1: 2, y0: 0, y1: 2 })).toBeNull();
  });

  it('is named by what is forbidden', () => {
    expect(allWords('en')['lift.outside']).toBe('not feasible: v < 0 or w < 0');
  });
});

it('the idea draws weights of one fit: their product on the left, their difference on the right', () => {
  for (const fit of [0.25, 1, 1.5]) {
    const [left, right] = [levelOf('left', fit), levelOf('right', fit)];
    for (let i = 0; i < left.length; i += 2) expect(left[i]! * left[i + 1]!).toBeCloseTo(fit, 12);
    for (let i = 0; i < right.length; i += 2) expect(right[i]! - right[i + 1]!).toBeCloseTo(fit, 12);
  }
});
