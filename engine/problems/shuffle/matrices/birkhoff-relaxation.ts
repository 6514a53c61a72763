import type { Relaxation } from '../instance.ts';
import type { Permutation } from '../types.ts';
import { createAssigner } from './assignment.ts';
import { createBirkhoffProjector } from './birkhoff-projection.ts';
import { cornerThreshold } from './corner-threshold.ts';
import type { MatrixCost } from './cost.ts';
import { addPenaltyGradient, measureLengths, penaltyOf } from './penalty.ts';
import { createRounding } from './rounding.ts';

/** E over all doubly stochastic matrices, row-major. */
export function birkhoffRelaxation(cost: MatrixCost): Relaxation {
  const { n } = cost;
  const lengths = new Float64Array(2 * n);
  const assigner = createAssigner(n);
  const gradient = new Float64Array(n * n);

  function corner(permutation: Permutation) {
    const matrix = new Float64Array(n * n);
    for (let i = 0; i < n; i++) matrix[i * n + permutation[i]!] = 1;
    return matrix;
  }

  return {
    n,
    dimension: n * n,
    smoothness: cost.smoothness,
    cost: cost.evaluate,
    penalty(state) {
      measureLengths(lengths, state, n);
      return penaltyOf(lengths);
    },
    addPenalty(into, state, lambda) {
      measureLengths(lengths, state, n);
      addPenaltyGradient(into, state, lengths, lambda);
    },
    least: (weights) => assigner.assign(weights, 1),
    round: createRounding(cost),
    projector: () => createBirkhoffProjector(n),
    matrix: (state) => Float64Array.from(state),
    corner,
    threshold(permutation) {
      cost.evaluate(gradient, corner(permutation));
      return cornerThreshold(gradient, permutation);
    },
  };
}
