import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import { createRandom, fillNormal, STREAMS } from '../../../kernels/random.ts';
import { dot } from '../../../kernels/vector.ts';
import { type Patterns, patternsOf, samplePatterns } from './sampled-patterns.ts';

const rowsOf = (flat: Float64Array | Uint8Array, width: number) =>
  Array.from({ length: flat.length / width }, (_, i) => Array.from(flat.slice(i * width, i * width + width)));

function expectPatterns(patterns: Patterns, features: Float64Array, n: number, d: number): void {
  const masks = rowsOf(patterns.masks, n);
  const directions = rowsOf(patterns.directions, d);
  expect([masks.length, directions.length]).toEqual([patterns.count, patterns.count]);
  expect(new Set(masks.map(String)).size).toBe(patterns.count);
  masks.forEach((mask, p) => {
    expect(mask).toContain(1);
    const g = Float64Array.from(directions[p]!);
    expect(mask).toEqual(rowsOf(features, d).map((row) => (dot(Float64Array.from(row), g) > 0 ? 1 : 0)));
  });
}

function normals(count: number, seed = 1): Float64Array {
  const numbers = new Float64Array(count);
  fillNormal(numbers, createRandom(seed, STREAMS.data));
  return numbers;
}

describe('sampled patterns', () => {
  it('are distinct, somewhere on, and those of their directions, repeated and zero rows included', () => {
    const lattice = fc.integer({ min: -2, max: 2 });
    fc.assert(
      fc.property(vectorOf(40 * 3, lattice), vectorOf(25 * 3, lattice), (features, directions) => {
        expectPatterns(patternsOf(features, 40, 3, directions), features, 40, 3);
      }),
      CHECK,
    );
    const features = normals(50 * 5);
    expectPatterns(samplePatterns(features, 50, 5, 300, 7), features, 50, 5);
  });

  it('are the first to occur: fewer directions give the start of more', () => {
    const features = normals(30 * 4);
    const few = samplePatterns(features, 30, 4, 50, 3);
    const many = samplePatterns(features, 30, 4, 200, 3);
    expect(many.count).toBeGreaterThan(few.count);
    expect(many.masks.slice(0, few.masks.length)).toEqual(few.masks);
    expect(many.directions.slice(0, few.directions.length)).toEqual(few.directions);
    expect(samplePatterns(features, 30, 4, 50, 4).masks).not.toEqual(few.masks);
  });

  it('draws its directions from the stream of restarts', () => {
    const features = normals(30 * 4);
    const { directions } = samplePatterns(features, 30, 4, 1, 3);
    const random = createRandom(3, STREAMS.restarts);
    expect(Array.from(directions)).toEqual(Array.from({ length: 4 }, () => random.normal()));
  });

  it('finds all sectors of the plane: 2n in general position, one less where a direction sees no sample', () => {
    const around = Float64Array.of(1, 0.1, -0.5, 1, -0.4, -1);
    expect(samplePatterns(around, 3, 2, 500, 1).count).toBe(6);
    const oneSided = Float64Array.of(1, 0.1, 1, 1, 1, -1);
    expect(samplePatterns(oneSided, 3, 2, 500, 1).count).toBe(5);
  });

  it('has none where no sample can be on', () => {
    for (const value of [0, Number.NaN]) {
      const { count, masks } = samplePatterns(new Float64Array(6).fill(value), 3, 2, 20, 1);
      expect([count, masks.length]).toEqual([0, 0]);
    }
  });
});
