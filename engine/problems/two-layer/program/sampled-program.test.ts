import { describe, expect, it } from 'vitest';
import { spread } from '../../../../scripts/tier.mjs';
import reference from '../../../fixtures/two-layer.json' with { type: 'json' };
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import { norm } from '../../../kernels/vector.ts';
import { createNetworkLoss, predict } from '../network/loss.ts';
import {
  createSampledProgram,
  type SampledInput,
  type SampledProgram,
  sampledCapacity,
} from './sampled-program.ts';

function solve(input: SampledInput): SampledProgram {
  const program = createSampledProgram(input);
  for (let k = 0; k < 400 && program.status === 'moving'; k++) program.step();
  expect(program.status).toBe('stationary');
  return program;
}

/** n Gaussian rows of d columns and the labels of a teacher of unit neurons with alternating signs. */
function planted(n: number, d: number, neurons: number, seed: number) {
  const features = new Float64Array(n * d);
  fillNormal(features, createRandom(seed, 0));
  const teacher = new Float64Array(neurons * (d + 1));
  const random = createRandom(seed, 1);
  for (let j = 0; j < neurons; j++) {
    const own = teacher.subarray(j * d, j * d + d);
    fillNormal(own, random);
    const length = norm(own);
    for (let k = 0; k < d; k++) own[k] = own[k]! / length;
    teacher[neurons * d + j] = j % 2 === 0 ? 1 : -1;
  }
  const labels = new Float64Array(n);
  predict(labels, features, teacher, neurons);
  return { features, labels, columns: d, teacher };
}

const { features, labels, columns } = planted(50, 5, 3, 2);
const input: SampledInput = { features, labels, columns, beta: 0.01, patterns: 100, seed: 1, start: 'empty' };

const plane = reference.cases.map((given, index) => ({
  index,
  optimum: given.optimum,
  lowerBound: given.lowerBound,
  input: {
    features: Float64Array.from(given.features),
    labels: Float64Array.from(given.labels),
    columns: 2,
    beta: given.beta,
    patterns: 50,
    seed: 1,
    start: 'empty' as const,
  },
}));

describe('the program over sampled patterns', () => {
  it.each(plane)('comes to the exact optimum in the plane, never below its bound ($index)', (given) => {
    const { objective } = solve(given.input);
    expect(objective).toBeGreaterThanOrEqual(given.lowerBound * (1 - 1e-13));
    expect(objective / given.optimum - 1).toBeLessThan(2e-6);
  });

  it('writes the network whose F it says, which never rises, and ends better than the teacher', () => {
    for (const start of ['empty', 'gated'] as const) {
      const program = createSampledProgram({ ...input, start });
      const { capacity: neurons, dimension } = program;
      expect(neurons).toBe(sampledCapacity(50));
      expect(dimension).toBe(neurons * (columns + 1));
      const loss = createNetworkLoss({ features, labels, neurons, beta: 0.01, trainOutput: true });
      const state = new Float64Array(dimension);
      for (let before = loss.loss(state); program.status === 'moving'; ) {
        program.step();
        state.fill(7);
        program.write(state);
        expect(program.objective).toBe(loss.loss(state));
        expect(program.objective).toBeLessThanOrEqual(before);
        expect(program.lowerBound).toBeNaN();
        before = program.objective;
      }
      // Three neurons with both weights of length 1: beta each.
      expect(program.objective).toBeLessThan(3 * 0.01);
      const used = Array.from({ length: neurons }, (_, j) => state[neurons * columns + j]!);
      expect(used.filter((alpha) => alpha !== 0).length).toBeLessThan(20);
      const end = program.objective;
      program.step();
      expect(program.objective).toBe(end);
    }
  });

  it('fits with its gated network too, if with long weights', () => {
    const program = createSampledProgram({ ...input, start: 'gated' });
    const empty = program.objective;
    for (let k = 0; k < 3; k++) program.step();
    expect(program.phase).toBe('gated');
    expect(program.objective).toBeLessThan(0.5 * empty);
  });

  it('keeps neurons of both signs apart on the walls of one cone', () => {
    // Each label for itself: 1/4 (1 - a)^2 + 0.1 a is least at a = 0.8.
    const axes = { features: Float64Array.of(1, 0, 0, 1), labels: Float64Array.of(1, -1), columns: 2 };
    for (const start of ['empty', 'gated'] as const) {
      const program = solve({ ...axes, beta: 0.1, patterns: 1, seed: 2, start });
      expect(program.objective).toBeCloseTo(0.18, 6);
    }
  });

  it('is balanced: both layers of a neuron weigh the same', () => {
    const program = solve(input);
    const state = new Float64Array(program.dimension);
    program.write(state);
    for (let j = 0; j < program.capacity; j++) {
      const alpha = state[program.capacity * columns + j]!;
      const own = norm(state.subarray(j * columns, j * columns + columns));
      expect(Math.abs(own - Math.abs(alpha))).toBeLessThan(1e-14);
    }
  });

  it('ends within a thousandth of one objective, whatever was drawn and however it starts', () => {
    const { objective } = solve(input);
    const others = [
      { ...input, seed: 5 },
      { ...input, patterns: 400 },
      { ...input, start: 'gated' as const },
    ];
    for (const other of spread(others, 2))
      expect(Math.abs(solve(other).objective / objective - 1)).toBeLessThan(1e-3);
  });

  it('gives the same bits twice', () => {
    const runs = [input, input].map((given) => {
      const program = createSampledProgram(given);
      for (let k = 0; k < 25; k++) program.step();
      const state = new Float64Array(program.dimension);
      program.write(state);
      return state;
    });
    expect(runs[0]).toEqual(runs[1]);
  });

  it('is the empty network at once where beta is large or there is no pattern', () => {
    for (const easy of [
      { ...input, beta: 100 },
      { ...input, features: new Float64Array(250) },
    ]) {
      const program = createSampledProgram(easy);
      expect(program.status).toBe('stationary');
      const state = new Float64Array(program.dimension).fill(7);
      program.write(state);
      expect(state.every((value) => value === 0)).toBe(true);
    }
  });

  it('refuses what it cannot solve', () => {
    expect(() => createSampledProgram({ ...input, beta: 0 })).toThrow('expected a beta');
    expect(() => createSampledProgram({ ...input, columns: 4 })).toThrow('expected 50 x 4');
    expect(() => createSampledProgram({ ...input, labels: labels.map(() => Number.NaN) })).toThrow('finite');
  });
});
