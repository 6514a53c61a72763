import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../fixtures/arbitraries.ts';
import oneNeuron from '../fixtures/one-neuron.json';
import { solveSymmetric } from './cholesky.ts';
import { largestEigenvalue } from './eigen.ts';
import { dot, gram, multiply } from './vector.ts';

const matrixOf = (d: number, entry: (i: number, j: number) => number) =>
  Float64Array.from({ length: d * d }, (_, at) => entry(Math.floor(at / d), at % d));

/** A^T A / n of arbitrary features. */
const gramMatrices = fc
  .record({ n: fc.integer({ min: 1, max: 9 }), d: fc.integer({ min: 1, max: 6 }) })
  .chain(({ n, d }) =>
    fc
      .record({ d: fc.constant(d), v: vectorOf(d), features: vectorOf(n * d) })
      .map(({ features, ...rest }) => {
        const matrix = new Float64Array(d * d);
        gram(matrix, features, n, d);
        return { matrix, ...rest };
      }),
  );

describe('largest eigenvalue', () => {
  it.each([1, 2, 3, 10, 50])('of second differences (d = %i) is 2 + 2 cos(pi / (d + 1))', (d) => {
    const matrix = matrixOf(d, (i, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0));
    const expected = 2 + 2 * Math.cos(Math.PI / (d + 1));
    expect(Math.abs(largestEigenvalue(matrix, d) - expected)).toBeLessThan(1e-14 * expected * Math.sqrt(d));
  });

  it.each([2, 7, 50])('of equal correlations (d = %i) is 1 + (d - 1) rho', (d) => {
    const matrix = matrixOf(d, (i, j) => (i === j ? 1 : 0.95));
    const expected = 1 + (d - 1) * 0.95;
    expect(Math.abs(largestEigenvalue(matrix, d) - expected)).toBeLessThan(1e-14 * expected);
  });

  it('of a diagonal matrix is its largest entry, also where that is below zero', () => {
    expect(largestEigenvalue(Float64Array.of(2, 0, 0, 0, 5, 0, 0, 0, 3), 3)).toBe(5);
    expect(largestEigenvalue(Float64Array.of(-4, 0, 0, -2), 2)).toBe(-2);
    expect(largestEigenvalue(new Float64Array(9), 3)).toBe(0);
  });

  it.each(oneNeuron.cases)('is the smoothness that NumPy finds: $name', ({ features, n, d, smoothness }) => {
    const matrix = new Float64Array(d * d);
    gram(matrix, Float64Array.from(features), n, d);
    expect(Math.abs(largestEigenvalue(matrix, d) - smoothness)).toBeLessThanOrEqual(1e-13 * smoothness);
  });

  it('bounds every Rayleigh quotient from above', () => {
    fc.assert(
      fc.property(gramMatrices, ({ matrix, d, v }) => {
        const image = new Float64Array(d);
        multiply(image, matrix, v);
        expect(dot(v, image)).toBeLessThanOrEqual(
          largestEigenvalue(matrix, d) * dot(v, v) * (1 + 1e-13) + 1e-300,
        );
      }),
      CHECK,
    );
  });

  it('is the least bound: a little more makes lambda I - M definite, a little less does not', () => {
    fc.assert(
      fc.property(gramMatrices, ({ matrix, d }) => {
        const largest = largestEigenvalue(matrix, d);
        fc.pre(largest > 1e-6);
        const negative = matrix.map((value) => -value);
        const definite = (shift: number) =>
          solveSymmetric(new Float64Array(d), negative, new Float64Array(d), shift, new Float64Array(d * d));
        expect(definite(largest * (1 + 1e-12))).toBe(true);
        expect(definite(largest * (1 - 1e-12))).toBe(false);
      }),
      CHECK,
    );
  });

  it('comes with a unit vector that the matrix stretches by it', () => {
    fc.assert(
      fc.property(gramMatrices, ({ matrix, d }) => {
        const vector = new Float64Array(d);
        const largest = largestEigenvalue(matrix, d, vector);
        expect(largest).toBe(largestEigenvalue(matrix, d));
        expect(dot(vector, vector)).toBeCloseTo(1, 14);
        const image = new Float64Array(d);
        multiply(image, matrix, vector);
        for (let j = 0; j < d; j++)
          expect(Math.abs(image[j]! - largest * vector[j]!)).toBeLessThanOrEqual(1e-14 * (largest + 1e-300));
      }),
      CHECK,
    );
  });

  it('leaves the matrix alone and is NaN for entries that are not finite', () => {
    const matrix = Float64Array.of(1, 0.5, 0.5, 2);
    largestEigenvalue(matrix, 2);
    expect([...matrix]).toEqual([1, 0.5, 0.5, 2]);
    expect(largestEigenvalue(Float64Array.of(1, Number.NaN, Number.NaN, 1), 2)).toBeNaN();
    expect(largestEigenvalue(Float64Array.of(Number.POSITIVE_INFINITY), 1)).toBeNaN();
  });
});
