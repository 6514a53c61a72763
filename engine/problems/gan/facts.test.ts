import { describe, expect, it } from 'vitest';
import { findFacts } from '../../facts/scenario-facts.ts';
import fixture from '../../fixtures/gan.json';
import { createScenario } from '../../scenario/create-scenario.ts';
import { GAN } from './card.ts';
import { problem } from './problem.ts';

type Given = Parameters<typeof createScenario>[1];

function facts(given: Given, ...names: string[]): (number | undefined)[] {
  const found = findFacts(problem, createScenario('gan', given).values, names);
  return names.map((name) => found[name]);
}

const caseOf = (name: string) => fixture.width.find((one) => one.name === name)!;
const nan = Number.NaN;

describe('numbers of a game', () => {
  it('the factors of the plane: sqrt(1 + eta mu), and sqrt(1 - q) of complex roots', () => {
    const [left, right, push] = facts({ level: 'plane' }, 'left.factor', 'right.factor', 'left.push');
    expect(left).toBeCloseTo(Math.sqrt(1.04), 14);
    // |1 + b|^2 = 1 - q + p
    expect(right).toBeCloseTo(Math.sqrt(0.84), 14);
    expect(push).toBe(0.2);
    expect(facts({ level: 'plane' }, 'left.floor', 'left.reachable', 'left.excess@3', 'width')).toEqual([
      nan,
      nan,
      nan,
      nan,
    ]);
    expect(facts({ level: 'plane' }, 'mean.length')).toEqual([1]);
  });

  it('the floors of the opening, what is reachable, and how wide each side is', () => {
    const names = ['left.floor', 'right.floor', 'left.reachable', 'right.reachable', 'left.factor'];
    expect(facts({}, ...names, 'mean.length', 'width', 'width.right')).toEqual([
      expect.closeTo(caseOf('cone-left').floor, 12),
      0,
      // 2 of 3, and 2 of 12 fair coins.
      1 / 2,
      1 - 13 / 4096,
      nan,
      ...[2, 3, 12],
    ]);
  });

  it('the least width that reaches a mean of m numbers more than half the time is 2 m: half the tosses of 2 m - 1 coins', () => {
    const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n, k - 1) * (n - k + 1)) / k);
    const heads = (n: number, least: number) =>
      Array.from({ length: n + 1 - least }, (_, i) => choose(n, least + i)).reduce(
        (sum, one) => sum + one,
        0,
      ) /
      2 ** n;
    for (const m of [1, 2, 5, 8]) {
      const [width, share] = facts({ m, dz: 2 }, 'width.half', 'width.halfShare');
      expect([width, heads(width! - 1, m)]).toEqual([2 * m, 1 / 2]);
      expect(share).toBeCloseTo(heads(width!, m), 14);
    }
    expect(facts({ level: 'two-weights' }, 'mean')).toEqual([-0.5]);
    expect(facts({}, 'mean')).toEqual([nan]);
  });

  it('the excess over the floor at a round, none where the floor is 0', () => {
    const { floor, mseAt } = caseOf('cone-left');
    const [at0, at10, none] = facts({}, 'left.excess@0', 'left.excess@10', 'right.excess@10');
    expect(at0).toBeCloseTo(mseAt[0] / floor - 1, 12);
    expect(at10).toBeCloseTo(mseAt[10]! / floor - 1, 9);
    expect(none).toBeNaN();
    // Projected gradient reaches the floor.
    const convex = { seed: 2, versus: 'convex', rule: 'best' } as const;
    expect(facts(convex, 'right.excess@1000', 'right.push@2')).toEqual([expect.closeTo(0, 12), nan]);
  });

  it('the push at a round: eta times the larger root of l^2 - trace l + det of sum_j ||zeta_j||^2 v_j v_j^T', () => {
    const { eta, z, V, states } = caseOf('cone-right');
    for (const k of [0, 2, 10] as const) {
      let [trace, a, b, c] = [0, 0, 0, 0];
      for (const [j, [w1, w2]] of states[k].weights!.entries()) {
        const on = z!.filter(([z1, z2]) => w1! * z1! + w2! * z2! > 0);
        const square = [0, 1].reduce(
          (sum, q) => sum + (on.reduce((all, row) => all + row[q]!, 0) / 20) ** 2,
          0,
        );
        const [v1, v2] = [V![0]![j]!, V![1]![j]!];
        trace += square * (v1 * v1 + v2 * v2);
        a += square * v1 * v1;
        b += square * v1 * v2;
        c += square * v2 * v2;
      }
      const largest = (trace + Math.sqrt(trace * trace - 4 * (a * c - b * b))) / 2;
      const [push] = facts({}, `right.push@${k}`);
      expect(push! / (eta * largest)).toBeCloseTo(1, 9);
    }
  });

  it('every one that the card declares has a number at some level', () => {
    const names = Object.entries(GAN.facts).map(([name, spec]) => ('steps' in spec ? `${name}@5` : name));
    const [plane, network, convex] = [{ level: 'plane' }, { width2: 1 }, { width: 2, versus: 'convex' }].map(
      (given) => facts(given as Given, ...names),
    );
    for (const [i, name] of names.entries())
      expect(
        [plane, network, convex].some((found) => Number.isFinite(found![i])),
        name,
      ).toBe(true);
  });
});
