import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../fixtures/arbitraries.ts';
import { addScaled, allFinite, distance, dot, gram, multiply, norm } from './vector.ts';

describe('dense vectors', () => {
  it('measures lengths and distances', () => {
    expect(norm(Float64Array.of(3, 4))).toBe(5);
    expect(distance(Float64Array.of(1, 2), Float64Array.of(4, 6))).toBe(5);
    expect(dot(Float64Array.of(1, 2, 3), Float64Array.of(4, 5, 6))).toBe(32);
    const y = Float64Array.of(1, 1);
    addScaled(y, Float64Array.of(2, -4), 0.5);
    expect([...y]).toEqual([2, -1]);
  });

  it('tells finite vectors from others', () => {
    expect(allFinite(Float64Array.of(1, -2))).toBe(true);
    expect(allFinite(Float64Array.of(1, Number.NaN))).toBe(false);
    expect(allFinite(Float64Array.of(Number.NEGATIVE_INFINITY, 1))).toBe(false);
  });

  it('makes a symmetric A^T A / n whose form is ||A v||^2 / n', () => {
    const shapes = fc.record({ n: fc.integer({ min: 1, max: 6 }), d: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(
        shapes.chain(({ n, d }) => fc.tuple(vectorOf(n * d), vectorOf(d), fc.constant(n))),
        ([features, v, n]) => {
          const d = v.length;
          const matrix = new Float64Array(d * d);
          const image = new Float64Array(d);
          const activations = new Float64Array(n);
          gram(matrix, features, n, d);
          multiply(image, matrix, v);
          multiply(activations, features, v);
          const form = dot(activations, activations) / n;
          expect(Math.abs(dot(v, image) - form)).toBeLessThanOrEqual(1e-12 * (1 + norm(matrix) * dot(v, v)));
          for (let j = 0; j < d; j++)
            for (let k = 0; k < d; k++) expect(matrix[j * d + k]).toBe(matrix[k * d + j]);
        },
      ),
      CHECK,
    );
  });
});
