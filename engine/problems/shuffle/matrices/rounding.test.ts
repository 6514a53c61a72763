import { describe, expect, it } from 'vitest';
import {
  allPermutations,
  anyDoublyStochastic,
  anyPermutation,
  anySymmetric,
  matrixOfPermutation,
  product,
} from '../../../fixtures/doubly-stochastic.ts';
import { createRandom, type RandomSource } from '../../../kernels/random.ts';
import { matchingCost } from '../matching-cost.ts';
import { costOfPermutation } from '../permutation-costs.ts';
import { createRounding } from './rounding.ts';

const source = (stream: number): RandomSource => createRandom(18_840_509, stream);
const LISTS = Array.from({ length: 7 }, (_, n) => allPermutations(n));
const anyCost = (random: RandomSource, n: number) =>
  matchingCost(anySymmetric(random, n, false), anySymmetric(random, n, false), n);

/** A mixture with many ties: multiples of 1/2, 1/6 and the like. */
function tiedMatrix(random: RandomSource, n: number): Float64Array<ArrayBuffer> {
  const count = 2 + random.integer(3);
  const matrix = new Float64Array(n * n);
  for (let k = 0; k < count; k++)
    for (const [i, j] of anyPermutation(random, n).entries()) matrix[i * n + j]! += 1 / count;
  return matrix;
}

describe('rounding', () => {
  it('is the largest <X, M> of all n!, and of the tied the lexicographically first, with the least and the largest cost, n = 2..6', () => {
    const random = source(0);
    let ties = 0;
    for (let draw = 0; draw < 600; draw++) {
      const n = 2 + random.integer(5);
      const cost = anyCost(random, n);
      const matrix = draw % 2 === 0 ? tiedMatrix(random, n) : anyDoublyStochastic(random, n);
      const rounded = createRounding(cost)(matrix);
      const list = LISTS[n]!;
      const along = list.map((permutation) => product(matrix, matrixOfPermutation(permutation)));
      const most = Math.max(...along);
      const tied = list.filter((_, k) => along[k]! >= most - 1e-9);
      const costs = tied.map((permutation) => costOfPermutation(cost, permutation));
      expect(rounded.permutation).toEqual(tied[0]);
      expect(rounded.cost).toBe(costOfPermutation(cost, tied[0]!));
      expect(rounded.tie).toBe(tied.length > 1);
      expect(rounded.tiedCosts).toEqual(tied.length > 1 ? [Math.min(...costs), Math.max(...costs)] : null);
      if (rounded.tie) ties++;
    }
    expect(ties).toBeGreaterThan(100);
  });

  it('takes 1e-9 for a tie, and no more', () => {
    const random = source(1);
    const round = createRounding(anyCost(random, 4));
    // <X, M> of the identity exceeds that of the exchange of the first two by 4 times this.
    const shifted = (by: number) =>
      Float64Array.of(0.5 + by, 0.5 - by, 0, 0, 0.5 - by, 0.5 + by, 0, 0, 0, 0, 1, 0, 0, 0, 0, 1);
    expect(round(shifted(0.24e-9))).toMatchObject({ permutation: [0, 1, 2, 3], tie: true });
    expect(round(shifted(0.26e-9))).toMatchObject({ permutation: [0, 1, 2, 3], tie: false, tiedCosts: null });
    expect(round(shifted(-0.24e-9))).toMatchObject({ permutation: [0, 1, 2, 3], tie: true });
    expect(round(shifted(-0.26e-9))).toMatchObject({ permutation: [1, 0, 2, 3], tie: false });
  });

  it('of half of two permutations chooses in each of their cycles, n = 7..10; beyond 8 the costs of the tied are not listed', () => {
    const random = source(2);
    for (let draw = 0; draw < 200; draw++) {
      const n = 7 + random.integer(4);
      const cost = anyCost(random, n);
      const [p, q] = [anyPermutation(random, n), anyPermutation(random, n)];
      const matrix = new Float64Array(n * n);
      for (let i = 0; i < n; i++) {
        matrix[i * n + p[i]!]! += 0.5;
        matrix[i * n + q[i]!]! += 0.5;
      }
      // In a row's cycle the columns are all of p or all of q; its first row decides.
      const first = new Array<number>(n).fill(-1);
      for (let i = 0; i < n; i++) {
        if (first[i]! >= 0) continue;
        const chosen = p[i]! < q[i]! ? p : q;
        for (let row = i; first[row]! < 0; row = p.indexOf(q[row]!)) first[row] = chosen[row]!;
      }
      const rounded = createRounding(cost)(matrix);
      expect(rounded.permutation).toEqual(first);
      const isSame = p.every((column, row) => column === q[row]);
      expect(rounded.tie).toBe(!isSame);
      expect(rounded.tiedCosts === null).toBe(isSame || n > 8);
    }
  });

  it('of the centre ties all, and says so', () => {
    const random = source(3);
    for (let n = 2; n <= 10; n++) {
      const cost = anyCost(random, n);
      const rounded = createRounding(cost)(new Float64Array(n * n).fill(1 / n));
      expect(rounded.permutation).toEqual(Array.from({ length: n }, (_, k) => k));
      expect(rounded.tie).toBe(true);
      if (n > 6) continue;
      const costs = LISTS[n]!.map((permutation) => costOfPermutation(cost, permutation));
      expect(rounded.tiedCosts).toEqual([Math.min(...costs), Math.max(...costs)]);
    }
  });

  it('of what is not finite is the identity, and no tie', () => {
    const round = createRounding(anyCost(source(4), 3));
    expect(round(new Float64Array(9).fill(Number.NaN))).toMatchObject({ permutation: [0, 1, 2], tie: false });
  });
});
