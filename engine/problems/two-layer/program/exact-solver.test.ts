import { describe, expect, it } from 'vitest';
import fixture from '../../../fixtures/two-layer.json';
import { CRITERIA } from '../../../run/status.ts';
import { createNetworkLoss } from '../network/loss.ts';
import { createExactSolver, exactCapacity } from './exact-solver.ts';

const cases = fixture.cases.map(({ features, labels, beta, optimum }) => ({
  features: Float64Array.from(features),
  labels: Float64Array.from(labels),
  beta,
  optimum,
}));

describe.each(cases)('$labels.length samples, beta $beta', ({ features, labels, beta, optimum }) => {
  it('ends optimal at the reference, and its state is a network with that objective', () => {
    const solver = createExactSolver(features, labels, beta);
    const state = new Float64Array(solver.dimension);
    let before = solver.objective;
    let bound = solver.lowerBound;
    while (solver.status === 'moving') {
      solver.step();
      expect(solver.objective).toBeLessThanOrEqual(before);
      expect(solver.lowerBound).toBeGreaterThanOrEqual(bound);
      expect(solver.lowerBound).toBeLessThanOrEqual(optimum * (1 + 1e-12));
      before = solver.objective;
      bound = solver.lowerBound;
      solver.write(state);
      const neurons = solver.dimension / 3;
      const { loss } = createNetworkLoss({ features, labels, neurons, beta, trainOutput: true });
      expect(Math.abs(loss(state) - solver.objective)).toBeLessThanOrEqual(1e-14 * (1 + solver.objective));
    }
    expect(solver.status).toBe('optimal');
    expect(Math.abs(solver.objective - optimum)).toBeLessThanOrEqual(1e-8 * optimum);
    expect(solver.objective - solver.lowerBound).toBeLessThanOrEqual(CRITERIA.gap * solver.objective);
  });

  it('does nothing any more once it has ended, and ends sooner for a wider gap', () => {
    const [tight, wide] = [
      createExactSolver(features, labels, beta),
      createExactSolver(features, labels, beta, 0.5),
    ];
    let rounds = 0;
    for (; tight.status === 'moving'; rounds++) tight.step();
    let fewer = 0;
    for (; wide.status === 'moving'; fewer++) wide.step();
    expect(fewer).toBeLessThanOrEqual(rounds);
    const { objective, lowerBound } = tight;
    tight.step();
    expect([tight.objective, tight.lowerBound]).toEqual([objective, lowerBound]);
  });
});

it('is optimal with no neuron before the first round where the labels are zero', () => {
  const solver = createExactSolver(Float64Array.of(1, 2, -1, 0.5), Float64Array.of(0, 0), 0.1);
  expect([solver.status, solver.objective]).toEqual(['optimal', 0]);
  const state = new Float64Array(3 * exactCapacity(2)).fill(7);
  solver.write(state);
  expect(state.every((value) => value === 0)).toBe(true);
});

it('resists, in words, where rounding keeps the gap open', () => {
  // A gap of 0 is below what rounding leaves: the rounds at rest end it.
  const { features, labels, beta } = cases[1]!;
  const solver = createExactSolver(features, labels, beta, 0);
  let rounds = 0;
  for (; solver.status === 'moving'; rounds++) solver.step();
  expect(rounds).toBeLessThan(200);
  expect(solver.status).toBe(solver.objective === solver.lowerBound ? 'optimal' : 'resists');
});
