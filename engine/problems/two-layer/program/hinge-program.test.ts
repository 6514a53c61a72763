import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import { CHECK, vectorOf } from '../../../fixtures/arbitraries.ts';
import { createRandom, fillNormal } from '../../../kernels/random.ts';
import type { Solver } from '../../../program/solver.ts';
import { createHingeLoss } from './hinge-loss.ts';
import { createHingeProgram, hingeCapacity } from './hinge-program.ts';

/** The five points of docs/mathematics.md, section 7.6; its beta is .1 for sums, beta/n for means. */
const FIVE = {
  x: Float64Array.of(-1, -0.4, 0.1, 0.5, 1),
  labels: Float64Array.of(0.2, -0.3, 0.6, 0.1, 0.9),
  beta: 0.02,
};

interface Case {
  readonly x: Float64Array;
  readonly labels: Float64Array;
  readonly beta: number;
  readonly constant: boolean;
}

/** Places on a lattice, repeated ones among them. */
const cases: fc.Arbitrary<Case> = fc.integer({ min: 1, max: 12 }).chain((n) =>
  fc.record({
    x: vectorOf(n, fc.integer({ min: -5, max: 5 })),
    labels: vectorOf(n),
    beta: fc.constantFrom(0.001, 0.03, 0.5),
    constant: fc.boolean(),
  }),
);

function solve(given: Case): Solver {
  const program = createHingeProgram(given);
  while (program.status === 'moving') program.step();
  return program;
}

function stateOf(program: Solver): Float64Array {
  const state = new Float64Array(program.dimension).fill(9);
  program.write(state);
  return state;
}

const lossOf = (given: Case, neurons: number) => createHingeLoss({ ...given, neurons, trainOutput: true });

/** y - output of a state, from the definition. */
function residualOf({ x, labels }: Case, state: Float64Array): number[] {
  const m = (state.length - 1) / 3;
  return Array.from(labels, (y, i) => {
    let output = state[3 * m]!;
    for (let j = 0; j < m; j++)
      output += state[2 * m + j]! * Math.max(0, state[2 * j]! * x[i]! + state[2 * j + 1]!);
    return y - output;
  });
}

/** Noisy samples of a curve. */
function noisy(n: number, seed: number): Pick<Case, 'x' | 'labels'> {
  const random = createRandom(seed, 0);
  const x = Float64Array.from({ length: n }, () => 2 * random.uniform() - 1);
  return { x, labels: x.map((value) => Math.abs(3 * value - 1) - 2 * value * value + 0.3 * random.normal()) };
}

describe('the lasso over hinges', () => {
  it('has the optimum of the five points: 1087/4240 with a free constant, .25652 without (sums)', () => {
    const free = solve({ ...FIVE, constant: true });
    expect(free.status).toBe('optimal');
    expect(5 * free.objective).toBeCloseTo(1087 / 4240, 14);
    expect(5 * free.lowerBound).toBeCloseTo(1087 / 4240, 11);
    const without = solve({ ...FIVE, constant: false });
    expect(without.status).toBe('optimal');
    expect(Math.abs(5 * without.objective - 0.25652)).toBeLessThan(5e-6);
  });

  it('satisfies its optimality conditions, and its state is a network of the same objective', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const { x, beta, constant } = given;
        const program = solve(given);
        expect(program.status).toBe('optimal');
        const state = stateOf(program);
        const m = hingeCapacity(x);
        expect(state).toHaveLength(3 * m + 1);
        expect(Math.abs(lossOf(given, m).loss(state) - program.objective)).toBeLessThanOrEqual(
          1e-13 * (1 + program.objective),
        );
        const r = residualOf(given, state);
        const band = x.length * beta;
        const along = (hinge: (value: number) => number) =>
          r.reduce((sum, value, i) => sum + value * hinge(x[i]!), 0);
        if (constant) expect(Math.abs(along(() => 1))).toBeLessThanOrEqual(1e-12 * band * x.length);
        else expect(state[3 * m]).toBe(0);
        for (const kink of x)
          for (const way of [1, -1])
            expect(Math.abs(along((value) => Math.max(0, way * (value - kink))))).toBeLessThanOrEqual(
              band * (1 + 1e-8),
            );
        for (let j = 0; j < m; j++) {
          const [s, b, alpha] = [state[2 * j]!, state[2 * j + 1]!, state[2 * m + j]!];
          if (alpha === 0) {
            expect([s, b].map(Math.abs)).toEqual([0, 0]);
            continue;
          }
          expect(Math.abs(Math.abs(s) - Math.abs(alpha))).toBe(0);
          const touch = along((value) => Math.max(0, s * value + b)) / Math.abs(s);
          expect(Math.abs((Math.sign(alpha) * touch) / band - 1)).toBeLessThanOrEqual(1e-8);
        }
      }),
      CHECK,
    );
  });

  it('falls from round to round, its bound rises, and one is never below the other', () => {
    fc.assert(
      fc.property(cases, (given) => {
        const program = createHingeProgram(given);
        while (program.status === 'moving') {
          const { objective, lowerBound } = program;
          program.step();
          expect(program.objective).toBeLessThanOrEqual(objective);
          expect(program.lowerBound).toBeGreaterThanOrEqual(lowerBound);
          expect(program.lowerBound).toBeLessThanOrEqual(program.objective);
        }
        const end = stateOf(program);
        program.step();
        expect(stateOf(program)).toEqual(end);
      }),
      CHECK,
    );
  });

  it('with the constant bounds every network from below, whatever its kinks', () => {
    fc.assert(
      fc.property(cases, fc.integer({ min: 1, max: 4 }), fc.nat(), (given, neurons, seed) => {
        const free = { ...given, constant: true };
        const program = solve(free);
        const loss = lossOf(free, neurons);
        const random = createRandom(seed % 1000, 5);
        const w = new Float64Array(loss.dimension);
        const gradient = new Float64Array(loss.dimension);
        fillNormal(w, random);
        let least = Number.POSITIVE_INFINITY;
        for (let k = 0; k < 50; k++) {
          least = Math.min(least, loss.evaluate(gradient, w));
          for (let p = 0; p < w.length; p++) w[p] = w[p]! - 0.01 * gradient[p]!;
        }
        // Near the optimum, where the bound is tight.
        const best = stateOf(program);
        const whole = lossOf(free, hingeCapacity(given.x));
        for (let k = 0; k < 12; k++) {
          const near = best.map((value) => value + 10 ** -k * random.normal());
          least = Math.min(least, whole.loss(near));
        }
        expect(least).toBeGreaterThanOrEqual(program.lowerBound);
      }),
      CHECK,
    );
  });

  it('without the constant does not: a wide flat neuron is a constant for next to nothing', () => {
    const free = { ...FIVE, constant: true };
    const program = solve(free);
    const state = stateOf(program);
    const m = hingeCapacity(FIVE.x);
    const w = new Float64Array(3 * (m + 1) + 1);
    w.set(state.subarray(0, 2 * m));
    w.set(state.subarray(2 * m, 3 * m), 2 * (m + 1));
    const flat = 1e-4;
    w[2 * m] = flat;
    w[2 * m + 1] = state[3 * m]! / flat;
    w[3 * m + 2] = flat;
    const without = { ...FIVE, constant: false };
    const reached = lossOf(without, m + 1).loss(w);
    expect(reached).toBeLessThan(solve(without).lowerBound);
    expect(reached).toBeGreaterThanOrEqual(program.lowerBound);
    expect(reached - program.objective).toBeLessThan(1e-8);
  });

  it.each([
    [100, 0.01, 10],
    [100, 1e-4, 20],
    [500, 0.01, 15],
    [500, 1e-3, 20],
  ])('closes the gap of %i noisy samples with beta %f in at most %i rounds', (n, beta, most) => {
    for (const constant of [true, false])
      for (const seed of runsAll ? [1, 2, 3] : [1]) {
        const program = createHingeProgram({ ...noisy(n, seed), beta, constant });
        for (let k = 0; k < most; k++) program.step();
        expect(program.status).toBe('optimal');
        // Few kinks are split in two hinges: without need none is.
        const state = stateOf(program);
        const m = (state.length - 1) / 3;
        const used = Array.from({ length: m }, (_, j) => j).filter((j) => state[2 * m + j] !== 0);
        const places = new Set(used.map((j) => Math.round((1e9 * state[2 * j + 1]!) / state[2 * j]!)));
        expect(used.length - places.size).toBeLessThanOrEqual(3);
      }
  });

  it('where rounding keeps it from the gap, falls no less, and resists or arrives', () => {
    for (const constant of [true, false])
      for (const seed of [0, 1, 2, 3, 4, 5]) {
        const program = createHingeProgram({ ...noisy(20, seed), beta: 1e-6, constant });
        for (let k = 0; k < 50 && program.status === 'moving'; k++) {
          const { objective, lowerBound } = program;
          program.step();
          expect(program.objective).toBeLessThanOrEqual(objective);
          expect(program.lowerBound).toBeGreaterThanOrEqual(lowerBound);
        }
        const gap = 1 - program.lowerBound / program.objective;
        expect(program.status).toBe(gap <= 1e-9 ? 'optimal' : 'resists');
        expect(gap).toBeLessThan(1e-7);
      }
  });

  it('ends sooner where a wider gap will do', () => {
    const rounds = (tightest: number) => {
      const program = createHingeProgram({ ...noisy(100, 1), beta: 1e-3, constant: true }, tightest);
      let count = 0;
      for (; program.status === 'moving'; count++) program.step();
      expect(program.status).toBe('optimal');
      expect(1 - program.lowerBound / program.objective).toBeLessThanOrEqual(tightest);
      return count;
    };
    expect(rounds(0.3)).toBeLessThan(rounds(1e-9));
  });

  it('does not change with the order of the samples, and scales with labels and places', () => {
    for (const constant of [true, false]) {
      const given = { ...noisy(40, 7), beta: 0.003, constant };
      const { objective } = solve(given);
      const { x, labels, beta } = given;
      const others = [
        { ...given, x: x.slice().reverse(), labels: labels.slice().reverse() },
        { ...given, x: x.map((value) => -value) },
        { ...given, x: x.map((value) => value + 2000) },
        { ...given, x: x.map((value) => 3 * value), beta: 3 * beta },
        { ...given, labels: labels.map((y) => -y) },
        { ...given, x: Float64Array.of(...x, ...x), labels: Float64Array.of(...labels, ...labels) },
      ];
      for (const other of others)
        expect(Math.abs(solve(other).objective / objective - 1)).toBeLessThanOrEqual(2e-9);
      expect(solve({ ...given, labels: labels.map((y) => 4 * y), beta: 4 * beta }).objective).toBe(
        16 * objective,
      );
      if (constant)
        expect(
          Math.abs(solve({ ...given, labels: labels.map((y) => y + 5) }).objective / objective - 1),
        ).toBeLessThanOrEqual(2e-9);
    }
  });

  it('is the mean alone where beta is large, where labels are equal, and over one place', () => {
    const large = solve({ ...FIVE, beta: 10, constant: true });
    expect(stateOf(large)[3 * hingeCapacity(FIVE.x)]).toBeCloseTo(0.3, 15);
    expect(large.objective).toBeCloseTo((0.01 + 0.36 + 0.09 + 0.04 + 0.36) / 10, 15);
    // The mean of thirteen numbers 1.3 is another one, half an ulp above.
    const thirteen = Float64Array.from({ length: 13 }, (_, i) => i);
    const labels = new Float64Array(13).fill(1.3);
    const equal = solve({ x: thirteen, labels, beta: 0.1, constant: true });
    expect([equal.status, equal.objective]).toEqual(['optimal', 0]);
    const one = solve({ x: Float64Array.of(2, 2), labels: Float64Array.of(1, 3), beta: 0.1, constant: true });
    expect([one.status, one.objective, ...stateOf(one)]).toEqual(['optimal', 0.5, 2]);
  });

  it('refuses what it cannot solve', () => {
    for (const beta of [0, -1, Number.NaN, Number.POSITIVE_INFINITY])
      expect(() => createHingeProgram({ ...FIVE, beta, constant: true })).toThrow('expected a beta');
    const short = FIVE.x.subarray(1);
    expect(() => createHingeProgram({ ...FIVE, x: short, constant: true })).toThrow('expected one x');
    const broken = new Float64Array(5).fill(Number.NaN);
    expect(() => createHingeProgram({ ...FIVE, x: broken, constant: true })).toThrow('finite');
    expect(() => createHingeProgram({ ...FIVE, labels: broken, constant: true })).toThrow('finite');
  });
});
