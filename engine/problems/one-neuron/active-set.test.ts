import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../scripts/tier.mjs';
import { activation, CHECK, vectorOf } from '../../fixtures/arbitraries.ts';
import { createRandom, fillNormal } from '../../kernels/random.ts';
import { norm } from '../../kernels/vector.ts';
import { createActiveSet } from './active-set.ts';

function create(features: Float64Array, d: number) {
  const n = features.length / d;
  const lengths = Float64Array.from({ length: n }, (_, i) => norm(features.subarray(i * d, i * d + d)));
  return createActiveSet(features, lengths, new Uint8Array(n));
}

const directly = (features: Float64Array, w: Float64Array) =>
  Uint8Array.from({ length: features.length / w.length }, (_, i) => (activation(features, w, i) > 0 ? 1 : 0));

/** Moves along a path and expects the direct set and its differences in `switched`. Returns the number of switches. */
function follow(features: Float64Array, path: readonly Float64Array[]): number {
  const active = create(features, path[0]!.length);
  let total = 0;
  for (const w of path) {
    const before = active.on.slice();
    const count = active.moveTo(w);
    const expected = directly(features, w);
    const changed = [...before.keys()].filter((i) => before[i] !== expected[i]);
    expect([...active.switched.subarray(0, count)].sort((a, b) => a - b)).toEqual(changed);
    expect(active.on.every((value, i) => value === expected[i])).toBe(true);
    total += count;
  }
  return total;
}

const normals = (length: number, seed: number) => {
  const values = new Float64Array(length);
  fillNormal(values, createRandom(seed, 0));
  return values;
};

/** A random walk of `moves` steps, whose sizes cycle through `sizes`. */
function walk(d: number, moves: number, sizes: readonly number[], seed: number): Float64Array[] {
  const steps = normals(d * moves, seed);
  const path = [normals(d, seed + 1)];
  for (let k = 0; k < moves; k++)
    path.push(path[k]!.map((value, j) => value + sizes[k % sizes.length]! * steps[k * d + j]!));
  return path;
}

describe('the active set along a path', () => {
  it('is the direct one on small whole rows, where points lie on kinks, rows repeat, oppose each other or are 0', () => {
    const small = (length: number) => vectorOf(length, fc.integer({ min: -2, max: 2 }));
    let switches = 0;
    fc.assert(
      fc.property(
        fc
          .record({ n: fc.integer({ min: 1, max: 12 }), d: fc.integer({ min: 1, max: 4 }) })
          .chain(({ n, d }) => fc.tuple(small(n * d), fc.array(small(d), { minLength: 1, maxLength: 30 }))),
        ([features, path]) => {
          switches += follow(features, path);
        },
      ),
      CHECK,
    );
    expect(switches).toBeGreaterThan(CHECK.numRuns);
  });

  it.each([1, 2, 3, 10, 50])('is the direct one on normal rows, d = %i, for moves of every size', (d) => {
    const features = normals(200 * d, 3);
    for (const sizes of [[1e-6], [1e-3], [0.1], [10], [1e-3, 1e-3, 1e-3, 1e-3, 1], [1e-9, 1e-4, 1e3]])
      follow(features, walk(d, 300, sizes, 5));
    expect(follow(features, walk(d, 300, [0.05], 5))).toBeGreaterThan(100);
  });

  it('is the direct one where w stays on a kink but for rounding', () => {
    const d = 50;
    const features = normals(60 * d, 11);
    const w = normals(d, 12);
    let switches = 0;
    for (let i = 0; i < 60; i += runsAll ? 1 : 3) {
      const a = features.subarray(i * d, i * d + d);
      const share = activation(features, w, i) / activation(a, a, 0);
      const onKink = w.map((value, j) => value - share * a[j]!);
      // Changing one weight by its last digit changes a.w by its rounding, which exceeds the move of w.
      const path = Array.from({ length: 200 }, (_, k) =>
        onKink.map((value, j) => (j === k % d ? value * (1 + (k % 3) * 2 ** -52) : value)),
      );
      switches +=
        follow(features, path) - directly(features, path[0]!).reduce((sum, value) => sum + value, 0);
    }
    expect(switches).toBeGreaterThan(runsAll ? 100 : 33);
  });

  it('begins in the state given', () => {
    const active = createActiveSet(
      Float64Array.of(1, -1, 2),
      Float64Array.of(1, 1, 2),
      Uint8Array.of(1, 1, 0),
    );
    expect(active.moveTo(Float64Array.of(3))).toBe(2);
    expect([...active.switched.subarray(0, 2)]).toEqual([1, 2]);
  });

  it('comes back from places that are not finite, from 0 and from where squares underflow or overflow', () => {
    const features = normals(40 * 3, 8);
    const active = create(features, 3);
    const w = normals(3, 9);
    const factors = [
      1,
      Number.NaN,
      1,
      0,
      1e-160,
      1e-165,
      -1e-165,
      1e-160,
      -1e-300,
      Number.POSITIVE_INFINITY,
      -1,
      1e160,
    ];
    for (const factor of [...factors, -1e160, 1, 1e-320, -1]) {
      const there = w.map((value) => value * factor);
      active.moveTo(there);
      if (Number.isFinite(factor)) expect(active.on).toEqual(directly(features, there));
    }
    expect(follow(new Float64Array(6), [w, w, w.map((value) => -value)])).toBe(0);
  });
});
