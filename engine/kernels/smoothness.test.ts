import { describe, expect, it } from 'vitest';
import { largestEigenvalue } from './eigen.ts';
import { createRandom, fillNormal } from './random.ts';
import { largestEigenvalueBySteps, smoothnessOf } from './smoothness.ts';
import { gram } from './vector.ts';

const matrixOf = (d: number, entry: (i: number, j: number) => number) =>
  Float64Array.from({ length: d * d }, (_, at) => entry(Math.floor(at / d), at % d));

function normalRows(n: number, d: number, seed: number): Float64Array {
  const rows = new Float64Array(n * d);
  fillNormal(rows, createRandom(seed, 9));
  return rows;
}

describe('the largest eigenvalue by steps', () => {
  it.each([1, 2, 3, 80, 300])('of second differences (d = %i) is 2 + 2 cos(pi / (d + 1))', (d) => {
    const matrix = matrixOf(d, (i, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0));
    const expected = 2 + 2 * Math.cos(Math.PI / (d + 1));
    expect(Math.abs(largestEigenvalueBySteps(matrix, d) / expected - 1)).toBeLessThan(1e-13);
  });

  it.each([
    [30, 40],
    [500, 40],
    [60, 80],
  ])('is Jacobi’s for %i normal rows of %i', (n, d) => {
    const matrix = new Float64Array(d * d);
    gram(matrix, normalRows(n, d, 1), n, d);
    expect(Math.abs(largestEigenvalueBySteps(matrix, d) / largestEigenvalue(matrix, d) - 1)).toBeLessThan(
      1e-13,
    );
  });

  it('of a matrix of one direction, of a multiple of the identity, of zero, and of NaN', () => {
    expect(
      largestEigenvalueBySteps(
        matrixOf(70, () => 1),
        70,
      ),
    ).toBeCloseTo(70, 11);
    expect(
      largestEigenvalueBySteps(
        matrixOf(70, (i, j) => (i === j ? 3 : 0)),
        70,
      ),
    ).toBeCloseTo(3, 13);
    expect(largestEigenvalueBySteps(new Float64Array(4900), 70)).toBe(0);
    expect(largestEigenvalueBySteps(new Float64Array(4900).fill(Number.NaN), 70)).toBeNaN();
  });
});

describe('smoothness', () => {
  it('is the same by either way, whatever decides between them', () => {
    const rows = normalRows(300, 64, 2);
    const widened = new Float64Array(300 * 65);
    for (let i = 0; i < 300; i++) widened.set(rows.subarray(64 * i, 64 * (i + 1)), 65 * i);
    expect(Math.abs(smoothnessOf(widened, 300, 65) / smoothnessOf(rows, 300, 64) - 1)).toBeLessThan(1e-13);
  });
});
