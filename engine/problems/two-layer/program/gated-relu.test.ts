import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/gated-relu.json' with { type: 'json' };
import { addScaled, dot, norm } from '../../../kernels/vector.ts';
import { patternsOf } from './sampled-patterns.ts';
import { createGatedProgram } from './sampled-program.ts';
import type { GroupData, GroupProgram } from './working-set.ts';

const cases = reference.cases.map((given, index) => {
  const features = Float64Array.from(given.features);
  const labels = Float64Array.from(given.labels);
  const n = labels.length;
  const patterns = patternsOf(features, n, features.length / n, Float64Array.from(given.directions));
  return { ...given, index, patterns, data: { features, labels, beta: given.beta, patterns } };
});

function solve(data: GroupData, gap = 1e-9): GroupProgram {
  const program = createGatedProgram(data);
  for (let k = 0; k < 200 && program.gap > gap; k++) program.step();
  return program;
}

/** Row i of pattern p: the row where it is on. */
const rowOf = ({ features, labels, patterns }: GroupData, p: number, i: number) => {
  const d = features.length / labels.length;
  return features.subarray(i * d, i * d + d).map((value) => value * patterns.masks[p * labels.length + i]!);
};

function residualOf(data: GroupData, { blocks }: GroupProgram): Float64Array {
  return data.labels.map((y, i) =>
    blocks.reduce((rest, { sign, pattern, v }) => rest - sign * dot(rowOf(data, pattern, i), v), y),
  );
}

function pullOf(data: GroupData, p: number, r: Float64Array): Float64Array {
  const pull = new Float64Array(data.features.length / r.length);
  for (let i = 0; i < r.length; i++) addScaled(pull, rowOf(data, p, i), r[i]!);
  return pull;
}

describe('the gated ReLU program', () => {
  it.each(cases)("reaches NumPy's optimum $index and bounds it from below", ({ data, optimum, ...given }) => {
    expect(data.patterns.count).toBe(given.patterns.count);
    const { objective, lowerBound, gap } = solve(data);
    expect(gap).toBeLessThanOrEqual(1e-9);
    expect(Math.abs(objective / optimum - 1)).toBeLessThan(1e-9);
    expect(lowerBound).toBeLessThanOrEqual(optimum * (1 + 1e-12));
  });

  it.each(cases)('says what its blocks amount to, and they are stationary ($index)', ({ data }) => {
    const program = solve(data, 1e-11);
    const n = data.labels.length;
    const residual = residualOf(data, program);
    const lengths = program.blocks.reduce((sum, { v }) => sum + norm(v), 0);
    const objective = dot(residual, residual) / (2 * n) + data.beta * lengths;
    expect(Math.abs(program.objective / objective - 1)).toBeLessThan(1e-13);
    const band = n * data.beta;
    for (let p = 0; p < data.patterns.count; p++)
      expect(norm(pullOf(data, p, residual)) / band).toBeLessThan(1 + 1e-4);
    for (const { pattern, v } of program.blocks) {
      const pull = pullOf(data, pattern, residual);
      if (norm(v) > 1e-3)
        pull.forEach((value, k) => {
          expect(value / band).toBeCloseTo(v[k]! / norm(v), 3);
        });
    }
  });

  it('never has an objective below its bound, and the bound never falls', () => {
    for (const { data, optimum } of cases) {
      const program = createGatedProgram(data);
      for (let k = 0, before = 0; k < 30; k++) {
        program.step();
        expect(program.objective).toBeGreaterThanOrEqual(optimum * (1 - 1e-12));
        expect(program.lowerBound).toBeGreaterThanOrEqual(before);
        expect(program.lowerBound).toBeLessThanOrEqual(optimum * (1 + 1e-12));
        before = program.lowerBound;
      }
    }
  });

  it('is the shortened label vector where one pattern is all on and the rows are orthonormal', () => {
    const features = Float64Array.of(1, 0, 0, 1);
    const patterns = patternsOf(features, 2, 2, Float64Array.of(1, 1));
    const program = solve({ features, labels: Float64Array.of(3, 4), beta: 0.5, patterns }, 1e-13);
    // n beta = 1 comes off the length 5.
    expect(program.blocks.length).toBe(1);
    expect(program.blocks[0]!.v[0]).toBeCloseTo(2.4, 6);
    expect(program.blocks[0]!.v[1]).toBeCloseTo(3.2, 6);
    expect(program.objective).toBeCloseTo(1 / 4 + 0.5 * 4, 12);
  });

  it('scales with labels and beta, to the bit for powers of two', () => {
    const { data } = cases[1]!;
    const plain = solve(data, 1e-6);
    const louder = solve({ ...data, labels: data.labels.map((y) => 4 * y), beta: 4 * data.beta }, 1e-6);
    expect(louder.objective).toBe(16 * plain.objective);
    expect(louder.lowerBound).toBe(16 * plain.lowerBound);
  });

  it('is solved before the first round where beta is large or labels are 0', () => {
    const { data } = cases[0]!;
    for (const easy of [
      { ...data, beta: 1000 },
      { ...data, labels: new Float64Array(data.labels.length) },
    ]) {
      const program = createGatedProgram(easy);
      expect(program.gap).toBeLessThan(1e-15);
      program.step();
      expect(program.blocks.length).toBe(0);
      expect(program.gap).toBeLessThan(1e-15);
    }
  });

  it('refuses what it cannot solve', () => {
    const { data } = cases[0]!;
    for (const beta of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => createGatedProgram({ ...data, beta })).toThrow('expected a beta');
    expect(() => createGatedProgram({ ...data, labels: new Float64Array(0) })).toThrow('expected n x d');
    expect(() => createGatedProgram({ ...data, labels: new Float64Array(5) })).toThrow('expected n x d');
    const bad = Float64Array.from(data.labels).fill(Number.NaN, 3, 4);
    expect(() => createGatedProgram({ ...data, labels: bad })).toThrow('finite');
    const labels = new Float64Array(8);
    expect(() => createGatedProgram({ ...data, labels })).toThrow('expected patterns of 8 samples');
  });
});
