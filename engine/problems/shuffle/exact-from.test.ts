import { describe, expect, it } from 'vitest';
import {
  allPermutations,
  anyDoublyStochastic,
  anyMatrix,
  anySymmetric,
  matrixOfPermutation,
} from '../../fixtures/doubly-stochastic.ts';
import at0 from '../../fixtures/shuffle-0.json' with { type: 'json' };
import exact from '../../fixtures/shuffle-exact.json' with { type: 'json' };
import at3 from '../../fixtures/shuffle-matrices-3.json' with { type: 'json' };
import { createRandom, type RandomSource } from '../../kernels/random.ts';
import { birkhoffRelaxation } from './birkhoff-relaxation.ts';
import { exactFrom, leastDeviation } from './exact-from.ts';
import { layersCost } from './layers-cost.ts';
import { drawLayers } from './layers-data.ts';
import { matchingCost } from './matching-cost.ts';
import type { MatrixCost } from './matrix-cost.ts';
import { bestOf, equalCost, permutationCosts } from './permutation-costs.ts';

const source = (stream: number): RandomSource => createRandom(20_190_124, stream);
const close = (found: number, expected: number) =>
  expect(Math.abs(found - expected)).toBeLessThan(1e-9 * Math.max(1, Math.abs(expected)));

function anyCost(random: RandomSource, draw: number): MatrixCost {
  if (draw % 5 === 0) return layersCost(drawLayers(2, 2, random.uniform(), random.integer(1000)));
  const n = 2 + random.integer(3);
  const whole = draw % 2 === 0;
  return matchingCost(anySymmetric(random, n, whole), anySymmetric(random, n, whole), n);
}

describe("the least deviation of a matrix from r 1' + 1 c'", () => {
  it('is that of a linear program, n = 2..10', () => {
    expect(exact.deviations).toHaveLength(18);
    for (const { n, matrix, deviation } of exact.deviations)
      close(leastDeviation(Float64Array.from(matrix), n), deviation);
  });

  it('does not see r and c, and is 0 of them alone', () => {
    const random = source(0);
    for (let draw = 0; draw < 200; draw++) {
      const n = 2 + random.integer(9);
      const [matrix, sides] = [anyMatrix(random, n), anyMatrix(random, n, 5)];
      const shift = matrix.map((_, at) => sides[Math.floor(at / n)]! + sides[n + (at % n)]!);
      close(
        leastDeviation(
          matrix.map((entry, at) => entry + shift[at]!),
          n,
        ),
        leastDeviation(matrix, n),
      );
      close(leastDeviation(shift, n), 0);
    }
  });
});

describe('the lambda from which the penalty is exact', () => {
  it('is that of linear programs at all n! permutations', () => {
    const known = [at0, at3].flatMap(({ offset, matching, layers }) => [
      ...matching.map(({ name, n, A, B }) => ({
        name,
        offset,
        cost: matchingCost(Float64Array.from(A), Float64Array.from(B), n),
      })),
      ...layers.map((one, k) => ({
        name: `layers-${k}`,
        offset,
        cost: layersCost({
          groups: one.groups,
          size: one.channels / one.groups,
          first: Float64Array.from(one.W1),
          second: Float64Array.from(one.W2),
          known: Float64Array.from(one.W2student),
          planted: one.planted,
        }),
      })),
    ]);
    const of = (name: string, offset: number) =>
      known.find((one) => one.name === name && one.offset === offset)!.cost;
    expect(exact.bounds).toHaveLength(8);
    for (const { name, offset, bound } of exact.bounds) close(exactFrom(of(name, offset))!, bound);
    expect(exactFrom(of('weighted-5', 0))).toBeNull();
  });

  it('bounds how much E changes between a matrix and the permutation nearest to it', () => {
    const random = source(1);
    for (let draw = 0; draw < 100; draw++) {
      const cost = anyCost(random, draw);
      const { n } = cost;
      const most = exactFrom(cost)! / 2;
      const gradient = new Float64Array(n * n);
      const { round } = birkhoffRelaxation(cost);
      for (let at = 0; at < 40; at++) {
        const matrix = anyDoublyStochastic(random, n);
        const nearest = matrixOfPermutation(round(matrix).permutation);
        let distance = 0;
        for (let k = 0; k < n * n; k++) distance += Math.abs(matrix[k]! - nearest[k]!);
        const change = cost.evaluate(gradient, matrix) - cost.evaluate(gradient, nearest);
        expect(Math.abs(change)).toBeLessThan(most * distance + 1e-10);
      }
    }
  });

  it('keeps E + lambda P of drawn matrices and along descents (lambda/2 - l) P above the best permutation', () => {
    const random = source(2);
    let ends = 0;
    for (let draw = 0; draw < 60; draw++) {
      const cost = anyCost(random, draw);
      const { n } = cost;
      const lipschitz = exactFrom(cost)! / 2;
      const lambda = 2 * lipschitz * (1 + 0.1 * random.uniform()) + 1e-3;
      const best = bestOf(permutationCosts(cost), n, equalCost(cost));
      const relaxation = birkhoffRelaxation(cost);
      const gradient = new Float64Array(n * n);
      for (let at = 0; at < 20; at++) {
        const state = anyDoublyStochastic(random, n);
        const projector = relaxation.projector();
        for (let k = 0; k < 30; k++) {
          const penalty = relaxation.penalty(state);
          const above = relaxation.cost(gradient, state) + lambda * penalty - best.cost;
          expect(above - (lambda / 2 - lipschitz) * penalty).toBeGreaterThan(-1e-10 * Math.max(1, best.cost));
          if (above < 1e-10 * Math.max(1, best.cost)) ends++;
          relaxation.addPenalty(gradient, state, lambda);
          const step = cost.smoothness > 0 ? 1 / cost.smoothness : 1;
          for (let i = 0; i < n * n; i++) state[i] = state[i]! - step * gradient[i]!;
          projector.project(state);
        }
      }
    }
    // Some came to a best one.
    expect(ends).toBeGreaterThan(100);
  });

  it('is at least twice the largest threshold of a corner', () => {
    const random = source(3);
    for (let draw = 0; draw < 60; draw++) {
      const cost = anyCost(random, draw);
      const { threshold } = birkhoffRelaxation(cost);
      const most = Math.max(...allPermutations(cost.n).map((permutation) => threshold(permutation)));
      expect(exactFrom(cost)!).toBeGreaterThan(2 * most - 1e-9);
    }
  });
});
