import { describe, expect, it } from 'vitest';
import { recoverable } from '../../../../engine/kernels/binomial.ts';
import { sweepWidths } from '../../../../engine/problems/gan/network/widths.ts';
import { problem } from '../../../../engine/problems/gan/problem.ts';
import type { GeneratorSide } from '../../../../engine/problems/gan/types.ts';
import { presetScenario } from '../../../../engine/scenario/create-scenario.ts';
import { findAll } from '../../../../engine/search.ts';
import { expectSaid, saidMedian, saidShare } from '../../../../scripts/intervals.ts';
import { measured } from '../../../../scripts/measured.ts';
import { expectNumbersIn } from '../../kit/for-tests/expect-numbers.ts';
import { words } from './words.en.ts';
import { words as chinese } from './words.zh.ts';

/** Recomputes every number that the explanation calls measured. */

const prepared = (id: string, given = {}) =>
  problem.prepare({ ...presetScenario('gan', id).values, ...given }, null);

const says = expectNumbersIn<keyof typeof words>(words, chinese);

describe('what the explanation calls measured', () => {
  const SEEDS = Array.from({ length: 200 }, (_, i) => 1 + i);

  it('reachable is not reached: shares, and rounds to a thousandth', async () => {
    const [widths, rounds] = [[10, 16, 24, 40, 100], 300];
    const { values } = presetScenario('gan', 'gan-five');
    const told = await measured(
      'gan-reached',
      SEEDS,
      (seed) => {
        const { finals, thousandths } = findAll(
          sweepWidths({ ...values, seed }, { widths, seeds: 1, rounds }),
        );
        return { arrived: Array.from(finals, (mse) => Number(mse < 1e-6)), there: [...thousandths] };
      },
      6,
    );
    const games = [...told.values()];
    const key = 'explain.say.gameReached';
    says(key, [values.m as number, values.c as number, rounds, 1, SEEDS.length, 95, ...widths]);
    says(
      key,
      ([[10, 2], [16, 2], [24, 3]] as const).map(([k, digits]) => Number(recoverable(k, values.m as number).toFixed(digits))), // biome-ignore format: pairs
    );
    const reached = widths.map((_, place) =>
      saidShare(
        games.reduce((sum, { arrived }) => sum + arrived[place]!, 0),
        games.length,
      ),
    );
    expectSaid(words[key], chinese[key], reached);
    const speed = 'explain.say.gameSpeed';
    says(speed, [1, SEEDS.length, 95, ...widths]);
    const medians = widths.map((_, place) =>
      saidMedian(
        games.map(({ there }) => there[place]!).filter((round) => round >= 0),
        (round) => String(Math.round(round)),
      ),
    );
    expectSaid(words[speed], chinese[speed], medians);
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

  it('a neuron dies where the noise does not surround the origin', async () => {
    const [rounds, sizes] = [1000, [3, 20]];
    const told = await measured(
      'gan-dead',
      SEEDS,
      (seed) =>
        sizes.map((n) => {
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
          return Number(Array.from({ length: k }, (_, j) => isOff(j)).includes(true));
        }),
      6,
    );
    const died = sizes.map((_, place) => [...told.values()].reduce((sum, each) => sum + each[place]!, 0));
    const key = 'explain.say.gameDead';
    says(key, [2, 3, 1, rounds, SEEDS.length, 20, 95]);
    expectSaid(
      words[key],
      chinese[key],
      died.map((games) => saidShare(games, SEEDS.length)),
    );
  });
});
