import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import reference from '../../../fixtures/two-layer.json' with { type: 'json' };
import { createRandom } from '../../../kernels/random.ts';
import { BLOCK, createConvexProgram, type Round } from './convex-program.ts';

/** Steps to the relative gap; what resists stands at rest before `most` rounds. */
function solve(features: Float64Array, labels: Float64Array, beta: number, gap = 1e-9, most = 100): Round {
  const program = createConvexProgram(features, labels, beta);
  for (let k = 0; k < most && program.state.gap > gap && !program.state.atRest; k++) program.step();
  return program.state;
}

/** The network's objective 1/(2n) ||relu(A W) alpha - y||^2 + beta/2 (||W||^2 + ||alpha||^2), neurons from blocks. */
function networkObjective(
  features: Float64Array,
  labels: Float64Array,
  beta: number,
  blocks: Float64Array,
  nudge: () => number = () => 0,
): number {
  const residual = Float64Array.from(labels);
  let squares = 0;
  for (let b = 0; b < blocks.length; b += BLOCK) {
    const root = Math.sqrt(Math.sqrt(blocks[b + 1]! ** 2 + blocks[b + 2]! ** 2));
    const alpha = blocks[b]! * root + nudge();
    const w1 = blocks[b + 1]! / root + nudge();
    const w2 = blocks[b + 2]! / root + nudge();
    squares += alpha ** 2 + w1 ** 2 + w2 ** 2;
    for (let i = 0; i < labels.length; i++)
      residual[i] = residual[i]! - alpha * Math.max(0, features[2 * i]! * w1 + features[2 * i + 1]! * w2);
  }
  return residual.reduce((sum, r) => sum + r * r, 0) / (2 * labels.length) + (beta / 2) * squares;
}

const cases = reference.cases.map(({ features, labels, beta, optimum, lowerBound }, index) => ({
  index,
  features: Float64Array.from(features),
  labels: Float64Array.from(labels),
  beta,
  optimum,
  lowerBound,
}));

/** Rows on a small lattice: repeated, parallel, opposite and zero ones among them. */
const lattice = fc.integer({ min: 1, max: 9 }).chain((n) =>
  fc.record({
    features: vectorOf(2 * n, fc.integer({ min: -3, max: 3 })),
    labels: vectorOf(n),
    beta: fc.constantFrom(0.001, 0.03, 0.5),
  }),
);

const times = (v: Float64Array, factor: number) => v.map((value) => factor * value);

describe('the convex program', () => {
  it.each(cases)('reaches the reference optimum $index to a gap of 1e-9', (given) => {
    const { objective, lowerBound, gap } = solve(given.features, given.labels, given.beta);
    expect(gap).toBeLessThanOrEqual(1e-9);
    expect(Math.abs(objective / given.optimum - 1)).toBeLessThan(1e-8);
    expect(lowerBound).toBeLessThanOrEqual(given.optimum);
  });

  it.each(cases)('is a network of the same objective, and none near it is better ($index)', (given) => {
    const { features, labels, beta } = given;
    const { objective, lowerBound, blocks } = solve(features, labels, beta);
    expect(Math.abs(networkObjective(features, labels, beta, blocks) / objective - 1)).toBeLessThan(1e-12);
    const random = createRandom(given.index, 0);
    for (let k = 0; k < 300; k++) {
      const reach = 10 ** -(k % 6);
      const near = networkObjective(features, labels, beta, blocks, () => reach * random.normal());
      expect(near).toBeGreaterThanOrEqual(lowerBound);
    }
  });

  it('solves degenerate rows, falls from round to round, and is never below its bound', () => {
    fc.assert(
      fc.property(lattice, ({ features, labels, beta }) => {
        const program = createConvexProgram(features, labels, beta);
        let before = program.state;
        for (let k = 0; k < 60 && before.gap > 1e-9; k++) {
          const after = program.step();
          expect(after.objective).toBeLessThanOrEqual(before.objective);
          expect(after.lowerBound).toBeGreaterThanOrEqual(before.lowerBound);
          expect(after.lowerBound).toBeLessThanOrEqual(after.objective);
          before = after;
        }
        expect(before.gap).toBeLessThanOrEqual(1e-9);
        expect(before.blocks.length / BLOCK).toBeLessThanOrEqual(labels.length + 1);
      }),
      CHECK,
    );
  });

  it('has its blocks where the dual curve touches the band, with the sign of the curve', () => {
    for (const { features, labels, beta } of cases) {
      const program = createConvexProgram(features, labels, beta);
      while (program.state.gap > 1e-9) program.step();
      const { blocks } = program.state;
      const band = labels.length * beta;
      for (let b = 0; b < blocks.length; b += BLOCK)
        expect((blocks[b]! * program.curve.at(blocks[b + 1]!, blocks[b + 2]!)) / band).toBeCloseTo(1, 9);
      expect(Math.abs(program.curve.maximum()!.value) / band).toBeCloseTo(1, 9);
    }
  });

  it('scales with labels and with rows, to the bit for powers of two', () => {
    for (const { features, labels, beta } of cases) {
      const plain = solve(features, labels, beta);
      const louder = solve(features, times(labels, 4), 4 * beta);
      expect(louder.objective).toBe(16 * plain.objective);
      expect(louder.lowerBound).toBe(16 * plain.lowerBound);
      const longer = solve(times(features, 8), labels, 8 * beta);
      expect(longer.objective).toBe(plain.objective);
      expect(
        Math.abs(solve(times(features, 3), labels, 3 * beta).objective / plain.objective - 1),
      ).toBeLessThan(1e-9);
    }
  });

  it('has the same optimum for rows in another order, turned, mirrored, doubled, and labels of the other sign', () => {
    for (const { features, labels, beta } of cases) {
      const n = labels.length;
      const { objective } = solve(features, labels, beta);
      const pairs = (map: (i: number) => readonly [number, number], count = n) =>
        Float64Array.from(Array.from({ length: count }, (_, i) => map(i)).flat());
      const row = (i: number) => [features[2 * i]!, features[2 * i + 1]!] as const;
      const others = [
        solve(
          pairs((i) => row(n - 1 - i)),
          labels.slice().reverse(),
          beta,
        ),
        solve(
          pairs((i) => [0.6 * row(i)[0] - 0.8 * row(i)[1], 0.8 * row(i)[0] + 0.6 * row(i)[1]]),
          labels,
          beta,
        ),
        solve(
          pairs((i) => [-row(i)[0], row(i)[1]]),
          labels,
          beta,
        ),
        solve(features, times(labels, -1), beta),
        solve(
          pairs((i) => row(i % n), 2 * n),
          Float64Array.from([...labels, ...labels]),
          beta,
        ),
      ];
      for (const other of others) expect(Math.abs(other.objective / objective - 1)).toBeLessThan(2e-9);
    }
  });

  it('is the empty network where beta is large, and beta y - beta^2/2 for one datum', () => {
    const { features, labels } = cases[0]!;
    const empty = solve(features, labels, 100);
    expect(empty.blocks.length).toBe(0);
    expect(empty.gap).toBeLessThan(1e-12);
    const one = solve(Float64Array.of(1, 0), Float64Array.of(2), 0.5);
    expect(one.objective).toBeCloseTo(0.875, 14);
    expect(Array.from(one.blocks)).toEqual([1, 1.5, 0]);
  });

  it('refuses what it cannot solve', () => {
    const [features, labels] = [Float64Array.of(1, 2), Float64Array.of(1)];
    for (const beta of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => createConvexProgram(features, labels, beta)).toThrow('expected a beta');
    expect(() => createConvexProgram(features, new Float64Array(2), 1)).toThrow('expected n x 2');
    expect(() => createConvexProgram(features, Float64Array.of(Number.NaN), 1)).toThrow('finite');
  });
});
