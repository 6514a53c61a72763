import fc from 'fast-check';
import { expect, it } from 'vitest';
import { CHECK } from '../../fixtures/arbitraries.ts';
import at0 from '../../fixtures/shuffle-0.json' with { type: 'json' };
import at3 from '../../fixtures/shuffle-triangle-3.json' with { type: 'json' };
import { projectSimplex } from './simplex-projection.ts';

const projected = (...numbers: readonly number[]) => {
  const x = Float64Array.from(numbers);
  projectSimplex(x);
  return [...x];
};

it('is that of the reference', () => {
  const cases = [...at0.simplex, ...at3.simplex];
  expect(cases).toHaveLength(12);
  for (const { y, x } of cases)
    for (const [k, weight] of projected(...y).entries()) expect(weight).toBeCloseTo(x[k]!, 15);
});

const coordinate = fc.oneof(
  fc.integer({ min: -4, max: 4 }).map((k) => k / 2),
  fc.double({ min: -3, max: 3, noNaN: true }),
  fc.double({ min: -1e9, max: 1e9, noNaN: true }),
);

it('is the nearest point: no direction into the triangle comes closer', () => {
  fc.assert(
    fc.property(coordinate, coordinate, coordinate, (...y) => {
      const x = projected(...y);
      const size = Math.max(1, ...y.map(Math.abs));
      expect(Math.min(...x)).toBeGreaterThanOrEqual(0);
      expect(x[0]! + x[1]! + x[2]!).toBeCloseTo(1, 15);
      // <y - x, corner - x> <= 0.
      const along = x.reduce((sum, weight, k) => sum + (y[k]! - weight) * weight, 0);
      for (let k = 0; k < 3; k++) expect(y[k]! - x[k]! - along).toBeLessThanOrEqual(1e-15 * size);
    }),
    CHECK,
  );
});

it('is exact at a corner, and leaves a point of the triangle where it is', () => {
  expect(projected(1e9 + 1, 1e9, 0.3)).toEqual([1, 0, 0]);
  expect(projected(0.1, 0.2, 1.3)).toEqual([0, 0, 1]);
  expect(projected(-7, -8, -8)).toEqual([1, 0, 0]);
  expect(projected(0.5, 0.25, 0.25)).toEqual([0.5, 0.25, 0.25]);
  expect(projected(0, 0.75, 0.25)).toEqual([0, 0.75, 0.25]);
  expect(projected(5, 5, 5)).toEqual([1 / 3, 1 / 3, 1 / 3]);
  expect(projected(5, 4.5, 4.25)).toEqual([0.75, 0.25, 0]);
});

it('just inside of an edge all three weights are moved', () => {
  // 0.6 + 0.45 + 0.03 = 1.08.
  for (const [k, weight] of projected(0.6, 0.45, 0.03).entries())
    expect(weight).toBeCloseTo([0.6, 0.45, 0.03][k]! - 0.08 / 3, 15);
});

it('NaN gives NaN', () => {
  for (const y of [
    [Number.NaN, 0, 0],
    [0, Number.NaN, 1],
    [2, 0, Number.NaN],
  ])
    expect(projected(...y)).toEqual([Number.NaN, Number.NaN, Number.NaN]);
});
