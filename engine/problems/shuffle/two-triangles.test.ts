import { describe, expect, it } from 'vitest';
import {
  anyDoublyStochastic,
  EVEN,
  matrixOfPermutation,
  matrixOfWeights,
  ODD,
  product,
} from '../../fixtures/doubly-stochastic.ts';
import { createRandom } from '../../kernels/random.ts';
import { twoTriangles } from './two-triangles.ts';

const THIRD = 1 / 3;
const off = (matrix: Float64Array) => matrix.map((entry) => entry - THIRD);
const evens = EVEN.map((permutation) => off(matrixOfPermutation(permutation)));
const odds = ODD.map((permutation) => off(matrixOfPermutation(permutation)));

describe('the doubly stochastic 3 x 3 matrices as two triangles', () => {
  it('has the even permutations in one plane and the odd ones in another, orthogonal to it', () => {
    const signOf = (p: readonly number[]) => (p[1]! - p[0]!) * (p[2]! - p[0]!) * (p[2]! - p[1]!);
    for (const permutation of EVEN) expect(signOf(permutation)).toBeGreaterThan(0);
    for (const permutation of ODD) expect(signOf(permutation)).toBeLessThan(0);
    for (const even of evens)
      for (const odd of odds) expect(Math.abs(product(even, odd))).toBeLessThan(1e-15);
    for (const three of [evens, odds])
      for (let at = 0; at < 9; at++)
        expect(Math.abs(three[0]![at]! + three[1]![at]! + three[2]![at]!)).toBeLessThan(1e-15);
  });

  it('tells M without loss: J/3 + sum a_k (P_k - J/3) + sum b_k (S_k - J/3), the weights summing to 1', () => {
    const random = createRandom(3, 0);
    for (let draw = 0; draw < 500; draw++) {
      const matrix = anyDoublyStochastic(random, 3);
      const told = twoTriangles(matrix);
      for (const weights of [told.even, told.odd])
        expect(Math.abs(weights[0] + weights[1] + weights[2] - 1)).toBeLessThan(1e-15);
      for (let at = 0; at < 9; at++) {
        let sum = THIRD;
        for (let k = 0; k < 3; k++) sum += told.even[k]! * evens[k]![at]! + told.odd[k]! * odds[k]![at]!;
        expect(Math.abs(sum - matrix[at]!)).toBeLessThan(1e-15);
        expect(Math.abs(matrixOfWeights(told)[at]! - matrix[at]!)).toBeLessThan(1e-15);
      }
    }
  });

  it('has a corner as a corner, and the centre as both centres', () => {
    for (const [k, permutation] of EVEN.entries()) {
      const { even, odd, gauges } = twoTriangles(matrixOfPermutation(permutation));
      expect(even).toEqual([0, 1, 2].map((other) => (other === k ? 1 : 0)));
      expect(odd).toEqual([THIRD, THIRD, THIRD]);
      expect(gauges).toEqual([1, 0]);
    }
    for (const [k, permutation] of ODD.entries()) {
      const { even, odd, gauges } = twoTriangles(matrixOfPermutation(permutation));
      expect(even).toEqual([THIRD, THIRD, THIRD]);
      expect(odd).toEqual([0, 1, 2].map((other) => (other === k ? 1 : 0)));
      expect(gauges).toEqual([0, 1]);
    }
    expect(
      twoTriangles(new Float64Array(9).fill(THIRD)).gauges.every((gauge) => Math.abs(gauge) < 1e-15),
    ).toBe(true);
  });

  it('is in B_3 iff the gauges sum to at most 1, and each gauge scales its triangle to the point', () => {
    const random = createRandom(4, 0);
    let inside = 0;
    for (let draw = 0; draw < 5000; draw++) {
      const weights = (): [number, number, number] => {
        const [x, y] = [0.7 * random.uniform(), 0.7 * random.uniform()];
        return [x, y, 1 - x - y];
      };
      const [even, odd] = [weights(), weights()];
      const matrix = matrixOfWeights({ even, odd });
      const { gauges } = twoTriangles(matrix);
      const least = Math.min(...matrix);
      if (Math.abs(least) < 1e-12) continue;
      expect(gauges[0] + gauges[1] <= 1).toBe(least > 0);
      if (least > 0) inside++;
      // The point over its gauge is on the border of the triangle: one weight is 0, none negative.
      for (const [side, gauge] of [
        [even, gauges[0]],
        [odd, gauges[1]],
      ] as const) {
        const scaled = side.map((weight) => THIRD + (weight - THIRD) / gauge);
        expect(Math.abs(Math.min(...scaled))).toBeLessThan(1e-12);
      }
    }
    expect(inside).toBeGreaterThan(200);
  });
});
