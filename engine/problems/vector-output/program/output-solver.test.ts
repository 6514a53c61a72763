import { describe, expect, it } from 'vitest';
import { spread } from '../../../../scripts/tier.mjs';
import reference from '../../../fixtures/vector-output.json';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { createConvexProgram } from '../../two-layer/program/convex-program.ts';
import { createOutputLoss } from '../output-loss.ts';
import type { OutputSolver } from '../rounds.ts';
import { createPlanarSurface } from '../surface/planar-surface.ts';
import { createSphereSurface } from '../surface/sphere-surface.ts';
import { createOutputSolver, type OutputSolverInput } from './output-solver.ts';

const PLANAR = [...reference.planar, ...reference.presets];

interface Case {
  readonly n: number;
  readonly K: number;
  readonly beta: number;
  readonly features: ArrayLike<number>;
  readonly labels: ArrayLike<number>;
}

function inputOf(
  { n, K, beta, features, labels }: Case,
  solver: 'newton' | 'fw' = 'newton',
): OutputSolverInput {
  const rows = Float64Array.from(features);
  const surface = rows.length === 2 * n ? createPlanarSurface(rows, K) : createSphereSurface(rows, K);
  return { features: rows, labels: Float64Array.from(labels), samples: n, beta, solver, surface };
}

/** Takes it to its end; the rounds that it took. */
function solve(solver: OutputSolver): number {
  let rounds = 0;
  for (; solver.status === 'moving'; rounds++) solver.step();
  return rounds;
}

/** The neurons of a state as U, then V. */
function networkOf(solver: OutputSolver, d: number, outputs: number) {
  const state = new Float64Array(solver.dimension);
  solver.write(state);
  const stride = d + outputs;
  let m = 0;
  while (m * stride < state.length && state.subarray(m * stride, m * stride + stride).some((x) => x !== 0))
    m++;
  const w = new Float64Array(m * stride);
  let unbalanced = 0;
  for (let j = 0; j < m; j++) {
    const neuron = state.subarray(j * stride, j * stride + stride);
    for (let k = 0; k < d; k++) w[k * m + j] = neuron[k]!;
    for (let c = 0; c < outputs; c++) w[d * m + j * outputs + c] = neuron[d + c]!;
    const [u, v] = [Math.hypot(...neuron.subarray(0, d)), Math.hypot(...neuron.subarray(d))];
    unbalanced = Math.max(unbalanced, Math.abs(u / v - 1));
  }
  return { m, w, unbalanced, padding: state.subarray(m * stride) };
}

/** F of the returned neurons by the loss of the left side. */
function lossOf(solver: OutputSolver, { features, labels, samples, beta }: OutputSolverInput): number {
  const [d, K] = [features.length / samples, labels.length / samples];
  const { m, w, unbalanced, padding } = networkOf(solver, d, K);
  expect(unbalanced).toBeLessThan(1e-12);
  expect(padding.every((x) => x === 0)).toBe(true);
  return createOutputLoss({ features, labels, samples, neurons: m, beta }).loss(w);
}

function randomCase(seed: number, n: number, K: number, beta: number): Case {
  const random = createRandom(seed, 3);
  const normals = (count: number) => {
    const x = new Float64Array(count);
    fillNormal(x, random);
    return x;
  };
  const [features, labels] = [normals(2 * n), normals(n * K).map((x) => 0.1 * x)];
  for (let j = 0; j < 3; j++) {
    const [u, v] = [normals(2), normals(K)];
    for (let i = 0; i < n; i++) {
      const h = Math.max(0, features[2 * i]! * u[0]! + features[2 * i + 1]! * u[1]!);
      for (let c = 0; c < K; c++) labels[i * K + c] = labels[i * K + c]! + h * v[c]!;
    }
  }
  return { n, K, beta, features, labels };
}

describe('the working set with Newton', () => {
  it.each(PLANAR)('$name, n $n, K $K: NumPy’s optimum, proved, in at most ten rounds', (one) => {
    const input = inputOf(one);
    const solver = createOutputSolver(input);
    expect(solver.objective).toBeCloseTo(one.labels.reduce((sum, y) => sum + y * y, 0) / (2 * one.n), 12);
    expect(solve(solver)).toBeLessThanOrEqual(10);
    expect(solver.status).toBe('optimal');
    expect(Math.abs(solver.objective / one.optimum - 1)).toBeLessThan(1e-10);
    expect(solver.lowerBound / one.optimum - 1).toBeLessThan(1e-13);
    expect(Math.abs(lossOf(solver, input) / solver.objective - 1)).toBeLessThan(1e-12);
  });

  it.each(reference.presets)('$name: as many neurons as NumPy finds', (one) => {
    const solver = createOutputSolver({ ...inputOf(one), gap: 1e-12 });
    solve(solver);
    expect(networkOf(solver, 2, one.K).m).toBe(one.neurons.length);
  });

  it.each(reference.sphere)('$name: the optimum over the sphere, proved', (one) => {
    const input = inputOf(one);
    const solver = createOutputSolver(input);
    expect(solve(solver)).toBeLessThanOrEqual(10);
    expect(solver.status).toBe('optimal');
    expect(Math.abs(solver.objective / one.optimum - 1)).toBeLessThan(1e-10);
    expect(solver.lowerBound / one.optimum - 1).toBeLessThan(1e-13);
    expect(Math.abs(lossOf(solver, input) / solver.objective - 1)).toBeLessThan(1e-12);
    if (one.name === 'spiral-6') expect(networkOf(solver, 3, 3).m).toBe(23);
  });

  it('law: at most ten rounds to a gap of 1e-9 on random teachers, n up to 200 and K up to 5', () => {
    const teachers = [
      [1, 20, 5, 0.001],
      [2, 60, 3, 0.01],
      [3, 60, 2, 0.001],
      [4, 120, 4, 0.003],
      [5, 200, 1, 0.003],
      [6, 200, 5, 0.01],
      [7, 200, 5, 0.003],
      [8, 200, 3, 0.1],
    ] as const;
    for (const [seed, n, K, beta] of spread(teachers, 4)) {
      const solver = createOutputSolver(inputOf(randomCase(seed, n, K, beta)));
      expect(solve(solver)).toBeLessThanOrEqual(10);
      expect(solver.status).toBe('optimal');
    }
  });

  it('with one output agrees with the exact program of two layers', () => {
    for (let seed = 0; seed < 12; seed++) {
      const one = randomCase(seed, 5 + 3 * seed, 1, [0.1, 0.01, 0.001][seed % 3]!);
      const input = inputOf(one);
      const solver = createOutputSolver(input);
      solve(solver);
      const program = createConvexProgram(input.features, input.labels, one.beta);
      for (let round = 0; round < 50 && program.state.gap > 1e-12; round++) program.step();
      expect(Math.abs(solver.objective / program.state.objective - 1)).toBeLessThan(1e-9);
    }
  });

  it('has the same bits however it pauses', () => {
    for (const one of [reference.presets[2]!, reference.sphere[1]!]) {
      const [whole, pausing] = [createOutputSolver(inputOf(one)), createOutputSolver(inputOf(one))];
      const [a, b] = [new Float64Array(whole.dimension), new Float64Array(whole.dimension)];
      let pauses = 0;
      while (whole.status === 'moving') {
        pausing.write(b);
        const before = [pausing.objective, pausing.lowerBound, ...b];
        while (pausing.step(() => true) === 'paused') {
          // In the middle of a round its last state stands.
          pauses++;
          pausing.write(b);
          expect([pausing.objective, pausing.lowerBound, ...b]).toEqual(before);
        }
        whole.step(() => false);
        whole.write(a);
        pausing.write(b);
        expect([pausing.objective, pausing.lowerBound, ...b]).toEqual([
          whole.objective,
          whole.lowerBound,
          ...a,
        ]);
      }
      expect(pauses).toBeGreaterThan(20);
      expect(pausing.status).toBe('optimal');
    }
  });
});

describe('the ends', () => {
  const edge = (features: readonly number[], labels: readonly number[], K: number, beta = 0.01) => {
    const input = inputOf({ n: labels.length / K, K, beta, features, labels });
    const solver = createOutputSolver(input);
    const rounds = solve(solver);
    expect(solver.status).toBe('optimal');
    expect(solver.lowerBound).toBeLessThanOrEqual(solver.objective);
    expect(lossOf(solver, input)).toBeCloseTo(solver.objective, 12);
    return { rounds, objective: solver.objective, neurons: networkOf(solver, 2, K).m };
  };

  it('labels of zeros are met by no neuron before the first round', () => {
    expect(edge([1, 2, 3, 4], [0, 0, 0, 0], 2)).toEqual({ rounds: 0, objective: 0, neurons: 0 });
  });

  it('rows of zeros, and a beta above what any direction pulls, leave the zero network', () => {
    const half = { rounds: 0, objective: 3.5, neurons: 0 };
    expect(edge([0, 0, 0, 0], [1, 2, 3, 0], 2)).toEqual(half);
    expect(edge([1, 0.5, -2, 1], [1, 2, 3, 0], 2, 1000)).toEqual(half);
  });

  it('one row has one neuron, along it', () => {
    // 1/2 (||y|| - c r)^2 + beta c, r = ||a||: at c = (||y|| - beta/r)/r it is beta ||y||/r - beta^2/(2 r^2).
    const { objective, neurons } = edge([3, 4], [3, 4], 2, 0.5);
    expect(neurons).toBe(1);
    expect(objective).toBeCloseTo(0.5 - 0.125 / 25, 12);
  });

  it('collinear rows and repeated rows with other labels are solved', () => {
    expect(edge([1, 2, -2, -4, 0.5, 1, 3, 6], [1, 0, 0, 1, 1, 1, 2, 0], 2).neurons).toBe(2);
    const repeated = edge([1, 2, 1, 2, -1, 1], [1, 0, 0, 1, 1, 1], 2);
    // The mean of the two labels is all that can be met: 1/(2n) of what is left.
    expect(repeated.objective).toBeGreaterThan(1 / 6);
  });

  it.each([1e-6, 1, 1e6])('lengths of rows and labels scale the optimum alone: %d', (scale) => {
    const one = reference.presets[0]!;
    for (const [a, y] of [
      [scale, 1],
      [1, scale],
      [scale, 1 / scale],
    ] as const) {
      const solver = createOutputSolver(
        inputOf({
          ...one,
          beta: one.beta * a * y,
          features: one.features.map((x) => a * x),
          labels: one.labels.map((x) => y * x),
        }),
      );
      expect(solve(solver)).toBeLessThanOrEqual(10);
      expect(solver.status).toBe('optimal');
      expect(solver.objective / (one.optimum * y * y)).toBeCloseTo(1, 9);
    }
  });

  it('over directions that are sampled nothing is proved, and it comes to rest', () => {
    const one = reference.presets[0]!;
    const input = inputOf(one);
    const solver = createOutputSolver({ ...input, surface: { ...input.surface!, isExact: false } });
    const rounds = solve(solver);
    expect(solver.status).toBe('stationary');
    expect(solver.lowerBound).toBeNaN();
    expect(rounds).toBeLessThan(20);
    expect(solver.objective / one.optimum).toBeCloseTo(1, 9);
  });

  it('resists where the gap that is asked for is below rounding', () => {
    const solver = createOutputSolver({ ...inputOf(reference.presets[0]!), gap: 1e-18 });
    expect(solve(solver)).toBeLessThan(20);
    expect(solver.status).toBe('resists');
    solver.step();
    expect(solver.status).toBe('resists');
  });

  it('refuses data it cannot take', () => {
    const one = inputOf(reference.presets[0]!);
    expect(() => createOutputSolver({ ...one, beta: 0 })).toThrow(/expected a beta/);
    expect(() => createOutputSolver({ ...one, samples: 7 })).toThrow(/expected n x d features/);
    expect(() => createOutputSolver({ ...one, surface: undefined })).toThrow(/expected a surface/);
    expect(() => createOutputSolver({ ...one, features: one.features.map(() => Number.NaN) })).toThrow(
      /finite/,
    );
  });
});
