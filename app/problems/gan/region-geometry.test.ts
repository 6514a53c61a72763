import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CHECK } from '../../../engine/fixtures/arbitraries.ts';
import { dotAt, holds, regionPlane, windowOf } from './region-geometry.ts';

const positive = fc.integer({ min: 1, max: 1e6 }).map((k) => k / 1e4);

test('a window is round, and its dots have room in it', () => {
  expect(windowOf(0.2, 1)).toEqual({ eta: 1, rho: 2 });
  expect(windowOf(0.05, 0)).toEqual({ eta: 0.2, rho: 1 });
  fc.assert(
    fc.property(positive, positive, (eta, rho) => {
      const window = windowOf(eta, rho);
      for (const side of [window.eta, window.rho])
        expect(['1', '2', '5']).toContain(side.toExponential().replace(/e.*/, ''));
      expect(window.eta / eta).toBeGreaterThanOrEqual(4 * (1 - 1e-9));
      expect(window.eta / eta).toBeLessThanOrEqual(10 * (1 + 1e-9));
      expect(window.rho).toBeGreaterThanOrEqual(1.25 * rho * (1 - 1e-9));
    }),
    CHECK,
  );
});

test('a moved dot stays in the window, its step above 0, and lands where it is put again', () => {
  fc.assert(
    fc.property(
      fc.double({ min: -3, max: 3, noNaN: true }),
      fc.double({ min: -3, max: 3, noNaN: true }),
      (x, y) => {
        const window = { eta: 0.5, rho: 2 };
        const dot = dotAt(x, y, window);
        expect(dot.eta).toBeGreaterThan(0);
        expect(dot.eta).toBeLessThanOrEqual(window.eta);
        expect(dot.rho).toBeGreaterThanOrEqual(0);
        expect(dot.rho).toBeLessThanOrEqual(window.rho);
        expect(dotAt(dot.eta, dot.rho, window)).toEqual(dot);
        if (x > 0.01 && x < 0.49) expect(Math.abs(dot.eta - x)).toBeLessThanOrEqual(window.eta / 400 + 1e-12);
      },
    ),
    CHECK,
  );
});

test('the window fills its plane: 0 at the lower left', () => {
  const plane = regionPlane({ eta: 1, rho: 2 }, { width: 300, height: 240 }, 1);
  const { rect } = plane;
  expect([...plane.toPixel(0, 0)]).toEqual([rect.x, rect.y + rect.height]);
  expect([...plane.toPixel(1, 2)]).toEqual([rect.x + rect.width, rect.y]);
});

test('a convex polygon holds what lies between its corners and nothing beyond', () => {
  const triangle = [0, 0, 4, 4, 0, 2];
  expect(holds(triangle, 1, 2)).toBe(true);
  expect(holds(triangle, 2, 2)).toBe(true);
  expect(holds(triangle, 2, 1.9)).toBe(false);
  expect(holds([], 0, 0)).toBe(false);
  const inside = fc.tuple(
    fc.double({ min: 0, max: 1, noNaN: true }),
    fc.double({ min: 0, max: 1, noNaN: true }),
  );
  fc.assert(
    fc.property(inside, ([a, b]) => {
      const [u, v] = a + b > 1 ? [1 - a, 1 - b] : [a, b];
      expect(holds(triangle, 0.999 * (4 * u) + 0.001, 0.999 * (4 * u + 2 * v) + 0.0015)).toBe(true);
      expect(holds(triangle, 4 + u + 1e-9, 2 * v)).toBe(false);
    }),
    CHECK,
  );
});
