import { describe, expect, it } from 'vitest';
import { recoverable } from '../../../engine/kernels/binomial.ts';
import { problem } from '../../../engine/problems/gan/problem.ts';
import type { GeneratorSide } from '../../../engine/problems/gan/types.ts';
import { sweepWidths } from '../../../engine/problems/gan/widths.ts';
import { presetScenario } from '../../../engine/scenario/create-scenario.ts';
import { findAll } from '../../../engine/search.ts';
import { words } from './explain-words.en.ts';
import { words as chinese } from './explain-words.zh.ts';

/** Every number that the explanation calls measured, computed again. */

const prepared = (id: string, given = {}) =>
  problem.prepare({ ...presetScenario('gan', id).values, ...given }, null);

/** The numbers of a sentence, in its order. */
const numbersIn = (text: string) =>
  (text.match(/\d[\d,]*(?:\.\d+)?/g) ?? []).map((n) => Number(n.replaceAll(',', '')));

function says(key: keyof typeof words, numbers: readonly number[]): void {
  for (const said of [words, chinese]) {
    const found = numbersIn(said[key] as string);
    for (const number of numbers) expect(found, `${key}: ${said[key]}`).toContain(number);
  }
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}

describe('what the explanation calls measured', () => {
  it('reachable is not reached: shares, and rounds to a thousandth', () => {
    const [widths, seeds, rounds] = [[10, 16, 24, 40, 100], 16, 300];
    const { values } = presetScenario('gan', 'gan-five');
    const told = findAll(sweepWidths({ ...values, seed: 100 }, { widths, seeds, rounds }));
    const games = <T>(all: ArrayLike<T>, place: number) =>
      Array.from(all).slice(place * seeds, (place + 1) * seeds);
    const arrived = widths.map((_, place) => games(told.finals, place).filter((mse) => mse < 1e-6).length);
    expect(arrived.slice(3)).toEqual([seeds, seeds]);
    says('explain.say.gameReached', [values.m as number, values.c as number, rounds, seeds, ...widths]);
    says('explain.say.gameReached', arrived);
    const shares = (
      [
        [10, 2],
        [16, 2],
        [24, 3],
      ] as const
    ).map(([k, digits]) => Number(recoverable(k, values.m as number).toFixed(digits)));
    says('explain.say.gameReached', shares);
    const medians = widths.map((_, place) => {
      const there = games(told.thousandths, place).filter((round) => round >= 0);
      return Math.round(median(there));
    });
    says('explain.say.gameSpeed', [...widths, ...medians]);
  });

  it('a neuron at 0: the range of the excess over the floor, by step', () => {
    const [rounds, last] = [1000, 200];
    for (const c of [1, 0.3, 0.1]) {
      const instance = prepared('gan-restless', { c });
      const { certificate } = instance.info.sides.left as GeneratorSide;
      const game = instance.sides.left.iterate();
      let [least, most] = [Number.POSITIVE_INFINITY, 0];
      for (let round = 1; round <= rounds; round++) {
        game.step();
        if (round <= rounds - last) continue;
        const excess = game.record().loss! - certificate.floor;
        expect(excess).toBeGreaterThan(0);
        [least, most] = [Math.min(least, excess), Math.max(most, excess)];
      }
      says('explain.say.gameRestless', [
        c,
        rounds,
        last,
        Number(least.toPrecision(1)),
        Number(most.toPrecision(most > 0.1 ? 2 : 1)),
      ]);
    }
  });

  it('a neuron dies where the noise does not surround the origin', () => {
    const [rounds, games] = [1000, 60];
    const died = [3, 20].map((n) => {
      let count = 0;
      for (let seed = 1; seed <= games; seed++) {
        const { sides, generators } = prepared('gan-cone', { n, seed });
        const { noise, width: k, dz } = generators!.left.data;
        const game = sides.left.iterate();
        for (let round = 0; round < rounds; round++) game.step();
        const state = new Float64Array(game.dimension);
        game.read(state);
        const isOff = (j: number) =>
          Array.from({ length: n }, (_, i) =>
            Array.from({ length: dz }, (__, q) => state[j * dz + q]! * noise[i * dz + q]!),
          ).every((products) => !(products.reduce((sum, value) => sum + value, 0) > 0));
        if (Array.from({ length: k }, (_, j) => isOff(j)).includes(true)) count++;
      }
      return count;
    });
    expect(died[1]).toBe(0);
    says('explain.say.gameDead', [2, 3, 1, rounds, games, died[0]!, 20]);
  });
});
