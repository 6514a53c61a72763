import { describe, expect, it } from 'vitest';
import type { SideName, Vector } from '../../contract.ts';
import { runSides } from '../../fixtures/runs.ts';
import type { Values } from '../../params.ts';
import { createRun, type RunValues } from '../../run/create-run.ts';
import { createScenario, presetScenario } from '../../scenario/create-scenario.ts';
import { createUpdateWalk } from '../../update/read-update.ts';
import { SHUFFLE } from './card.ts';
import { problem } from './problem.ts';
import type { ShuffleTerms, ShuffleUpdate } from './types.ts';

function made(given: Values) {
  const { values } = createScenario('shuffle', given);
  return { instance: problem.prepare(values, null), values: values as Values & RunValues };
}

type Made = ReturnType<typeof made>;

/** Reads steps of both sides, in any order. */
function readerOf({ instance, values }: Made) {
  const walk = createUpdateWalk(instance, values, problem.parts);
  return (at: Readonly<Record<SideName, number>>): Readonly<Record<SideName, ShuffleTerms | null>> => {
    while (!walk.approach(at, 5));
    const { left, right, leftRound, round } = walk.read(at) as ShuffleUpdate;
    expect([left, right]).toEqual([null, null]);
    return { left: leftRound, right: round };
  };
}

const SIDES = ['left', 'right'] as const;
const SCENARIOS: [string, Values][] = [
  ...SHUFFLE.presets.map(({ id }): [string, Values] => [id, presetScenario('shuffle', id).values]),
  ['symmetric Q', { A: [1, 0, 1, 1, 0, 1], B: [2, 1, 0, 1, 1, 2], lambda: 0.3 }],
  ['nothing moves', { A: [1, 1, 1, 1, 1, 1], B: [1, 1, 1, 1, 1, 1] }],
  ['two nodes', { graphs: 'weighted', n: 2, shape: 'all', seed: 3 }],
  ['two equal nodes', { A: [2, 0, 2], B: [2, 0, 2], shape: 'all' }],
  ['ten nodes', { graphs: 'copy', n: 10, shape: 'all', ramp: 4 }],
  ['nine nodes, a tie', { graphs: 'simple', n: 9, shape: 'all', spread: 0, c: 1.9 }],
  ['all of three', { shape: 'all', lambda: 0.2, ramp: 7 }],
  ['no penalty', { lambda: 0 }],
  ['long steps', { c: 3, lambda: 0.5 }],
  ['steps of two', { c: 2, shape: 'all' }],
];

const product = (a: Vector, b: Vector) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('a step of a side taken apart', () => {
  it.each(SCENARIOS)('is the run’s own, bit for bit: %s', (_, given) => {
    const one = made(given);
    const run = runSides(one.instance, one.values, 12);
    const read = readerOf(one);
    for (const k of [0, 1, 9, 3]) {
      const told = read({
        left: Math.min(k, run.left.iterates.length - 1),
        right: Math.min(k, run.right.iterates.length - 1),
      });
      for (const side of SIDES) {
        const { iterates, losses } = run[side];
        const { before, after, ended, k: at } = told[side]!;
        expect(Array.from(before.at)).toEqual(Array.from(iterates[at]!));
        expect(before.cost).toBe(losses[at]);
        if (ended) expect(iterates[at + 1] ?? iterates[at]).toEqual(iterates[at]);
        else expect(Array.from(after.at)).toEqual(Array.from(iterates[at + 1]!));
        if (ended) expect(Array.from(after.at)).toEqual(Array.from(before.at));
      }
    }
  });

  it.each(SCENARIOS)(
    'leaves the set by its gradients, and projecting leads where the run goes: %s',
    (_, given) => {
      const one = made(given);
      const { info, relaxation } = one.instance;
      const read = readerOf(one);
      for (const k of [0, 2, 5]) {
        const told = read({ left: k, right: k });
        for (const side of SIDES) {
          const step = told[side];
          if (!step) continue;
          const { before, stepped, costGradient, penaltyGradient, lambda, step: eta } = step;
          expect(eta).toBe(info.step);
          const ramped = info.ramp > 0 ? info.lambda * Math.min(1, step.k / info.ramp) : info.lambda;
          expect(lambda).toBe(side === 'left' ? 0 : ramped);
          for (const [i, value] of stepped.entries()) {
            const whole = before.at[i]! - eta * (costGradient[i]! + lambda * penaltyGradient[i]!);
            expect(Math.abs(value - whole)).toBeLessThan(1e-12 * Math.max(1, Math.abs(whole)));
          }
          // Central differences of E and P.
          const towards = before.at.map((value, i) => (i % 2 ? 1 : -1) * value);
          const moved = (by: number) => before.at.map((value, i) => value + by * towards[i]!);
          const slope = (of: (state: Float64Array) => number) => (of(moved(1e-6)) - of(moved(-1e-6))) / 2e-6;
          const scale = Math.max(1, info.smoothness);
          const none = new Float64Array(before.at.length);
          expect(
            Math.abs(slope((state) => relaxation.cost(none, state)) - product(costGradient, towards)),
          ).toBeLessThan(1e-6 * scale);
          for (const projected of [stepped, step.off]) {
            const state = Float64Array.from(projected);
            relaxation.projector().project(state);
            if (!step.ended)
              for (const [i, value] of state.entries())
                expect(Math.abs(value - step.after.at[i]!)).toBeLessThan(1e-9);
          }
        }
      }
    },
  );

  it.each(SCENARIOS)('moves along the set before it is projected: %s', (_, given) => {
    const read = readerOf(made(given));
    const told = read({ left: 1, right: 1 });
    for (const side of SIDES) {
      const step = told[side];
      if (!step) continue;
      const { length } = step.off;
      const n = length === 3 ? 1 : Math.sqrt(length);
      const width = length / n;
      for (let i = 0; i < n; i++) {
        const row = step.off.slice(i * width, (i + 1) * width);
        expect(row.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1, 9);
      }
      if (n > 1)
        for (let j = 0; j < n; j++)
          expect(step.off.reduce((sum, value, at) => sum + (at % n === j ? value : 0), 0)).toBeCloseTo(1, 9);
    }
  });

  it.each(SCENARIOS)('tells what states are worth, and what is sure: %s', (_, given) => {
    const one = made(given);
    const { info, relaxation } = one.instance;
    const read = readerOf(one);
    for (const k of [0, 1, 4]) {
      const told = read({ left: k, right: k });
      for (const side of SIDES) {
        const step = told[side];
        if (!step) continue;
        const { before, after, lambda, sure } = step;
        const slack = 1e-9 * Math.max(1, before.objective);
        for (const { at, cost, penalty, objective, bound, distance, matrix } of [before, after]) {
          expect(objective).toBe(cost + lambda * penalty);
          expect(penalty).toBe(relaxation.penalty(Float64Array.from(at)));
          expect(Array.from(matrix)).toEqual(Array.from(relaxation.matrix(Float64Array.from(at))));
          // No permutation within reach costs less.
          expect(bound).toBeLessThanOrEqual(Math.min(...info.costs) + slack);
          expect(penalty).toBeLessThanOrEqual(distance + 1e-9);
          expect(distance / 2).toBeLessThanOrEqual(penalty + 1e-9);
        }
        const squares = before.at.reduce((sum, value, i) => sum + (after.at[i]! - value) ** 2, 0);
        expect(sure).toBeCloseTo((1 / info.step - info.smoothness / 2) * squares, 9);
        if (info.step * info.smoothness <= 2)
          expect(after.objective).toBeLessThanOrEqual(before.objective - sure + slack);
      }
    }
  });

  it('has the series of the run', () => {
    const one = made(presetScenario('shuffle', 'ramp-wins').values);
    const run = createRun(one.instance, one.values);
    const frames = [run.first(), run.advance(30)];
    const series = (name: string) => frames.flatMap(({ right }) => Array.from(right.series[name]!));
    const { right } = readerOf(one)({ left: 20, right: 20 });
    expect(right!.before.penalty).toBe(series('penalty')[20]);
    expect(right!.before.objective).toBe(series('objective')[20]);
    expect(right!.lambda).toBe(series('lambda')[20]);
  });

  it('ends where the run ends, and is null beyond', () => {
    const one = made(presetScenario('shuffle', 'wrong-corner').values);
    const { right } = runSides(one.instance, one.values, 50);
    const last = right.endedAt!;
    expect(last).toBe(3);
    const read = readerOf(one);
    expect(read({ left: 0, right: last }).right!.ended).toBe(true);
    expect(read({ left: 0, right: last - 1 }).right!.ended).toBe(false);
    expect(read({ left: 0, right: last + 1 }).right).toBeNull();
  });

  it('of the first step of `wrong-corner` by hand', () => {
    const { left, right } = readerOf(made(presetScenario('shuffle', 'wrong-corner').values))({
      left: 0,
      right: 0,
    });
    // Q x = (80, -17, -45; -17, 24, 23; -45, 23, 40) (.2, .6, .2).
    const down = [-3.2, 15.6, 12.8].map((value) => 2 * value);
    for (const { costGradient, before } of [left!, right!]) {
      for (const [i, value] of down.entries()) expect(costGradient[i]).toBeCloseTo(value, 12);
      expect(before.cost).toBeCloseTo(0.2 * -3.2 + 0.6 * 15.6 + 0.2 * 12.8, 12);
      // E + min grad - <grad, x> = E - 2 E + 2 (-3.2).
      expect(before.bound).toBeCloseTo(-before.cost - 6.4, 12);
      expect(before.penalty).toBeCloseTo(6 * (1 - Math.sqrt(0.44)), 12);
      expect(before.rounded).toMatchObject({ permutation: [1, 2, 0], cost: 24, tie: false });
      expect(before.distance).toBeCloseTo(2.4, 12);
    }
    expect(right!.lambda).toBeCloseTo(23.4072347, 6);
    for (const [i, weight] of [0.2, 0.6, 0.2].entries())
      expect(right!.penaltyGradient[i]).toBeCloseTo((-6 * weight) / Math.sqrt(0.44), 12);
  });
});
