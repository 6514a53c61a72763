import { describe, expect, it } from 'vitest';
import { createRandom } from '../../kernels/random.ts';
import { type Secular, secularRoots } from './secular-roots.ts';

const random = createRandom(16, 2);

/** (right-hand side - t^2)/t^2, given a_i - s. */
function excess({ rest, level, weights }: Secular, gaps: readonly number[], s: number): number {
  const sum = gaps.reduce((total, gap, i) => total + (weights[i]! / gap) ** 2, rest);
  return (s * s * sum) / (level * level) - 1;
}

const rootOf = ({ poles, level, rest }: Secular, gaps: readonly number[]) =>
  poles.length > 0 ? poles[0]! - gaps[0]! : level / Math.sqrt(rest);

function drawn(terms: number): Secular {
  const size = 10 ** (4 * random.uniform() - 2);
  return {
    rest: random.uniform() < 0.5 ? 1 / 3 : 1 / 2,
    level: size * (0.2 + random.uniform()),
    poles: Array.from({ length: terms }, () => 2 * size * random.uniform()),
    weights: Array.from({ length: terms }, () => size * random.normal() * 10 ** (-3 * random.uniform())),
  };
}

describe('roots', () => {
  it('solve the equation, and are all there are: those that a fine grid brackets', () => {
    let most = 0;
    for (let trial = 0; trial < 400; trial++) {
      const equation = drawn(trial % 3);
      const { rest, level, poles } = equation;
      const roots = secularRoots(equation);
      most = Math.max(most, roots.length);
      for (const gaps of roots)
        expect(Math.abs(excess(equation, gaps, rootOf(equation, gaps)))).toBeLessThan(1e-9);
      const at = roots.map((gaps) => rootOf(equation, gaps));
      const value = (s: number) =>
        excess(
          equation,
          poles.map((pole) => pole - s),
          s,
        );
      const [from, to] = [level, level / Math.sqrt(rest)];
      for (let k = 0; k < 2000; k++) {
        const [low, high] = [from + ((to - from) * k) / 2000, from + ((to - from) * (k + 1)) / 2000];
        // A pole has the same sign on both sides.
        if (value(low) > 0 === value(high) > 0) continue;
        expect(at.some((s) => s >= low - 1e-9 * level && s <= high + 1e-9 * level)).toBe(true);
      }
    }
    expect(most).toBeGreaterThanOrEqual(4);
  });

  it('a tiny weight has its two roots beside the pole, to the last digits', () => {
    // s = 5 + u: s^2 (1/2 + w^2/u^2) = 16, w tiny: u = +-w s/sqrt(16 - s^2/2).
    const weight = 1e-11;
    const equation = { rest: 1 / 2, level: 4, poles: [5], weights: [weight] };
    const gaps = secularRoots(equation).map(([gap]) => gap!);
    expect(gaps).toHaveLength(3);
    const near = gaps.filter((gap) => Math.abs(gap) < 1e-6).sort((a, b) => a - b);
    const expected = (weight * 5) / Math.sqrt(16 - 12.5);
    expect(near.map((gap) => gap / expected)).toEqual([expect.closeTo(-1, 9), expect.closeTo(1, 9)]);
    expect(5 - gaps.find((gap) => Math.abs(gap) > 1e-6)!).toBeCloseTo(4 * Math.SQRT2, 9);
  });

  it('a double root is found', () => {
    // The least value of s^2 (r + b^2/(a - s)^2) beyond the pole is at s - a = (a b^2/r)^(1/3).
    let tried = 0;
    for (let trial = 0; trial < 100; trial++) {
      const [pole, weight, rest] = [0.5 + random.uniform(), 0.01 + 0.2 * random.uniform(), 1 / 3];
      const past = Math.cbrt((pole * weight * weight) / rest);
      const s = pole + past;
      const level = s * Math.sqrt(rest + (weight / past) ** 2);
      // Only [t, t/sqrt r] is searched.
      if (s < level) continue;
      tried++;
      const roots = secularRoots({ rest, level, poles: [pole], weights: [weight] });
      const nearest = Math.min(...roots.map(([gap]) => Math.abs(gap! + past)));
      expect(nearest).toBeLessThan(1e-6);
      // Slightly above there are two, slightly below none.
      const count = (factor: number) =>
        secularRoots({ rest, level: factor * level, poles: [pole], weights: [weight] }).filter(
          ([gap]) => Math.abs(gap! + past) < 0.1 * past,
        ).length;
      expect([count(1 - 1e-8), count(1 + 1e-8)]).toEqual([0, 2]);
    }
    expect(tried).toBeGreaterThan(30);
  });

  it('numbers that are not finite have none', () => {
    expect(secularRoots({ rest: 1 / 3, level: Number.NaN, poles: [1], weights: [1] })).toEqual([]);
    expect(secularRoots({ rest: 1 / 3, level: 1, poles: [Number.NaN], weights: [1] })).toEqual([]);
  });
});
