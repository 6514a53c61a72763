import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import {
  anyDoublyStochastic,
  anyPermutation,
  anySymmetric,
  matrixOfPermutation,
  matrixOfWeights,
  sumsOf,
} from '../../../fixtures/doubly-stochastic.ts';
import { createRandom, type RandomSource } from '../../../kernels/random.ts';
import { matchingCost } from '../matching-cost.ts';
import { birkhoffRelaxation } from './birkhoff-relaxation.ts';
import { tellMatrix } from './matrices.ts';
import { addPenaltyGradient, measureLengths, penaltyOf } from './penalty.ts';

const source = (stream: number): RandomSource => createRandom(19_010_824, stream);
const penalty = (matrix: Float64Array) => {
  const lengths = new Float64Array(2 * Math.sqrt(matrix.length));
  measureLengths(lengths, matrix, lengths.length / 2);
  return penaltyOf(lengths);
};

describe('the penalty', () => {
  it('is the sum over rows and columns of ||.||_1 - ||.||_2', () => {
    const random = source(0);
    for (let draw = 0; draw < 500; draw++) {
      const n = 2 + random.integer(7);
      const matrix = anyDoublyStochastic(random, n);
      let expected = sumsOf(matrix).reduce((sum, one) => sum + one, 0);
      const squares = sumsOf(matrix.map((entry) => entry ** 2));
      for (const square of squares) expected -= Math.sqrt(square);
      expect(Math.abs(penalty(matrix) - expected)).toBeLessThan(1e-13);
    }
  });

  it('is 0 at permutations alone, and never below', () => {
    const random = source(1);
    for (let n = 2; n <= 10; n++) {
      const corner = matrixOfPermutation(anyPermutation(random, n));
      expect(penalty(corner)).toBe(0);
      // A row that rounding has made longer than 1.
      corner[corner.indexOf(1)] = 1 + 1e-15;
      expect(penalty(corner)).toBe(0);
      const centre = new Float64Array(n * n).fill(1 / n);
      expect(Math.abs(penalty(centre) - 2 * n * (1 - 1 / Math.sqrt(n)))).toBeLessThan(1e-13);
    }
  });

  it('lies between half of ||M - X||_1 and it, X the nearest permutation, n = 2..8', () => {
    const random = source(2);
    let [least, most] = [1, 0];
    // Largest errors of the sums and of the bounds.
    let [off, past] = [0, 0];
    for (let draw = 0; draw < (runsAll ? 5000 : 1500); draw++) {
      const n = 2 + random.integer(7);
      const matrix = anyDoublyStochastic(random, n);
      const relaxation = birkhoffRelaxation(matchingCost(matrix, matrix, n));
      const told = tellMatrix(relaxation, matrix);
      const corner = matrixOfPermutation(told.rounded.permutation);
      let distance = 0;
      for (let at = 0; at < n * n; at++) distance += Math.abs(matrix[at]! - corner[at]!);
      past = Math.max(past, distance / 2 - told.penalty, told.penalty - distance);
      if (distance > 1e-3) {
        least = Math.min(least, told.penalty / distance);
        most = Math.max(most, told.penalty / distance);
      }
      const shares = [...told.rows, ...told.columns];
      const sum = shares.reduce((all, share) => all + share, 0);
      off = Math.max(off, Math.abs(told.distance - distance), Math.abs(sum - told.penalty));
    }
    expect(off).toBeLessThan(1e-13);
    expect(past).toBeLessThan(1e-13);
    // Neither bound can be much better.
    expect(least).toBeLessThan(0.62);
    expect(most).toBeGreaterThan(0.99);
  });

  it('has this gradient, by differences, and lies below its linearisation', () => {
    const random = source(3);
    for (let draw = 0; draw < 200; draw++) {
      const n = 2 + random.integer(7);
      const matrix = anyDoublyStochastic(random, n);
      const lengths = new Float64Array(2 * n);
      measureLengths(lengths, matrix, n);
      const gradient = anySymmetric(random, n, false);
      const before = gradient.slice();
      addPenaltyGradient(gradient, matrix, lengths, 3);
      const other = anyDoublyStochastic(random, n);
      const along = (t: number) => matrix.map((entry, at) => entry + t * (other[at]! - entry));
      let slope = 0;
      for (let at = 0; at < n * n; at++)
        slope += ((gradient[at]! - before[at]!) / 3) * (other[at]! - matrix[at]!);
      const differences = (penalty(along(1e-5)) - penalty(along(0))) / 1e-5;
      expect(Math.abs(slope - differences)).toBeLessThan(1e-3);
      expect(penalty(other)).toBeLessThan(penalty(matrix) + slope + 1e-12);
    }
  });
});

describe('the reading of a matrix', () => {
  it('has the two triangles of n = 3 alone', () => {
    const random = source(4);
    for (let n = 2; n <= 5; n++) {
      const matrix = anyDoublyStochastic(random, n);
      const told = tellMatrix(birkhoffRelaxation(matchingCost(matrix, matrix, n)), matrix);
      expect(told.planes !== null).toBe(n === 3);
      expect([...told.matrix]).toEqual([...matrix]);
      if (told.planes)
        for (const [at, entry] of matrixOfWeights(told.planes).entries())
          expect(Math.abs(entry - matrix[at]!)).toBeLessThan(1e-15);
    }
  });
});
