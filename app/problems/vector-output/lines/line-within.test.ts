import { expect, it } from 'vitest';
import { createPlane } from '../../../charts/geometry.ts';
import { lineWithin } from './line-within.ts';

const rect = { x: 10, y: 20, width: 100, height: 50 };

it('has a line if and only if it crosses the window, from edge to edge, wherever the window lies', () => {
  const far = [0, 1, -30, 1e3, 2e6];
  for (const mx of far)
    for (const my of far)
      for (let turn = 0; turn < 12; turn++)
        for (const share of [-1.6, -0.9, 0, 0.3, 0.95, 1.7]) {
          const plane = createPlane({ x0: mx - 3, x1: mx + 3, y0: my - 1.5, y1: my + 1.5 }, rect);
          const [a, b] = [Math.cos(turn / 2 + 0.1), Math.sin(turn / 2 + 0.1)];
          // Distance of the farthest corner.
          const most = 3 * Math.abs(a) + 1.5 * Math.abs(b);
          const line = [a, b, share * most - a * mx - b * my] as const;
          const found = lineWithin(plane, line);
          expect(found !== null).toBe(Math.abs(share) < 1);
          if (!found) continue;
          const onEdge = (x: number, y: number) =>
            Math.min(...[x - 10, x - 110, y - 20, y - 70].map(Math.abs));
          for (const [px, py] of [found.slice(0, 2), found.slice(2)] as [number, number][]) {
            const [x, y] = plane.toData(px, py);
            // Pixels of a window 2e6 away lose digits.
            const lost = 1e-13 * (1 + Math.abs(mx) + Math.abs(my)) * 100;
            expect(Math.abs(a * x + b * y + line[2])).toBeLessThan(lost);
            expect(onEdge(px, py)).toBeLessThan(1e-9);
          }
          expect(Math.hypot(found[2] - found[0], found[3] - found[1])).toBeGreaterThan(0);
        }
  expect(lineWithin(createPlane({ x0: -1, x1: 1, y0: -1, y1: 1 }, rect), [0, 0, 1])).toBeNull();
  expect(lineWithin(createPlane({ x0: -1, x1: 1, y0: -1, y1: 1 }, rect), [Number.NaN, 0, 1])).toBeNull();
});
