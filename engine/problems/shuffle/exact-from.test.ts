import { describe, expect, it } from 'vitest';
import {
  allPermutations,
  anyDoublyStochastic,
  anySymmetric,
  matrixOfPermutation,
} from '../../fixtures/doubly-stochastic.ts';
import { createRandom, type RandomSource } from '../../kernels/random.ts';
import { exactFrom } from './exact-from.ts';
import type { Relaxation } from './instance.ts';
import { matchingCost } from './matching-cost.ts';
import { birkhoffRelaxation } from './matrices/birkhoff-relaxation.ts';
import type { MatrixCost } from './matrices/cost.ts';
import { layersCost } from './matrices/layers-cost.ts';
import { drawLayers } from './matrices/layers-data.ts';
import { costOfPermutation } from './permutation-costs.ts';

const source = (stream: number): RandomSource => createRandom(20_190_124, stream);

function anyCost(random: RandomSource, draw: number): MatrixCost {
  if (draw % 5 === 0) return layersCost(drawLayers(2, 2, random.uniform(), random.integer(1000)));
  const n = 2 + random.integer(4);
  const whole = draw % 2 === 0;
  return matchingCost(anySymmetric(random, n, whole), anySymmetric(random, n, whole), n);
}

/** The thresholds of all n! corners. */
const thresholdsOf = (cost: MatrixCost, { threshold }: Relaxation) =>
  allPermutations(cost.n).map((permutation) => ({
    permutation,
    cost: costOfPermutation(cost, permutation),
    threshold: threshold(permutation),
  }));

const distanceOf = (a: Float64Array, b: Float64Array) =>
  a.reduce((sum, entry, at) => sum + Math.abs(entry - b[at]!), 0);

describe('the lambda from which the penalty is exact', () => {
  it('is twice a bound on how far E falls from a permutation, by its distance', () => {
    const random = source(1);
    for (let draw = 0; draw < 60; draw++) {
      const cost = anyCost(random, draw);
      const relaxation = birkhoffRelaxation(cost);
      const gradient = new Float64Array(cost.n ** 2);
      for (const { permutation, cost: own, threshold } of thresholdsOf(cost, relaxation).slice(0, 24))
        for (let at = 0; at < 5; at++) {
          const matrix = anyDoublyStochastic(random, cost.n);
          const distance = distanceOf(matrix, matrixOfPermutation(permutation));
          const fall = own - cost.evaluate(gradient, matrix);
          expect(fall).toBeLessThan(threshold * distance + 1e-12 * cost.n * cost.smoothness + 1e-20);
        }
    }
  });

  it('keeps E + lambda P, of drawn matrices and along descents, above the best permutation as is proved', () => {
    const random = source(2);
    let ends = 0;
    for (let draw = 0; draw < 60; draw++) {
      const cost = anyCost(random, draw);
      const { n, smoothness } = cost;
      const relaxation = birkhoffRelaxation(cost);
      const thresholds = thresholdsOf(cost, relaxation);
      const from = exactFrom(thresholds);
      const lambda = from * (1 + 0.1 * random.uniform()) + 1e-3 * smoothness;
      const best = Math.min(...thresholds.map(({ cost: own }) => own));
      const rounding = 1e-11 * n * smoothness;
      const gradient = new Float64Array(n * n);
      const projector = relaxation.projector();
      for (let at = 0; at < 20; at++) {
        const state = anyDoublyStochastic(random, n);
        for (let k = 0; k < 30; k++) {
          const nearest = matrixOfPermutation(relaxation.round(state).permutation);
          const above = relaxation.cost(gradient, state) + lambda * relaxation.penalty(state) - best;
          const sure = (lambda / 2 - from / 2) * distanceOf(state, nearest);
          expect(above).toBeGreaterThanOrEqual(sure - rounding);
          if (above <= rounding) ends++;
          relaxation.addPenalty(gradient, state, lambda);
          const step = smoothness > 0 ? 1 / smoothness : 1;
          for (let i = 0; i < n * n; i++) state[i] = state[i]! - step * gradient[i]!;
          projector.project(state);
        }
      }
    }
    // Some reach a best permutation.
    expect(ends).toBeGreaterThan(100);
  });
});
