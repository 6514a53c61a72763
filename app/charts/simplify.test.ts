import { expect, test } from 'vitest';
import { simplify } from './simplify.ts';

test('points on a straight piece are left out, its ends and corners stay', () => {
  expect(simplify([0, 0, 1, 0, 2, 0, 3, 0, 3, 1, 3, 2], 0.01)).toEqual([0, 0, 3, 0, 3, 2]);
});

test('no point of a curve lies farther from its pieces than the tolerance', () => {
  const circle: number[] = [];
  for (let i = 0; i <= 720; i++) {
    const angle = (i * Math.PI) / 360;
    circle.push(100 * Math.cos(angle), 100 * Math.sin(angle));
  }
  const few = simplify(circle, 0.05);
  expect(few.length).toBeLessThan(circle.length / 3);
  // A piece's middle is farthest from the arc.
  for (let i = 0; i + 3 < few.length; i += 2) {
    const [x, y] = [(few[i]! + few[i + 2]!) / 2, (few[i + 1]! + few[i + 3]!) / 2];
    expect(100 - Math.hypot(x, y)).toBeLessThan(0.06);
  }
});

test('not finite points are left out, and what is short stays', () => {
  expect(simplify([0, 0, Number.NaN, 1, 1, 1], 0.1)).toEqual([0, 0, 1, 1]);
  expect(simplify([], 0.1)).toEqual([]);
});
