import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/vector-output.json';
import { createOutputLoss } from '../output-loss.ts';
import { createOutputSolver } from './output-solver.ts';

describe('the optimum in closed form', () => {
  it.each(reference.orthonormal)('classes of $sizes at beta $beta', ({ n, d, K, beta, optimum, ...one }) => {
    const data = {
      features: Float64Array.from(one.features),
      labels: Float64Array.from(one.labels),
      samples: n,
      beta,
    };
    const solver = createOutputSolver({ ...data, solver: 'closed' });
    expect(solver.objective).toBeCloseTo(1 / 2, 15);
    expect(solver.status).toBe('moving');
    expect(solver.lowerBound / optimum).toBeCloseTo(1, 13);
    solver.step();
    expect(solver.status).toBe('optimal');
    expect(solver.objective).toBe(solver.lowerBound);
    expect(solver.objective / optimum).toBeCloseTo(1, 13);
    const state = new Float64Array(solver.dimension);
    solver.write(state);
    const w = new Float64Array(state.length);
    for (let j = 0; j < K; j++) {
      for (let k = 0; k < d; k++) w[k * K + j] = state[j * (d + K) + k]!;
      for (let c = 0; c < K; c++) w[d * K + j * K + c] = state[j * (d + K) + d + c]!;
    }
    const F = createOutputLoss({ ...data, neurons: K }).loss(w);
    expect(F / optimum).toBeCloseTo(1, 12);
  });

  it('is the zero network where every class is forgotten', () => {
    const labels = Float64Array.of(1, 0, 0, 1);
    const solver = createOutputSolver({
      features: labels,
      labels,
      samples: 2,
      beta: 0.6,
      solver: 'closed',
    });
    expect([solver.status, solver.objective, solver.lowerBound]).toEqual(['optimal', 0.5, 0.5]);
  });
});
