import { describe, expect, it } from 'vitest';
import counted from '../../../../engine/fixtures/shuffle-laws.json' with { type: 'json' };
import {
  countsOf,
  LAWS,
  lettersOf,
  RAMPS,
  RESTARTED,
  RUNS,
  SHARES,
  TRIANGLES,
  triangleInstances,
} from '../../../../engine/fixtures/shuffle-laws.ts';
import { wilson } from '../../../../engine/kernels/wilson.ts';
import { expectSaid, saidMean, saidShare } from '../../../../scripts/intervals.ts';
import { WHO, WHO_COLUMNS } from '../who-shares.ts';
import { words } from './words.en.ts';
import { words as chinese } from './words.zh.ts';

/** Checks statements about who wins against counted runs; the engine's `who-wins.test.ts` repeats the first. */

const [ONCE, SLOW] = WHO_COLUMNS.map(
  ({ share, ramp }) => SHARES.length * RAMPS.indexOf(ramp) + SHARES.indexOf(share),
) as [number, number];
const rows = counted.laws.map(({ relaxed, penalised }) => ({
  relaxed: countsOf(relaxed),
  once: countsOf(penalised[ONCE]!),
  slow: countsOf(penalised[SLOW]!),
}));

/** Expects these numbers in this order. */
function says(key: keyof typeof words, numbers: readonly string[]): void {
  for (const said of [words, chinese]) {
    let from = 0;
    for (const number of numbers) {
      // Chinese: 41%.
      const at = String(said[key])
        .replace(/(?<=\d)%/g, ' %')
        .indexOf(number, from);
      expect(at, `${number} in ${said[key]}`).toBeGreaterThanOrEqual(0);
      from = at + number.length;
    }
  }
}

/** Expects these numbers in any order. */
function has(key: keyof typeof words, numbers: readonly string[]): void {
  for (const number of numbers) says(key, [number]);
}

const whole = (runs: number) => String(Math.round((100 * runs) / RUNS));

describe('who wins', () => {
  it('the table has the counted shares', () => {
    expect(WHO.map(({ shares, ...law }) => [law, shares])).toEqual(
      rows.map(({ relaxed, once, slow }, i) => [
        LAWS[i],
        [relaxed, once, slow].map(({ best }) => Number(((100 * best) / RUNS).toFixed(1))),
      ]),
    );
    const half = rows.flatMap(({ relaxed, once, slow }) =>
      [relaxed, once, slow].flatMap(({ best }) => {
        const { low, high } = wilson(best, RUNS);
        return [best / RUNS - low, high - best / RUNS];
      }),
    );
    const widest = Math.ceil(1000 * Math.max(...half)) / 10;
    has('explain.say.shuffleWhoTable', [
      '1,000',
      '0.1 L',
      '95 %',
      String(widest),
      `${whole(rows[0]!.relaxed.tie)} %`,
    ]);
  });

  it('at once', () => {
    const exact = rows.map(({ once }) => once.exact);
    says('explain.say.shuffleWhoOnce', [`${whole(Math.min(...exact))} %`, `${whole(Math.max(...exact))} %`]);
    expect(rows.filter(({ once, relaxed }) => once.best < relaxed.best)).toHaveLength(7);
    has('explain.say.shuffleWhoOnce', ['7', String(rows.length), '1,000', '95 %']);
    const widest = Math.max(
      ...exact.flatMap((runs) => {
        const { low, high } = wilson(runs, RUNS);
        return [runs / RUNS - low, high - runs / RUNS];
      }),
    );
    has('explain.say.shuffleWhoOnce', [String(Math.ceil(1000 * widest) / 10)]);
  });

  it('with a ramp', () => {
    const ahead = rows.map(({ slow, relaxed }) => slow.best - relaxed.best);
    const won = ahead.filter((runs) => runs > 0);
    expect(won).toHaveLength(7);
    has('explain.say.shuffleWhoRamp', ['7', String(rows.length), '1,000', '95 %']);
    // Paired: the variance comes from runs that only one side finds.
    const half = LAWS.map((_, i) => {
      const { relaxed, penalised } = counted.laws[i]!;
      const [left, right] = [relaxed, penalised[SLOW]!].map((line) =>
        lettersOf(line).map((end) => /b/i.test(end)),
      );
      const by = left!.map((found, run) => Number(right![run]) - Number(found));
      const mean = by.reduce((sum, one) => sum + one, 0) / RUNS;
      return 1.96 * Math.sqrt(by.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (RUNS * (RUNS - 1)));
    });
    has('explain.say.shuffleWhoRamp', [String(Math.ceil(1000 * Math.max(...half)) / 10)]);
    says('explain.say.shuffleWhoRamp', [whole(Math.min(...won)), whole(Math.max(...won))]);
    const noisy = LAWS.flatMap(({ noise }, i) => (noise === 0.3 ? [ahead[i]!] : []));
    expect(Math.max(...noisy)).toBeLessThan(0.04 * RUNS);
    has('explain.say.shuffleWhoRamp', ['0.3', '4']);
    expect(rows[LAWS.findIndex(({ noise }) => noise === 0)]!.relaxed.best).toBe(RUNS);
  });

  it('from several starts', () => {
    const { schedules, restarts } = counted;
    const at = ([share, ramp]: readonly [number, number]) =>
      schedules.findIndex((one) => one[0] === share && one[1] === ramp);
    const starts = (found: string) => [...found].map((count) => Number.parseInt(count, 16));
    expect(restarts.map(({ n }) => n)).toEqual([5, 6]);
    const told = restarts.flatMap(({ relaxed, penalised }) => {
      // One start or all.
      expect(new Set(starts(relaxed))).toEqual(new Set([0, RESTARTED.starts]));
      return [relaxed, penalised[at([0.1, 0])]!, penalised[at([0.3, 150])]!].map((found) => {
        expect(found).toHaveLength(RESTARTED.instances);
        return saidShare(starts(found).filter((count) => count > 0).length, RESTARTED.instances);
      });
    });
    const key = 'explain.say.shuffleWhoStarts';
    has(key, ['0.1 L', '0.3 L', '150', String(RESTARTED.instances), '95 %']);
    expectSaid(words[key], chinese[key], told);
  });

  it('on the triangle', () => {
    const all = triangleInstances();
    const [found, missed] = [TRIANGLES.starts, 0].map((starts) =>
      all.filter(({ relaxed }) => relaxed === starts),
    ) as [typeof all, typeof all];
    expect(found.length + missed.length).toBe(all.length);
    const at = TRIANGLES.shares.indexOf(0.1);
    expect(Math.min(...missed.map(({ penalised }) => penalised[at]!))).toBeGreaterThan(0);
    // Starts of a pair resemble each other, so pairs are the draws.
    const shares = (some: typeof all, by: 'penalised' | 'standing') =>
      saidMean(
        some.map((one) => (100 * one[by][at]!) / TRIANGLES.starts),
        (share) => share.toFixed(1),
        ' %',
      );
    const { low, high } = wilson(found.length, all.length);
    const standing = missed.filter((one) => one.standing[at]! > 0).length;
    const [of, rounds, starts, others] = [all.length, found.length, TRIANGLES.starts, missed.length].map(
      String,
    );
    const key = 'explain.say.shuffleWhoTriangle';
    const between = [`${Math.floor(100 * low)}`, `${Math.ceil(100 * high)} %`];
    says(key, [of!, rounds!, ...between, '95 %', starts!, others!, '0.1 L']);
    const few = String(missed.filter(({ holds }) => !holds[at]).length);
    says(key, [others!, String(standing), few, rounds!]);
    expectSaid(words[key], chinese[key], [
      shares(missed, 'penalised'),
      shares(missed, 'standing'),
      shares(found, 'standing'),
    ]);
  });
});
