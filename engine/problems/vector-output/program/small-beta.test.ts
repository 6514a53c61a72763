import { describe, expect, it } from 'vitest';
import { spread } from '../../../../scripts/tier.mjs';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { createConvexProgram } from '../../two-layer/program/convex-program.ts';
import { createPlanarSurface } from '../surface/planar-surface.ts';
import { createOutputSolver } from './output-solver.ts';
import { createWorkingSet, MOST_NEW } from './output-working-set.ts';

/** n Gaussian rows with K Gaussian labels, beta a share of the largest that leaves a neuron. */
function inputOf(seed: number, n: number, K: number, share: number) {
  const random = createRandom(seed, 7);
  const [features, labels] = [new Float64Array(2 * n), new Float64Array(n * K)];
  fillNormal(features, random);
  fillNormal(labels, random);
  const surface = createPlanarSurface(features, K);
  surface.update(labels);
  const beta = (share * surface.maximum()) / n;
  return { features, labels, samples: n, beta, solver: 'newton', surface } as const;
}

const SHARES = [1e-1, 1e-2, 1e-3, 1e-4, 1e-5];
const CASES = [
  ...spread(
    SHARES.flatMap((share) => [1, 2, 3, 4, 5].map((seed) => [share, seed, 1] as const)),
    3,
  ),
  ...spread(
    SHARES.flatMap((share) => [1, 2, 3].map((seed) => [share, seed, 2] as const)),
    2,
  ),
  [1e-3, 6, 1] as const,
];

describe('however small beta is', () => {
  it.each(CASES)('at %d of its largest value, seed %i, K = %i: the gap closes', (share, seed, K) => {
    const input = inputOf(seed, 12, K, share);
    const solver = createOutputSolver(input);
    const values = [[solver.objective, solver.lowerBound]];
    while (solver.status === 'moving') {
      solver.step();
      values.push([solver.objective, solver.lowerBound]);
    }
    const { objective, lowerBound } = solver;
    expect((objective - lowerBound) / objective).toBeLessThanOrEqual(1e-9);
    expect(solver.status).toBe('optimal');
    // The drawn network has this objective.
    const state = new Float64Array(solver.dimension);
    solver.write(state);
    let [squares, weights] = [0, 0];
    for (let i = 0; i < 12; i++)
      for (let k = 0; k < K; k++) {
        let r = input.labels[i * K + k]!;
        for (let at = 0; at < state.length; at += 2 + K)
          r -=
            Math.max(0, input.features[2 * i]! * state[at]! + input.features[2 * i + 1]! * state[at + 1]!) *
            state[at + 2 + k]!;
        squares += r * r;
      }
    for (const value of state) weights += value * value;
    expect((squares / 24 + (input.beta / 2) * weights) / objective).toBeCloseTo(1, 10);

    // Rounds are those of the working set until it rests; from there on nothing gets worse. A last bound may be refined.
    const alone = createWorkingSet(input, createPlanarSurface(input.features, K), 12 * K + MOST_NEW);
    for (let k = 0, resting = 0; k < values.length && resting < 3; k++) {
      if (k + 1 < values.length) expect(values[k]).toEqual([alone.objective, alone.lowerBound]);
      else {
        expect(values[k]![0]).toBe(alone.objective);
        expect(values[k]![1]).toBeGreaterThanOrEqual(alone.lowerBound);
      }
      for (const _ of alone.round());
      resting = alone.atRest ? resting + 1 : 0;
    }
    for (let k = 1; k < values.length; k++) {
      expect(values[k]![0]).toBeLessThanOrEqual(values[k - 1]![0]!);
      expect(values[k]![1]).toBeGreaterThanOrEqual(values[k - 1]![1]!);
    }
    if (K > 1) return;
    const program = createConvexProgram(input.features, input.labels, input.beta);
    for (let round = 0; round < 30 && program.state.gap > 1e-9; round++) program.step();
    expect(Math.abs(objective / program.state.objective - 1)).toBeLessThan(1e-9);
  });
});
