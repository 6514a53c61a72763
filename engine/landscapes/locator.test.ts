import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK } from '../fixtures/arbitraries.ts';
import { createRandom, fillNormal } from '../kernels/random.ts';
import { createLocator } from './locator.ts';

/** Angle in [0, 2 pi). */
function angleOf(x: number, y: number): number {
  const angle = Math.atan2(y, x);
  return angle < 0 ? angle + 2 * Math.PI : angle;
}

/** `count` directions by angle, of various lengths. */
function randomRays(count: number, seed: number): Float64Array {
  const random = createRandom(seed, 7);
  const list = Array.from({ length: count }, () => [random.normal(), random.normal()] as const);
  return Float64Array.from(list.toSorted((a, b) => angleOf(...a) - angleOf(...b)).flat());
}

/** Finds the last ray at or before a direction by linear search. */
function search(rays: Float64Array, x: number, y: number): number {
  let found = rays.length / 2 - 1;
  for (let k = 0; 2 * k < rays.length && angleOf(rays[2 * k]!, rays[2 * k + 1]!) <= angleOf(x, y); k++)
    found = k;
  return found;
}

describe('the locator', () => {
  it.each([2, 3, 10, 500, 20_000])('finds the sector among %d rays, one point or many at once', (count) => {
    const rays = randomRays(count, count);
    const { locate, locateAll } = createLocator(rays);
    const points = new Float64Array(400);
    fillNormal(points, createRandom(1, 7));
    const xs = points.filter((_, j) => j % 2 === 0);
    const ys = points.filter((_, j) => j % 2 === 1);
    const sectors = new Int32Array(200);
    locateAll(sectors, xs, ys);
    for (let k = 0; k < 200; k++) {
      expect(sectors[k]).toBe(search(rays, xs[k]!, ys[k]!));
      expect(locate(xs[k]!, ys[k]!)).toBe(sectors[k]);
    }
  });

  it('puts a point on a ray behind it, wherever on the ray', () => {
    const rays = randomRays(50, 3);
    const { locate } = createLocator(rays);
    fc.assert(
      fc.property(fc.nat(49), fc.integer({ min: -30, max: 30 }), (ray, exponent) => {
        const length = 2 ** exponent;
        expect(locate(length * rays[2 * ray]!, length * rays[2 * ray + 1]!)).toBe(ray);
      }),
      CHECK,
    );
  });

  it.each([
    [0, 0],
    [Number.NaN, 1],
    [1, Number.NaN],
    [Number.POSITIVE_INFINITY, 1],
    [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY],
  ])('gives 0 at (%d, %d)', (x, y) => {
    const { locate, locateAll } = createLocator(randomRays(10, 1));
    const sectors = Int32Array.of(7);
    locateAll(sectors, Float64Array.of(x), Float64Array.of(y));
    expect([locate(x, y), sectors[0]]).toEqual([0, 0]);
  });

  it('of no ray has one sector', () => {
    const sectors = Int32Array.of(7, 7);
    const { locate, locateAll } = createLocator(new Float64Array(0));
    locateAll(sectors, Float64Array.of(1, 2), Float64Array.of(1, 2));
    expect([locate(1, 2), ...sectors]).toEqual([0, 0, 0]);
  });
});
