import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import reference from '../../../fixtures/two-layer.json' with { type: 'json' };
import { norm } from '../../../kernels/vector.ts';
import { BLOCK, createConvexProgram } from '../program/convex-program.ts';
import { createDualCurve } from '../program/dual-curve.ts';
import { createNetworkLoss, predict } from './loss.ts';
import { blocksToNeurons, fewestNeurons, neuronsToBlocks, rebalance, withoutPadding } from './neurons.ts';

const small = fc.integer({ min: -3, max: 3 });

/**
 * Rows on a small lattice (repeated, parallel, opposite and zero ones among them) with a network that has some zeros.
 */
const cases = fc
  .record({ n: fc.integer({ min: 1, max: 8 }), m: fc.integer({ min: 1, max: 9 }) })
  .chain(({ n, m }) =>
    fc.record({
      features: vectorOf(2 * n, small),
      labels: vectorOf(n),
      beta: fc.constantFrom(0.001, 0.03, 0.5),
      network: vectorOf(
        3 * m,
        fc.oneof(
          small,
          fc.integer({ min: -900, max: 900 }).map((k) => k / 300),
        ),
      ),
    }),
  );

const solutions = reference.cases.map(({ features, labels, beta }) => ({
  features: Float64Array.from(features),
  labels: Float64Array.from(labels),
  beta,
}));

function outputsOf(features: Float64Array, network: Float64Array): Float64Array {
  const outputs = new Float64Array(features.length / 2);
  predict(outputs, features, network, network.length / 3);
  return outputs;
}

function objectiveOf(
  features: Float64Array,
  labels: Float64Array,
  beta: number,
  network: Float64Array,
): number {
  const neurons = network.length / 3;
  return createNetworkLoss({ features, labels, neurons, beta, trainOutput: true }).loss(network);
}

/** The largest sum of what the neurons add at a row, without their signs. */
function termsOf(features: Float64Array, network: Float64Array): number {
  const m = network.length / 3;
  return outputsOf(
    features,
    network.map((value, at) => (at < 2 * m ? value : Math.abs(value))),
  ).reduce((most, value) => Math.max(most, value), 1);
}

function expectSame(actual: Float64Array, expected: Float64Array, scale: number): void {
  expect(actual.length).toBe(expected.length);
  actual.forEach((value, i) => {
    expect(Math.abs(value - expected[i]!)).toBeLessThanOrEqual(1e-12 * scale);
  });
}

function solve(features: Float64Array, labels: Float64Array, beta: number) {
  const program = createConvexProgram(features, labels, beta);
  for (let k = 0; k < 100 && program.state.gap > 1e-9 && !program.state.atRest; k++) program.step();
  return program;
}

/** A solution's way to neurons and back. */
function expectRoundTrip(features: Float64Array, labels: Float64Array, beta: number): void {
  const { state, curve } = solve(features, labels, beta);
  const count = state.blocks.length / BLOCK;
  const padded = new Float64Array(3 * (count + 2));
  blocksToNeurons(padded, state.blocks, 2);
  const blocks = neuronsToBlocks(padded, 2);
  const longest = state.blocks.reduce((most, v) => Math.max(most, Math.abs(v)), 0);
  expectSame(blocks, state.blocks, longest);
  const fewest = fewestNeurons(padded, curve, features);
  expect(fewest.length / 3).toBeLessThanOrEqual(count);
  expectSame(outputsOf(features, fewest), outputsOf(features, padded), termsOf(features, padded));
  const before = objectiveOf(features, labels, beta, padded);
  expect(Math.abs(before - state.objective)).toBeLessThanOrEqual(1e-12 * state.objective);
  expect(objectiveOf(features, labels, beta, fewest)).toBeLessThanOrEqual(before * (1 + 1e-12));
}

describe('blocks and neurons', () => {
  it('are v = (3, 4) and w = (3, 4)/sqrt 5 with alpha = sqrt 5, zeros behind', () => {
    const state = new Float64Array(9).fill(7);
    blocksToNeurons(state, Float64Array.of(1, 0, 0, -1, 3, 4), 2);
    const root = Math.sqrt(5);
    expectSame(state, Float64Array.of(3 / root, 4 / root, 0, 0, 0, 0, -root, 0, 0), 1);
    expectSame(neuronsToBlocks(state, 2), Float64Array.of(-1, 3, 4), 1);
    expect(neuronsToBlocks(Float64Array.of(1, 2, 0, 0, 5, 5, 0, 1, -2), 2)).toEqual(
      Float64Array.of(-1, 10, 10),
    );
  });

  it('need room', () => {
    expect(() => blocksToNeurons(new Float64Array(3), Float64Array.of(1, 1, 0, 1, 0, 1), 2)).toThrow('room');
  });

  it('of any number of columns give the same outputs', () => {
    const network = Float64Array.of(1, 2, -3, 0.5, 0, 1, 2, -1);
    const state = new Float64Array(8);
    blocksToNeurons(state, neuronsToBlocks(network, 3), 3);
    const features = Float64Array.of(1, 1, 0, 0, 2, 5, 3, 1, 1);
    const [before, after] = [new Float64Array(3), new Float64Array(3)];
    predict(before, features, network, 2);
    predict(after, features, state, 2);
    expectSame(after, before, 10);
  });

  it.each(solutions)('of the program’s solution are one network (reference $beta)', (given) => {
    expectRoundTrip(given.features, given.labels, given.beta);
  });

  it('of solutions over degenerate rows are one network', () => {
    fc.assert(
      fc.property(cases, ({ features, labels, beta }) => expectRoundTrip(features, labels, beta)),
      CHECK,
    );
  });
});

describe('the fewest neurons', () => {
  it('give the outputs of any network, cost no more, and none is left to be joined or dead', () => {
    fc.assert(
      fc.property(cases, ({ features, labels, beta, network }) => {
        const curve = createDualCurve(features);
        const fewest = fewestNeurons(network, curve, features);
        const m = fewest.length / 3;
        expectSame(outputsOf(features, fewest), outputsOf(features, network), termsOf(features, network));
        expect(m).toBeLessThanOrEqual(network.length / 3);
        expect(objectiveOf(features, labels, beta, fewest)).toBeLessThanOrEqual(
          objectiveOf(features, labels, beta, network) * (1 + 1e-12),
        );
        // Two are one function where no row is on for one and off for the other.
        const patterns = Array.from({ length: m }, (_, j) =>
          Array.from({ length: labels.length }, (_, i) => {
            const z = features[2 * i]! * fewest[2 * j]! + features[2 * i + 1]! * fewest[2 * j + 1]!;
            return Math.abs(z) < 1e-12 ? 0 : Math.sign(z);
          }),
        );
        patterns.forEach((pattern, j) => {
          expect(pattern).toContain(1);
          for (let other = 0; other < j; other++) {
            const joint = pattern.every((sign, i) => sign * patterns[other]![i]! >= 0);
            if (joint) expect(fewest[2 * m + j]! * fewest[2 * m + other]!).toBeLessThan(0);
          }
        });
      }),
      { ...CHECK, numRuns: runsAll ? 1000 : 300 },
    );
  });

  it('of neurons on a ray and to both of its sides are two, whatever rounding made of the ray', () => {
    const features = Float64Array.of(0.3, 0.7, 1, -0.2, 0.1, 0.9);
    const curve = createDualCurve(features);
    for (const hair of [-1e-16, 0, 1e-16]) {
      // Orthogonal to the first row, and one to its left.
      const network = Float64Array.of(0.7 + hair, -0.3, 0.7, -0.2, 1, 1);
      expect(fewestNeurons(network, curve, features).length / 3).toBe(1);
      const right = Float64Array.of(0.7 + hair, -0.3, 0.7, -0.4, 1, 1);
      expect(fewestNeurons(right, curve, features).length / 3).toBe(1);
      const both = Float64Array.of(0.7 + hair, -0.3, 0.7, -0.2, 0.7, -0.4, 1, 1, 1);
      expect(fewestNeurons(both, curve, features).length / 3).toBe(2);
    }
  });

  it('leave out what is on a ray but for which no row is on beyond rounding', () => {
    for (let k = 1; k < 50; k++) {
      const features = Float64Array.of(k / 7, k / 11 - 2);
      const along = Float64Array.of(features[1]!, -features[0]!, -features[1]!, features[0]!, 1, 1);
      expect(fewestNeurons(along, createDualCurve(features), features).length).toBe(0);
    }
  });

  it('of rows that are all zero are none', () => {
    const features = new Float64Array(4);
    expect(fewestNeurons(Float64Array.of(1, 2, 3), createDualCurve(features), features).length).toBe(0);
  });
});

describe('rebalancing', () => {
  it('keeps the outputs, makes both layers equally long, and costs no more', () => {
    fc.assert(
      fc.property(cases, ({ features, labels, beta, network }) => {
        const balanced = network.slice();
        rebalance(balanced, 2);
        const m = network.length / 3;
        expectSame(outputsOf(features, balanced), outputsOf(features, network), termsOf(features, network));
        for (let j = 0; j < m; j++)
          expect(Math.abs(balanced[2 * m + j]!)).toBeCloseTo(norm(balanced.subarray(2 * j, 2 * j + 2)), 13);
        expect(objectiveOf(features, labels, beta, balanced)).toBeLessThanOrEqual(
          objectiveOf(features, labels, beta, network) * (1 + 1e-12),
        );
      }),
      CHECK,
    );
  });

  it('is sqrt 10 of w = (3, 4) and alpha = -2', () => {
    const network = Float64Array.of(3, 4, 1, 0, -2, 0);
    rebalance(network, 2);
    const root = Math.sqrt(10);
    expectSame(network, Float64Array.of(0.6 * root, 0.8 * root, 0, 0, -root, 0), 1);
  });
});

describe('a network without its padding', () => {
  it('has the neurons that are not all zeros, in their order', () => {
    const padded = Float64Array.of(0, 0, 1, 2, 0, 0, 0, 0, 0, -1, 3, 0);
    expect(withoutPadding(padded, 2)).toEqual(Float64Array.of(1, 2, 0, 0, -1, 3));
    expect(withoutPadding(new Float64Array(6), 2).length).toBe(0);
  });
});
