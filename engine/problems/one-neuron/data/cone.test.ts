import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import { createRandom, fillNormal, type RandomSource } from '../../../kernels/random.ts';
import { addScaled, dot, norm } from '../../../kernels/vector.ts';
import { proveOutsideCone } from './cone.ts';

const cones = fc
  .record({ n: fc.integer({ min: 1, max: 8 }), d: fc.integer({ min: 1, max: 5 }) })
  .chain(({ n, d }) =>
    fc.record({
      n: fc.constant(n),
      d: fc.constant(d),
      // Small integers often give zero, repeated and opposite rows.
      features: fc.oneof(vectorOf(n * d), vectorOf(n * d, fc.integer({ min: -2, max: 2 }))),
      target: fc.oneof(vectorOf(d), vectorOf(d, fc.integer({ min: -2, max: 2 }))),
      shares: vectorOf(n, fc.integer({ min: 0, max: 3 })),
    }),
  );

const row = (features: Float64Array, d: number, i: number) => features.subarray(i * d, i * d + d);

/** Solves least squares of `target` on the chosen rows by Gaussian elimination; null if they are dependent. */
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

/** Returns the distance from the cone by trying every set of at most d rows (Caratheodory). */
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

/** Enough cases to include rows that must be removed again. */
const MORE = { ...CHECK, numRuns: 500 };

/** Rows (x, 1). */
const line = (xs: readonly number[]) => Float64Array.from(xs.flatMap((x) => [x, 1]));

/** Expects r to prove that the target is outside: A r <= 0 up to rounding and r.target > 0. */
function expectProof(r: Float64Array, features: Float64Array, n: number, d: number, target: Float64Array) {
  expect(dot(r, target)).toBeGreaterThan(0);
  const past = Array.from({ length: n }, (_, i) => {
    const a = row(features, d, i);
    return dot(a, r) - 1e-12 * norm(r) * norm(a);
  });
  expect(Math.max(...past)).toBeLessThanOrEqual(0);
}

describe('a proof that the target lies outside of the cone of the rows', () => {
  it('is given where trying every set of rows finds a distance, and only there', () => {
    let outside = 0;
    fc.assert(
      fc.property(cones, ({ n, d, features, target }) => {
        const r = proveOutsideCone(features, n, d, target);
        const isOutside = distanceByTrying(features, n, d, target) > 1e-8 * norm(target);
        expect(norm(r) > 0).toBe(isOutside);
        if (!isOutside) return;
        outside++;
        expectProof(r, features, n, d, target);
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
        expect([...proveOutsideCone(features, n, d, target)]).toEqual(Array(d).fill(0));
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
      expect(norm(proveOutsideCone(features, n, d, target))).toBe(0);
    }
  });

  it('is found in high dimension for targets that are held out by a wall', () => {
    const [n, d] = [500, 50];
    const random = createRandom(5, 0);
    const features = new Float64Array(n * d);
    fillNormal(features, random);
    // The first component of every row but two is positive, of those two zero, of the target just below zero.
    for (let i = 0; i < n; i++) features[i * d] = i < 2 ? 0 : Math.abs(features[i * d]!);
    const target = new Float64Array(d);
    for (let i = 0; i < n; i++) addScaled(target, row(features, d, i), random.uniform());
    expect(norm(proveOutsideCone(features, n, d, target))).toBe(0);
    for (const below of [1, 1e-3, 1e-6]) {
      target[0] = -below;
      expectProof(proveOutsideCone(features, n, d, target), features, n, d, target);
    }
  });

  it.each([
    ['a zero row', [0, 0], [1, 2], true],
    ['a repeated row', [1, 0, 1, 0, 1, 0], [2, 1], true],
    ['opposite rows', [1, 0, -1, 0], [-3, 2], true],
    ['rows that point away', [-1, 0, 0, -1], [1, 1], true],
    ['a zero target', [1, 0], [0, 0], false],
    ['a target on an edge', [1, 1, 1, -1], [2, 2], false],
    ['a target on the only ray', [3, 4], [6, 8], false],
    ['a target across the only ray', [3, 4], [-6, -8], true],
    ['rows of very different length', [1e-8, 0, 0, 1e8], [3, 4], false],
    ['columns of very different size', [1e-9, 1e9, -1e-9, 1e9], [0, 1], false],
    ['a target beyond columns of very different size', [1e-9, 1e9, 2e-9, 1e9], [3e-9, 1e9], true],
    ['a target that is not finite', [1, 0], [Number.NaN, 1], false],
    ['a row that is not finite', [Number.POSITIVE_INFINITY, 0], [-1, 0], false],
  ])('is right for %s', (_, features, target, isOutside) => {
    const n = features.length / 2;
    const r = proveOutsideCone(Float64Array.from(features), n, 2, Float64Array.from(target));
    expect([norm(r) > 0, r.every(Number.isFinite)]).toEqual([isOutside, true]);
  });

  it('is not made from the rounding of the sum that gave the target', () => {
    // -0.1 - 0.2 + 0.3 on the row 1: -5.6e-17, from numbers of size 0.6.
    const rounding = Float64Array.of(-0.1 - 0.2 + 0.3);
    expect(rounding[0]).toBeLessThan(0);
    expect([...proveOutsideCone(Float64Array.of(1), 1, 1, rounding, Float64Array.of(0.6))]).toEqual([0]);
  });
});

describe('rows that are nearly parallel', () => {
  const spread = (from: number, to: number, n: number, random: RandomSource) =>
    Array.from({ length: n }, () => from + (to - from) * random.uniform());

  const ranges: [string, number, number][] = [
    ['years', 1920, 1990],
    ['a thousand and one more', 1000, 1001],
    ['a million and one more', 1e6, 1e6 + 1],
    ['a day in milliseconds', 1.6e12, 1.6e12 + 8.64e7],
  ];

  const TARGETS = runsAll ? 2000 : 700;

  it.each(ranges)(
    `%s: none of ${TARGETS} targets inside is called outside, all of those outside are`,
    (_, from, to) => {
      const random = createRandom(17, 0);
      let [called, missed] = [0, 0];
      for (let round = 0; round < TARGETS; round++) {
        const xs = spread(from, to, 20, random);
        const [low, high] = [Math.min(...xs), Math.max(...xs)];
        const inside = low + (high - low) * (0.001 + 0.998 * random.uniform());
        const length = 0.1 + 10 * random.uniform();
        const there = proveOutsideCone(line(xs), 20, 2, Float64Array.of(length * inside, length));
        if (norm(there) > 0) called++;
        const away = (high - low) * (0.001 + random.uniform());
        const beyond = random.uniform() < 0.5 ? low - away : high + away;
        const target = Float64Array.of(length * beyond, length);
        const r = proveOutsideCone(line(xs), 20, 2, target);
        if (norm(r) === 0) missed++;
        else expectProof(r, line(xs), 20, 2, target);
      }
      expect([called, missed]).toEqual([0, 0]);
    },
  );

  it('in three dimensions, with a column that is the sum of two others: the same', () => {
    const random = createRandom(18, 0);
    let [called, missed] = [0, 0];
    for (let round = 0; round < 500; round++) {
      const [n, d] = [30, 4];
      const features = new Float64Array(n * d);
      const target = new Float64Array(d);
      for (let i = 0; i < n; i++) {
        const [x, z] = [1920 + 70 * random.uniform(), 300 + 5 * random.uniform()];
        features.set([x, z, x + z, 1], i * d);
        addScaled(target, row(features, d, i), random.uniform());
      }
      if (norm(proveOutsideCone(features, n, d, target)) > 0) called++;
      // Years around 2000.
      const late = Float64Array.of(2000 * target[3]!, target[1]!, 2000 * target[3]! + target[1]!, target[3]!);
      if (norm(proveOutsideCone(features, n, d, late)) === 0) missed++;
    }
    expect([called, missed]).toEqual([0, 0]);
  });
});
