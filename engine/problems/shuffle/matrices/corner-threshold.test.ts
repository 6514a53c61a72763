import { describe, expect, it } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import {
  allPermutations,
  anyMatrix,
  anyPermutation,
  anySymmetric,
  farthest,
  matrixOfPermutation,
} from '../../../fixtures/doubly-stochastic.ts';
import { createRandom, type RandomSource } from '../../../kernels/random.ts';
import { matchingCost } from '../matching-cost.ts';
import { createAssigner } from './assignment.ts';
import { birkhoffRelaxation } from './birkhoff-relaxation.ts';
import { cornerThreshold } from './corner-threshold.ts';
import { largestCycleMean } from './cycle-mean.ts';

const source = (stream: number): RandomSource => createRandom(19_780_301, stream);

/** The ratio <G, X - Y>/||Y - X||_1. */
function ratioOf(gradient: Float64Array, x: ArrayLike<number>, y: ArrayLike<number>): number {
  const n = x.length;
  let [slope, moved] = [0, 0];
  for (let i = 0; i < n; i++) {
    slope += gradient[i * n + x[i]!]! - gradient[i * n + y[i]!]!;
    if (x[i] !== y[i]) moved++;
  }
  return slope / (2 * moved);
}

/** The second algorithm: Dinkelbach's, by assignments. Returns the permutation with the largest ratio. */
function dinkelbach(gradient: Float64Array, x: readonly number[]): number[] {
  const n = x.length;
  const assigner = createAssigner(n);
  let y = [x[1]!, x[0]!, ...x.slice(2)];
  for (;;) {
    const lambda = ratioOf(gradient, x, y);
    const weights = gradient.map((slope, at) => slope + (x[Math.floor(at / n)] === at % n ? 0 : 2 * lambda));
    assigner.assign(weights, 1);
    const next = [...assigner.permutation];
    if (next.every((column, row) => column === x[row]) || ratioOf(gradient, x, next) <= lambda) return y;
    y = next;
  }
}

describe('the largest cycle mean', () => {
  it('is that of a list of all cycles', () => {
    const random = source(0);
    for (let draw = 0; draw < 300; draw++) {
      const n = 1 + random.integer(5);
      const weights = anyMatrix(random, n).map((weight) =>
        draw % 2 === 0 ? Math.round(2 * weight) : weight,
      );
      // Omits arcs, but not those of a cycle through all nodes.
      for (let i = 0; i < n; i++)
        for (let k = 0; k < n; k++)
          if (k !== (i + 1) % n && random.uniform() < 0.4) weights[i * n + k] = Number.NEGATIVE_INFINITY;
      let expected = Number.NEGATIVE_INFINITY;
      const extend = (start: number, node: number, seen: number, sum: number, arcs: number): void => {
        for (let next = start; next < n; next++) {
          const weight = sum + weights[node * n + next]!;
          if (next === start) expected = Math.max(expected, weight / (arcs + 1));
          else if (!((seen >> next) & 1)) extend(start, next, seen | (1 << next), weight, arcs + 1);
        }
      };
      for (let start = 0; start < n; start++) extend(start, start, 1 << start, 0, 0);
      expect(Math.abs(largestCycleMean(weights, n) - expected)).toBeLessThan(1e-13);
    }
  });

  it('is -Infinity without a cycle', () => {
    const none = Number.NEGATIVE_INFINITY;
    expect(largestCycleMean(Float64Array.of(none), 1)).toBe(none);
    expect(largestCycleMean(Float64Array.of(none, 1, none, none), 2)).toBe(none);
  });
});

describe('the lambda above which a corner is a trap', () => {
  it('is the largest ratio over all n!, n = 2..6, and that of Dinkelbach for n = 2..10', () => {
    const random = source(1);
    for (let draw = 0; draw < 400; draw++) {
      const n = 2 + random.integer(9);
      const gradient = anyMatrix(random, n, 10).map((slope) => (draw % 2 === 0 ? Math.round(slope) : slope));
      const x = anyPermutation(random, n);
      const found = cornerThreshold(gradient, x);
      expect(Math.abs(found - ratioOf(gradient, x, dinkelbach(gradient, x)))).toBeLessThan(1e-12);
      if (n > 6) continue;
      const others = allPermutations(n).filter((y) => y.some((column, row) => column !== x[row]));
      const expected = Math.max(...others.map((y) => ratioOf(gradient, x, y)));
      expect(Math.abs(found - expected)).toBeLessThan(1e-12);
    }
  });

  /** Descends from X moved by 1e-4 towards M and returns the final distance from X. */
  function endsAt(
    relaxation: ReturnType<typeof birkhoffRelaxation>,
    x: Float64Array,
    towards: Float64Array,
    lambda: number,
  ): number {
    const state = x.map((entry, at) => entry + 1e-4 * (towards[at]! - entry));
    const projector = relaxation.projector();
    const gradient = new Float64Array(state.length);
    const before = new Float64Array(state.length);
    // After a step without movement all later ones have none.
    for (let k = 0; k < 3000 && farthest(state, before) > 0; k++) {
      before.set(state);
      relaxation.cost(gradient, state);
      relaxation.addPenalty(gradient, state, lambda);
      for (let at = 0; at < state.length; at++)
        state[at] = state[at]! - gradient[at]! / relaxation.smoothness;
      projector.project(state);
    }
    return farthest(state, x);
  }

  it('parts corners that a nudged start comes back to, at 1.02 of it, from those that it leaves, at .97', () => {
    const random = source(2);
    let corners = 0;
    while (corners < (runsAll ? 40 : 20)) {
      const n = 3 + random.integer(4);
      const cost = matchingCost(anySymmetric(random, n, true), anySymmetric(random, n, true), n);
      const relaxation = birkhoffRelaxation(cost);
      const x = anyPermutation(random, n);
      const threshold = relaxation.threshold(x);
      // Near 0 no share of it can be distinguished.
      if (!(threshold > 0.005 * cost.smoothness)) continue;
      corners++;
      const corner = matrixOfPermutation(x);
      const gradient = new Float64Array(n * n);
      cost.evaluate(gradient, corner);
      const worst = matrixOfPermutation(dinkelbach(gradient, x));
      expect(endsAt(relaxation, corner, worst, 1.02 * threshold)).toBe(0);
      for (let nudge = 0; nudge < 3; nudge++) {
        const other = matrixOfPermutation(anyPermutation(random, n));
        expect(endsAt(relaxation, corner, other, 1.02 * threshold)).toBe(0);
      }
      expect(endsAt(relaxation, corner, worst, 0.97 * threshold)).toBeGreaterThan(1e-3);
    }
  });

  it('is 0 of a constant gradient and at most 0 of a corner at which E is least', () => {
    expect(cornerThreshold(new Float64Array(16).fill(3), [1, 0, 3, 2])).toBe(0);
    const random = source(3);
    for (let draw = 0; draw < 50; draw++) {
      const n = 2 + random.integer(6);
      const p = anyPermutation(random, n);
      const a = anySymmetric(random, n, false);
      // B = X'AX: E is 0 at X, and so is its gradient.
      const b = new Float64Array(n * n);
      for (let i = 0; i < n; i++) for (let j = 0; j < n; j++) b[p[i]! * n + p[j]!] = a[i * n + j]!;
      expect(birkhoffRelaxation(matchingCost(a, b, n)).threshold(p)).toBe(0);
    }
  });
});
