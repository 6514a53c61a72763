import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../fixtures/arbitraries.ts';
import { residualFromCone } from './cone.ts';
import { createRandom, fillNormal } from './random.ts';
import { addScaled, dot, norm } from './vector.ts';

const cones = fc
  .record({ n: fc.integer({ min: 1, max: 8 }), d: fc.integer({ min: 1, max: 5 }) })
  .chain(({ n, d }) =>
    fc.record({
      n: fc.constant(n),
      d: fc.constant(d),
      // Small integers give zero, repeated and opposite rows often.
      features: fc.oneof(vectorOf(n * d), vectorOf(n * d, fc.integer({ min: -2, max: 2 }))),
      target: fc.oneof(vectorOf(d), vectorOf(d, fc.integer({ min: -2, max: 2 }))),
      shares: vectorOf(n, fc.integer({ min: 0, max: 3 })),
    }),
  );

const row = (features: Float64Array, d: number, i: number) => features.subarray(i * d, i * d + d);

/** Least squares of `target` on the chosen rows by Gaussian elimination; null where they are dependent. */
function leastSquares(rows: Float64Array[], target: Float64Array): number[] | null {
  const table = rows.map((a) => [...rows.map((b) => dot(a, b)), dot(a, target)]);
  const p = rows.length;
  for (let k = 0; k < p; k++) {
    const pivot = table
      .slice(k)
      .reduce((best, candidate) => (Math.abs(candidate[k]!) > Math.abs(best[k]!) ? candidate : best));
    if (Math.abs(pivot[k]!) < 1e-9) return null;
    const at = table.indexOf(pivot);
    [table[k], table[at]] = [pivot, table[k]!];
    for (const other of table) {
      if (other === pivot) continue;
      const factor = other[k]! / pivot[k]!;
      for (let j = k; j <= p; j++) other[j] = other[j]! - factor * pivot[j]!;
    }
  }
  return table.map((line, k) => line[p]! / line[k]!);
}

/** Distance from the cone by trying every set of at most d rows (Caratheodory). */
function distanceByTrying(features: Float64Array, n: number, d: number, target: Float64Array): number {
  let least = norm(target);
  for (let set = 1; set < 1 << n; set++) {
    const rows = Array.from({ length: n }, (_, i) => i)
      .filter((i) => set & (1 << i))
      .map((i) => row(features, d, i));
    if (rows.length > d) continue;
    const shares = leastSquares(rows, target);
    if (shares?.every((share) => share >= -1e-12)) {
      const rest = Float64Array.from(target);
      for (const [k, share] of shares.entries()) addScaled(rest, rows[k]!, -share);
      least = Math.min(least, norm(rest));
    }
  }
  return least;
}

/** Enough cases for those in which a row that was taken has to be given back. */
const MORE = { ...CHECK, numRuns: 500 };

describe('residual from the cone of the rows', () => {
  it('is as long as the distance found by trying every set of rows', () => {
    fc.assert(
      fc.property(cones, ({ n, d, features, target }) => {
        const residual = residualFromCone(features, n, d, target);
        expect(Math.abs(norm(residual) - distanceByTrying(features, n, d, target))).toBeLessThanOrEqual(
          1e-8 * norm(target),
        );
      }),
      MORE,
    );
  });

  it("proves by Farkas' lemma that the target lies outside: A r <= 0 and r.target = ||r||^2", () => {
    let outside = 0;
    fc.assert(
      fc.property(cones, ({ n, d, features, target }) => {
        const residual = residualFromCone(features, n, d, target);
        if (norm(residual) === 0) return;
        outside++;
        const scale = norm(target);
        for (let i = 0; i < n; i++) {
          const a = row(features, d, i);
          expect(dot(a, residual)).toBeLessThanOrEqual(1e-11 * scale * norm(a));
        }
        expect(Math.abs(dot(residual, target) - dot(residual, residual))).toBeLessThanOrEqual(
          1e-11 * scale * scale,
        );
      }),
      MORE,
    );
    expect(outside).toBeGreaterThan(MORE.numRuns / 5);
  });

  it('is exactly zero for targets A^T x with x >= 0', () => {
    fc.assert(
      fc.property(cones, ({ n, d, features, shares }) => {
        const target = new Float64Array(d);
        for (let i = 0; i < n; i++) addScaled(target, row(features, d, i), shares[i]!);
        expect([...residualFromCone(features, n, d, target)]).toEqual(Array(d).fill(0));
      }),
      MORE,
    );
  });

  it('is zero in high dimension where many rows surround the origin', () => {
    const d = 50;
    const random = createRandom(4, 0);
    for (const n of [200, 2000]) {
      const features = new Float64Array(n * d);
      const target = new Float64Array(d);
      fillNormal(features, random);
      fillNormal(target, random);
      expect(norm(residualFromCone(features, n, d, target))).toBe(0);
    }
  });

  it.each([
    ['a zero row', [0, 0], [1, 2], [1, 2]],
    ['a repeated row', [1, 0, 1, 0, 1, 0], [2, 1], [0, 1]],
    ['opposite rows', [1, 0, -1, 0], [-3, 2], [0, 2]],
    ['rows that point away', [-1, 0, 0, -1], [1, 1], [1, 1]],
    ['a zero target', [1, 0], [0, 0], [0, 0]],
    ['a target on an edge', [1, 1, 1, -1], [2, 2], [0, 0]],
    ['rows of very different length', [1e-8, 0, 0, 1e8], [3, 4], [0, 0]],
  ])('is exact for %s', (_, features, target, expected) => {
    const n = features.length / 2;
    expect([...residualFromCone(Float64Array.from(features), n, 2, Float64Array.from(target))]).toEqual(
      expected,
    );
  });

  it('is NaN for a target that is not finite', () => {
    const residual = residualFromCone(Float64Array.of(1, 0), 1, 2, Float64Array.of(Number.NaN, 1));
    expect([...residual]).toEqual([Number.NaN, Number.NaN]);
  });
});
