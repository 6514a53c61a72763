import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { distance, dot, norm } from '../../../kernels/vector.ts';
import { createConeProjection, heightAt, unitRows } from './cone-projection.ts';
import { patternsOf } from './sampled-patterns.ts';

/** Rows, a pattern of them, and points: on a small lattice, so that rows repeat, depend on each other and vanish. */
const lattice = fc
  .record({ n: fc.integer({ min: 1, max: 9 }), d: fc.integer({ min: 1, max: 4 }) })
  .chain(({ n, d }) => {
    const small = fc.integer({ min: -3, max: 3 });
    return fc.record({
      n: fc.constant(n),
      d: fc.constant(d),
      features: vectorOf(n * d, small),
      direction: vectorOf(d),
      point: vectorOf(d, small),
      other: vectorOf(d),
      floors: vectorOf(n, fc.constantFrom(0, 0, 1, 2)),
    });
  });

/** The unit rows with the pattern of the direction; rows orthogonal to it are zeros, so that it is strictly inside. */
function coneOf(features: Float64Array, n: number, d: number, direction: Float64Array) {
  const rows = Float64Array.from(features);
  const mask = new Uint8Array(n);
  for (let i = 0; i < n; i++) {
    const z = dot(rows.subarray(i * d, i * d + d), direction);
    if (Math.abs(z) < 1e-3) rows.fill(0, i * d, i * d + d);
    mask[i] = z > 0 ? 1 : 0;
  }
  return { units: unitRows(rows, n, d), mask };
}

describe('the projection on a cone', () => {
  it('is inside, and no point inside lies beyond the wall that it makes (the law of projections)', () => {
    fc.assert(
      fc.property(lattice, ({ n, d, features, direction, point, other, floors }) => {
        const { units, mask } = coneOf(features, n, d, direction);
        const projection = createConeProjection(units, d);
        for (const given of [null, floors]) {
          projection.aim(mask, []);
          // Floors of zero rows cannot be met.
          const low =
            given === null ? null : given.map((f, i) => (norm(units.subarray(i * d, i * d + d)) > 0 ? f : 0));
          const x = Float64Array.from(point);
          expect(projection.project(x, low)).toBe(true);
          const size = 1 + norm(x) + norm(point);
          for (let i = 0; i < n; i++)
            expect(heightAt(units, mask, i, x) - (low?.[i] ?? 0)).toBeGreaterThan(-1e-12 * size);
          const pushed = point.map((value, k) => value - x[k]!);
          for (const base of [other, direction, point]) {
            // Pushed along the direction until it is inside.
            let reach = 0;
            for (let i = 0; i < n; i++) {
              const lack = (low?.[i] ?? 0) - heightAt(units, mask, i, base);
              const rise = heightAt(units, mask, i, direction);
              if (lack > 0) reach = Math.max(reach, lack / rise);
            }
            const inside = base.map((value, k) => value + reach * direction[k]! - x[k]!);
            expect(dot(pushed, inside)).toBeLessThan(1e-10 * size * (1 + norm(inside)));
          }
        }
      }),
      CHECK,
    );
  });

  it('of a quadrant takes the positive parts, and of a corner the nearest point', () => {
    const projection = createConeProjection(Float64Array.of(1, 0, 0, 1), 2);
    projection.aim(Uint8Array.of(1, 0), []);
    for (const [point, image] of [
      [
        [3, -2],
        [3, -2],
      ],
      [
        [3, 2],
        [3, 0],
      ],
      [
        [-3, -2],
        [0, -2],
      ],
      [
        [-3, 2],
        [0, 0],
      ],
    ] as const) {
      const x = Float64Array.from(point);
      expect(projection.project(x)).toBe(true);
      expect(Array.from(x, (value) => value + 0)).toEqual(image);
    }
    const close = Float64Array.of(3, 1e-9);
    projection.aim(Uint8Array.of(1, 0), []);
    projection.project(close);
    expect(Array.from(close)).toEqual([3, 0]);
    const x = Float64Array.of(0, 0);
    projection.project(x, Float64Array.of(2, 1));
    expect(Array.from(x)).toEqual([2, -1]);
  });

  it('finds the same point from the rows that were tight before as from none', () => {
    const [n, d] = [200, 8];
    const features = new Float64Array(n * d);
    const random = createRandom(5, 0);
    fillNormal(features, random);
    const direction = new Float64Array(d);
    fillNormal(direction, random);
    const units = unitRows(features, n, d);
    const { masks } = patternsOf(features, n, d, direction);
    const warm = createConeProjection(units, d);
    warm.aim(masks, []);
    const cold = createConeProjection(units, d);
    const point = new Float64Array(d);
    fillNormal(point, random);
    let mostTight = 0;
    for (let k = 0; k < 50; k++) {
      for (let j = 0; j < d; j++) point[j] = point[j]! + 0.1 * random.normal() + 0.02 * direction[j]!;
      const [a, b, c] = [Float64Array.from(point), Float64Array.from(point), Float64Array.from(point)];
      warm.project(a);
      cold.aim(masks, []);
      cold.project(b);
      expect(distance(a, b)).toBeLessThan(1e-13 * norm(point));
      const tight = [...warm.tight];
      cold.aim(masks, tight);
      expect(cold.tight).toEqual(tight);
      cold.project(c);
      expect(distance(a, c)).toBeLessThan(1e-13 * norm(point));
      expect(cold.tight.length).toBe(tight.length);
      mostTight = Math.max(mostTight, tight.length);
    }
    expect(mostTight).toBeGreaterThan(3);
  });

  it('gives up on what is not finite, and on floors that no point meets', () => {
    const projection = createConeProjection(Float64Array.of(1, 0, 1, 0), 2);
    projection.aim(Uint8Array.of(1, 0), []);
    expect(projection.project(Float64Array.of(Number.NaN, 1))).toBe(false);
    expect(projection.project(Float64Array.of(1, Number.POSITIVE_INFINITY))).toBe(false);
    expect(projection.project(Float64Array.of(0, 0), Float64Array.of(1, 1))).toBe(false);
  });
});
