import { describe, expect, it } from 'vitest';
import {
  allPermutations,
  anyDoublyStochastic,
  anyMatrix,
  anySymmetric,
  farthest,
  matrixOfPermutation,
  product,
} from '../../fixtures/doubly-stochastic.ts';
import { createRandom, type RandomSource } from '../../kernels/random.ts';
import { matchingCost } from './matching-cost.ts';
import type { MatrixCost } from './matrices/cost.ts';
import { layersCost } from './matrices/layers-cost.ts';
import { drawLayers } from './matrices/layers-data.ts';
import {
  bestOf,
  costOfPermutation,
  equalCost,
  factorial,
  indexOf,
  permutationAt,
  permutationCosts,
} from './permutation-costs.ts';

const source = (stream: number): RandomSource => createRandom(20_150_310, stream);
const anyMatching = (random: RandomSource, n = 2 + random.integer(9)) =>
  matchingCost(anySymmetric(random, n, false), anySymmetric(random, n, false), n);
const anyLayers = (random: RandomSource) =>
  layersCost(drawLayers(2 + random.integer(2), 2 + random.integer(2), random.uniform(), random.integer(1e6)));
const kinds = [
  ['matching', anyMatching],
  ['layers', anyLayers],
] as const;
const costAt = ({ n, evaluate }: MatrixCost, matrix: Float64Array) =>
  evaluate(new Float64Array(n * n), matrix);

describe.each(kinds)('E of %s', (_, any) => {
  it('has this gradient, by differences, which are exact of a quadratic', () => {
    const random = source(0);
    for (let draw = 0; draw < 200; draw++) {
      const cost = any(random);
      const { n } = cost;
      const [at, along] = [anyMatrix(random, n), anyMatrix(random, n)];
      const gradient = new Float64Array(n * n);
      const value = cost.evaluate(gradient, at);
      const shifted = (t: number) =>
        costAt(
          cost,
          at.map((entry, k) => entry + t * along[k]!),
        );
      const slope = (shifted(1) - shifted(-1)) / 2;
      expect(Math.abs(slope - product(gradient, along))).toBeLessThan(
        1e-12 * (value + shifted(1) + shifted(-1)),
      );
      expect(value).toBeGreaterThan(0);
    }
  });

  it("has the largest eigenvalue of its second derivatives as L, by von Mises' iteration", () => {
    const random = source(1);
    for (let draw = 0; draw < 40; draw++) {
      const cost = any(random);
      const { n, smoothness } = cost;
      let at = anyMatrix(random, n);
      const [here, origin] = [new Float64Array(n * n), new Float64Array(n * n)];
      cost.evaluate(origin, new Float64Array(n * n));
      let largest = 0;
      for (let step = 0; step < 400; step++) {
        const length = Math.sqrt(product(at, at));
        at = at.map((entry) => entry / length);
        cost.evaluate(here, at);
        largest = 0;
        for (let k = 0; k < n * n; k++) largest += (here[k]! - origin[k]!) * at[k]!;
        at = at.map((_, k) => here[k]! - origin[k]!);
      }
      expect(largest).toBeLessThan(smoothness * (1 + 1e-12));
      expect(largest).toBeGreaterThan(0.99 * smoothness);
    }
  });

  it('is at permutations what their pairs of rows sum to, in a list of all n! as for one', () => {
    const random = source(2);
    for (let draw = 0; draw < 40; draw++) {
      const cost = any(random, 2 + random.integer(4));
      const { n } = cost;
      if (n > 6) continue;
      const costs = permutationCosts(cost);
      const list = allPermutations(n);
      expect(costs).toHaveLength(list.length);
      const near = 1e-13 * n * cost.smoothness;
      expect([...costs]).toEqual(list.map((permutation) => costOfPermutation(cost, permutation)));
      const values = list.map((permutation) => costAt(cost, matrixOfPermutation(permutation)));
      expect(farthest(costs, values)).toBeLessThan(near);
      expect(list.map((_, index) => permutationAt(index, n))).toEqual(list);
      expect(list.map(indexOf)).toEqual(list.map((_, index) => index));
      const best = bestOf(costs, n, equalCost(cost));
      expect(best.cost).toBe(Math.min(...costs));
      expect(best.permutations).toContainEqual(list[costs.indexOf(best.cost)]);
    }
  });

  it('lies above every linearisation: a bound by one assignment is above the cost of no permutation', () => {
    const random = source(3);
    for (let draw = 0; draw < 60; draw++) {
      const cost = any(random, 2 + random.integer(4));
      const { n } = cost;
      if (n > 6) continue;
      const costs = permutationCosts(cost);
      const list = allPermutations(n).map(matrixOfPermutation);
      const gradient = new Float64Array(n * n);
      for (let at = 0; at < 20; at++) {
        const matrix = anyDoublyStochastic(random, n);
        const value = cost.evaluate(gradient, matrix);
        const slope = product(gradient, matrix);
        const above = list.map((corner, index) => value + product(gradient, corner) - slope - costs[index]!);
        expect(Math.max(...above)).toBeLessThan(1e-12 * n * cost.smoothness);
      }
    }
  });
});

describe('E of matching', () => {
  it('counts the squared differences of matched entries', () => {
    const [a, b] = [Float64Array.of(1, 5, 5, 2), Float64Array.of(3, 4, 4, 7)];
    const cost = matchingCost(a, b, 2);
    expect([...permutationCosts(cost)]).toEqual([4 + 2 * 1 + 25, 36 + 2 * 1 + 1]);
  });

  it('is 0 everywhere, with L = 0, iff A = B is a multiple of I', () => {
    for (const factor of [0, 1, -7.3, 1e3])
      for (let n = 2; n <= 10; n++) {
        const matrix = new Float64Array(n * n);
        for (let i = 0; i < n; i++) matrix[i * n + i] = factor;
        const cost = matchingCost(matrix, matrix, n);
        expect(cost.smoothness).toBe(0);
        const random = source(4);
        expect(costAt(cost, anyDoublyStochastic(random, n))).toBeLessThan(1e-20);
        if (n > 6) continue;
        const costs = permutationCosts(cost);
        const best = bestOf(costs, n, equalCost(cost));
        expect(best).toMatchObject({ cost: 0, count: factorial(n), within: 0 });
        expect(best.permutations).toEqual(allPermutations(n).slice(0, 8));
      }
    const a = Float64Array.of(1, 0, 0, 1);
    expect(matchingCost(a, Float64Array.of(1, 0, 0, 2), 2).smoothness).toBeGreaterThan(0);
  });

  it('ties all permutations of constant graphs, with entries up to 1e3', () => {
    for (const [first, second] of [
      [1, 2],
      [1e3, -1e3],
      [0.1, 0.3],
    ] as const)
      for (let n = 2; n <= 7; n++) {
        const full = (entry: number) => new Float64Array(n * n).fill(entry);
        const cost = matchingCost(full(first), full(second), n);
        const best = bestOf(permutationCosts(cost), n, equalCost(cost));
        expect(best.count).toBe(factorial(n));
        expect(Math.abs(best.cost / (n * n * (first - second) ** 2) - 1)).toBeLessThan(1e-14);
      }
  });

  it('counts the copies of a graph with symmetries, whatever the order of its terms', () => {
    const random = source(5);
    // Two equal disconnected halves: both orders are equal up to rounding.
    for (let draw = 0; draw < 20; draw++) {
      const half = anySymmetric(random, 3, false).map((entry) => 300 * entry);
      const twice = new Float64Array(36);
      for (let i = 0; i < 3; i++)
        for (let j = 0; j < 3; j++) twice[i * 6 + j] = twice[(i + 3) * 6 + j + 3] = half[i * 3 + j]!;
      const cost = matchingCost(
        twice,
        anySymmetric(random, 6, false).map((entry) => 300 * entry),
        6,
      );
      const best = bestOf(permutationCosts(cost), 6, equalCost(cost));
      expect(best.count).toBe(2);
      const [one, other] = best.permutations;
      expect(other).toEqual([...one!.slice(3), ...one!.slice(0, 3)]);
    }
  });

  it('gives NaN of what is not finite', () => {
    const cost = anyMatching(source(6), 3);
    const gradient = new Float64Array(9);
    expect(cost.evaluate(gradient, new Float64Array(9).fill(Number.NaN))).toBeNaN();
    expect(gradient.every(Number.isNaN)).toBe(true);
  });

  it('is symmetric in its graphs: exchanged, the inverse permutation costs the same', () => {
    const random = source(7);
    for (let draw = 0; draw < 50; draw++) {
      const n = 2 + random.integer(5);
      const [a, b] = [anySymmetric(random, n, true), anySymmetric(random, n, true)];
      const [there, back] = [
        permutationCosts(matchingCost(a, b, n)),
        permutationCosts(matchingCost(b, a, n)),
      ];
      const inverse = allPermutations(n).map((p) => back[indexOf(p.map((_, column) => p.indexOf(column)))]!);
      expect(farthest(there, inverse)).toBe(0);
    }
  });
});
