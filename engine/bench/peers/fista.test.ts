import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../../fixtures/arbitraries.ts';
import reference from '../../fixtures/two-layer.json' with { type: 'json' };
import { largestEigenvalue } from '../../kernels/eigen.ts';
import { BLOCK, createConvexProgram } from '../../problems/two-layer/program/convex-program.ts';
import { createPlainFista } from './fista.ts';

const cases = reference.cases.map(({ features, labels, beta, optimum }, index) => ({
  index,
  features: Float64Array.from(features),
  labels: Float64Array.from(labels),
  beta,
  optimum,
}));

/** 1/(2n) ||y - sum_j c_j relu(A w_j)||^2 + beta sum ||w_j||: c = 1 in the first half of the pairs, -1 in the second. */
function networkObjective(features: Float64Array, labels: Float64Array, beta: number, weights: Float64Array) {
  let squares = 0;
  for (let i = 0; i < labels.length; i++) {
    let output = 0;
    for (let at = 0; at < weights.length; at += 2)
      output +=
        (at < weights.length / 2 ? 1 : -1) *
        Math.max(0, features[2 * i]! * weights[at]! + features[2 * i + 1]! * weights[at + 1]!);
    squares += (labels[i]! - output) ** 2;
  }
  let lengths = 0;
  for (let at = 0; at < weights.length; at += 2) lengths += Math.hypot(weights[at]!, weights[at + 1]!);
  return squares / (2 * labels.length) + beta * lengths;
}

/** 2 lambda_max(X X^T)/n, with X X^T by counting the patterns in which both rows are active, seen from directions all around. */
function smoothnessByCounting(features: Float64Array, n: number): number {
  const seen = new Map<number, readonly boolean[]>();
  for (let k = 0; k < 100_000; k++) {
    const angle = ((k + 0.5) * 2 * Math.PI) / 100_000;
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const isOn = (i: number) => features[2 * i]! * x + features[2 * i + 1]! * y > 0;
    let bits = 0;
    for (let i = 0; i < n; i++) bits = 2 * bits + (isOn(i) ? 1 : 0);
    if (!seen.has(bits))
      seen.set(
        bits,
        Array.from({ length: n }, (_, i) => isOn(i)),
      );
  }
  const matrix = new Float64Array(n * n);
  for (const on of seen.values())
    for (let i = 0; i < n; i++)
      for (let j = 0; j < n; j++)
        if (on[i] && on[j])
          matrix[i * n + j]! +=
            features[2 * i]! * features[2 * j]! + features[2 * i + 1]! * features[2 * j + 1]!;
  return (2 * largestEigenvalue(matrix, n)) / n;
}

describe('plain FISTA', () => {
  it.each(cases)('comes to the reference optimum $index', ({ features, labels, beta, optimum }) => {
    const fista = createPlainFista(features, labels, beta);
    for (let k = 0; k < 20_000; k++) fista.step();
    expect(fista.objective() / optimum - 1).toBeGreaterThan(-1e-12);
    expect(fista.objective() / optimum - 1).toBeLessThan(1e-4);
  });

  it('is at a network of its objective and residual, every vector in its cone', () => {
    fc.assert(
      fc.property(vectorOf(12), vectorOf(6), fc.integer({ min: 1, max: 40 }), (features, labels, steps) => {
        fc.pre(features.some((x) => x !== 0));
        const fista = createPlainFista(features, labels, 0.01);
        for (let k = 0; k < steps; k++) fista.step();
        // relu(A v) is D A v only in the cone.
        const scale = networkObjective(features, labels, 0.01, new Float64Array(2));
        const objective = networkObjective(features, labels, 0.01, fista.weights);
        expect(Math.abs(fista.objective() - objective)).toBeLessThanOrEqual(1e-12 * scale);
      }),
      CHECK,
    );
  });

  it('keeps the bound of Beck & Teboulle: F - F* <= 2 L ||x*||^2/(k + 1)^2', () => {
    for (const { features, labels, beta, optimum } of cases) {
      const program = createConvexProgram(features, labels, beta);
      while (program.state.gap > 1e-9) program.step();
      let squares = 0;
      for (let b = 0; b < program.state.blocks.length; b += BLOCK)
        squares += program.state.blocks[b + 1]! ** 2 + program.state.blocks[b + 2]! ** 2;
      const fista = createPlainFista(features, labels, beta);
      for (let k = 1; k <= 300; k++) {
        fista.step();
        expect(fista.objective() - optimum).toBeLessThanOrEqual(
          (2 * squares) / fista.stepLength / (k + 1) ** 2,
        );
      }
    }
  });

  it('has every pattern of the circle, and the step of the whole matrix', () => {
    for (const { features, labels, beta } of cases.slice(0, 3)) {
      const fista = createPlainFista(features, labels, beta);
      expect(fista.patterns).toBe(2 * labels.length);
      expect(fista.stepLength * smoothnessByCounting(features, labels.length)).toBeCloseTo(1, 8);
    }
  });

  it('is the textbook recursion for one datum, and ends at beta y - beta^2/2', () => {
    const [y, beta] = [2, 0.5];
    const fista = createPlainFista(Float64Array.of(1, 0), Float64Array.of(y), beta);
    expect(fista.patterns).toBe(2);
    // Both signs: L = 2. Only v of the pattern with the active row moves, along the row.
    let [x, z, t] = [0, 0, 1];
    for (let k = 0; k < 300; k++) {
      const next = Math.max(0, z + (y - z) / 2 - beta / 2);
      const after = (1 + Math.sqrt(1 + 4 * t * t)) / 2;
      z = next + ((t - 1) / after) * (next - x);
      [x, t] = [next, after];
      fista.step();
      expect(fista.weights.filter((weight) => weight !== 0).length).toBe(1);
      expect(fista.weights[0]).toBeCloseTo(x, 12);
    }
    expect(fista.objective()).toBeCloseTo(beta * y - beta ** 2 / 2, 10);
  });

  it('projects on the nearer ray, or on the origin', () => {
    // Two orthogonal rows: four patterns, and labels that pull each vector out of its cone.
    const fista = createPlainFista(Float64Array.of(1, 0, 0, 1), Float64Array.of(1, -1), 0.01);
    fista.step();
    const { weights, stepLength } = fista;
    const kept = stepLength * (0.5 - 0.01);
    const pairs = Array.from({ length: weights.length / 2 }, (_, p) => weights.slice(2 * p, 2 * p + 2));
    const lengths = pairs.map(([x, y]) => Math.hypot(x!, y!));
    expect(pairs.filter((_, p) => lengths[p]! > 0).length).toBe(4);
    for (const [p, [x, y]] of pairs.entries()) {
      if (lengths[p] === 0) continue;
      expect(lengths[p]).toBeCloseTo(kept, 12);
      expect(p < pairs.length / 2 ? x : y).toBeCloseTo(kept, 12);
    }
  });
});
