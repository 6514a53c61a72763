import { describe, expect, it } from 'vitest';
import counted from '../../../engine/fixtures/shuffle-laws.json' with { type: 'json' };
import {
  countsOf,
  LAWS,
  RAMPS,
  RUNS,
  SHARES,
  TRIANGLES,
  triangleInstances,
} from '../../../engine/fixtures/shuffle-laws.ts';
import { wilson } from '../../../engine/kernels/wilson.ts';
import { words } from './explain-words.en.ts';
import { words as chinese } from './explain-words.zh.ts';
import { WHO, WHO_COLUMNS } from './who-shares.ts';

/** What the explanation says of who wins, from the runs that were counted: `who-wins.test.ts` of the engine repeats the first of them. */

const [ONCE, SLOW] = WHO_COLUMNS.map(
  ({ share, ramp }) => SHARES.length * RAMPS.indexOf(ramp) + SHARES.indexOf(share),
) as [number, number];
const rows = counted.laws.map(({ relaxed, penalised }) => ({
  relaxed: countsOf(relaxed),
  once: countsOf(penalised[ONCE]!),
  slow: countsOf(penalised[SLOW]!),
}));

/** Both languages have these numbers, one after the other. */
function says(key: keyof typeof words, numbers: readonly string[]): void {
  for (const said of [words, chinese]) {
    let from = 0;
    for (const number of numbers) {
      const at = String(said[key]).indexOf(number, from);
      expect(at, `${number} in ${said[key]}`).toBeGreaterThanOrEqual(0);
      from = at + number.length;
    }
  }
}

/** Both languages have these numbers, in whatever order. */
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
    has('explain.say.shuffleWhoOnce', ['7', String(rows.length)]);
  });

  it('with a ramp', () => {
    const ahead = rows.map(({ slow, relaxed }) => slow.best - relaxed.best);
    const won = ahead.filter((runs) => runs > 0);
    expect(won).toHaveLength(7);
    has('explain.say.shuffleWhoRamp', ['7', String(rows.length)]);
    says('explain.say.shuffleWhoRamp', [whole(Math.min(...won)), whole(Math.max(...won))]);
    const noisy = LAWS.flatMap(({ noise }, i) => (noise === 0.3 ? [ahead[i]!] : []));
    expect(Math.max(...noisy)).toBeLessThan(0.04 * RUNS);
    has('explain.say.shuffleWhoRamp', ['0.3', '4']);
    expect(rows[LAWS.findIndex(({ noise }) => noise === 0)]!.relaxed.best).toBe(RUNS);
  });

  it('on the triangle', () => {
    const all = triangleInstances();
    const missed = all.filter(({ relaxed }) => relaxed === 0);
    const at = TRIANGLES.shares.indexOf(0.1);
    const reached = missed.map(({ penalised }) => penalised[at]!);
    expect(Math.min(...reached)).toBeGreaterThan(0);
    const starts = reached.reduce((sum, count) => sum + count, 0);
    const share = Math.round((100 * starts) / (missed.length * TRIANGLES.starts));
    says('explain.say.shuffleWhoTriangle', [
      ...[all.length, all.length - missed.length, missed.length].map(String),
      '0.1 L',
      String(TRIANGLES.starts),
      `${share} %`,
    ]);
  });
});
