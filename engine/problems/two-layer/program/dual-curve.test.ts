import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { createDualCurve } from './dual-curve.ts';

/** sum_i lambda_i relu(a_i.u), row by row. */
function valueAt(features: Float64Array, lambda: Float64Array, x: number, y: number): number {
  return lambda.reduce(
    (sum, factor, i) => sum + factor * Math.max(0, features[2 * i]! * x + features[2 * i + 1]! * y),
    0,
  );
}

const circle = (count: number) =>
  Array.from({ length: count }, (_, k) => {
    const angle = (2 * Math.PI * (k + 0.37)) / count;
    return [Math.cos(angle), Math.sin(angle)] as const;
  });

/** Rows on a small lattice (repeated, parallel, opposite and zero ones among them) with multipliers. */
const rows = fc
  .integer({ min: 1, max: 9 })
  .chain((n) => fc.tuple(vectorOf(2 * n, fc.integer({ min: -3, max: 3 })), vectorOf(n)));

function curveOf(features: Float64Array, lambda: Float64Array) {
  const curve = createDualCurve(features);
  curve.update(lambda);
  return curve;
}

function normals(seed: number, n: number) {
  const random = createRandom(seed, 0);
  const features = new Float64Array(2 * n);
  const lambda = new Float64Array(n);
  fillNormal(features, random);
  fillNormal(lambda, random);
  return { features, lambda };
}

describe('the dual curve', () => {
  it('is the sum over the rows in every direction, whatever the length that it is asked with', () => {
    fc.assert(
      fc.property(rows, fc.constantFrom(1, 0.25, 7), ([features, lambda], length) => {
        const curve = curveOf(features, lambda);
        const off = circle(97).map(([x, y]) =>
          Math.abs(curve.at(length * x, length * y) - valueAt(features, lambda, x, y)),
        );
        expect(Math.max(...off)).toBeLessThan(5e-13);
      }),
      CHECK,
    );
  });

  it('finds the largest value: attained, with its sign, and exceeded by no direction', () => {
    fc.assert(
      fc.property(rows, ([features, lambda]) => {
        const best = curveOf(features, lambda).maximum();
        const found = Math.abs(best?.value ?? 0);
        const sizes = circle(720).map(([x, y]) => Math.abs(valueAt(features, lambda, x, y)));
        expect(Math.max(...sizes)).toBeLessThanOrEqual(found + 1e-12);
        if (best === null) return;
        expect(best.x ** 2 + best.y ** 2).toBeCloseTo(1, 14);
        expect(valueAt(features, lambda, best.x, best.y)).toBeCloseTo(best.value, 12);
      }),
      CHECK,
    );
  });

  it('finds as many local maxima as a fine search, each above its neighbours', () => {
    const directions = circle(40_000);
    for (let seed = 0; seed < (runsAll ? 20 : 8); seed++) {
      const { features, lambda } = normals(seed, 4 + seed);
      const sizes = directions.map(([x, y]) => Math.abs(valueAt(features, lambda, x, y)));
      const level = 0.3 * Math.max(...sizes);
      const count = sizes.filter((size, k) => {
        const before = sizes.at(k - 1)!;
        return size > level && size > before && size >= sizes[(k + 1) % sizes.length]!;
      }).length;
      const found = curveOf(features, lambda).localMaxima(level);
      expect(found.length).toBe(count);
      for (const { x, y, value } of found)
        for (const turn of [-1e-5, 1e-5])
          expect(Math.abs(valueAt(features, lambda, x - turn * y, y + turn * x))).toBeLessThan(
            Math.abs(value) * Math.sqrt(1 + turn * turn),
          );
    }
  });

  it('takes other multipliers as if it were new, and leaves nothing where no row is on', () => {
    const { features, lambda } = normals(3, 50);
    const curve = curveOf(features, lambda);
    curve.update(lambda.map((factor) => factor ** 3));
    curve.update(lambda);
    expect(curve.vectors).toEqual(curveOf(features, lambda).vectors);
    const oneSided = features.map((a, j) => (j % 2 === 0 ? Math.abs(a) : a / 10));
    const wide = lambda.map((factor, i) => factor * 10 ** (4 * (i % 13)));
    expect(curveOf(oneSided, wide).at(-1, 0)).toBe(0);
  });

  it('has no maximum where it is zero throughout', () => {
    expect(curveOf(new Float64Array(4), Float64Array.of(1, 2)).maximum()).toBeNull();
    expect(curveOf(Float64Array.of(1, 2), Float64Array.of(0)).maximum()).toBeNull();
  });
});
