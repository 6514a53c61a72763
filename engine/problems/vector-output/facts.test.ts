import { describe, expect, it } from 'vitest';
import { findFacts } from '../../facts/scenario-facts.ts';
import { createScenario } from '../../scenario/create-scenario.ts';
import { problem } from './problem.ts';

type Given = Parameters<typeof createScenario>[1];

const WORDS = { features: 'words', sizes: [3, 4, 5], beta: 0.05, neurons: 3 } as const satisfies Given;

function facts(given: Given, ...names: string[]): (number | undefined)[] {
  const found = findFacts(problem, createScenario('vector-output', given).values, names);
  return names.map((name) => found[name]);
}

/** A start whose first neurons are active on those samples of the twelve and nowhere else. */
const startOn = (...neurons: readonly (readonly number[])[]) => [
  ...Array.from({ length: 36 }, (_, at) => (neurons[at % 3]!.includes(Math.floor(at / 3)) ? 1 : -1)),
  ...new Array<number>(9).fill(0.1),
];

describe('numbers of a network with several outputs', () => {
  it('one sum over the outputs, each solved alone; sharing costs no more', () => {
    const [optimum, separate, bound] = facts({ neurons: 5 }, 'optimum', 'separate', 'svdbound');
    expect(separate).toBeCloseTo(0.13506401178, 10);
    expect(optimum).toBeLessThan(separate!);
    expect(bound).toBeLessThan(optimum!);
  });

  it('what the closed form takes off and whom it forgets: at a root of the size or below', () => {
    const forgets = (beta: number) => facts({ ...WORDS, beta }, 'threshold', 'sigma.least', 'forgotten');
    expect(forgets(0.15)).toEqual([12 * 0.15, expect.closeTo(Math.sqrt(3), 12), 1]);
    expect(forgets(0.1)[2]).toBe(0);
    expect(forgets(1)[2]).toBe(3);
  });

  it('classes without a neuron of their own at the start: all samples of a class, not most of them', () => {
    const lacks = (start: readonly number[], beta = 0.05) =>
      facts({ ...WORDS, beta, start }, 'start.lacks', 'forgotten');
    const [first, second, third] = [
      [0, 1, 2],
      [3, 4, 5, 6],
      [7, 8, 9, 10, 11],
    ] as const;
    expect(lacks(startOn(first, second, third))).toEqual([0, 0]);
    expect(lacks(startOn(first, second, third.slice(1)))).toEqual([1, 0]);
    // Half a class in each of two neurons is no neuron for it; one neuron may do for two.
    expect(lacks(startOn([0, 1], [1, 2], [...second, ...third]))).toEqual([1, 0]);
    // One that the optimum forgets needs none.
    expect(lacks(startOn([], second, third), 0.15)).toEqual([0, 1]);
  });

  it('how far the left’s curve reaches: 1 at an optimum, above it elsewhere; none off the plane', () => {
    const [dual] = facts({ neurons: 10, sseed: 3 }, 'left.dual@6000');
    expect(dual).toBeGreaterThan(1 - 1e-3);
    expect(dual).toBeLessThan(1.2);
    expect(facts({ neurons: 5 }, 'left.dual@0')[0]).toBeGreaterThan(5);
    expect(facts(WORDS, 'left.dual@0', 'threshold')).toEqual([Number.NaN, expect.closeTo(0.6, 12)]);
  });
});
