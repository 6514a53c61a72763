import { describe, expect, test } from 'vitest';
import { runsAll } from '../../../../scripts/tier.mjs';
import reference from '../../../fixtures/gan.json' with { type: 'json' };
import { recoverable } from '../../../kernels/binomial.ts';
import { presetScenario } from '../../../scenario/create-scenario.ts';
import { findAll } from '../../../search.ts';
import type { WidthsAsked, WidthsTold } from '../types.ts';
import { sweepWidths } from './widths.ts';

const valuesOf = (set = {}) => ({ ...presetScenario('gan', 'gan-five').values, ...set });
const swept = (set: object, asked: WidthsAsked) => findAll(sweepWidths(valuesOf(set), asked));

function median(values: ArrayLike<number>): number {
  const sorted = Array.from(values).sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}

const arrived = ({ finals }: WidthsTold) => finals.filter((mse) => mse < 1e-6).length / finals.length;

describe('the sweep of the reference', () => {
  const { sweep } = reference;
  const played = sweep.map(({ m, k, dz, n, seeds, steps, c, mu, rho }) =>
    swept({ m, dz, n, c, mu, rho, seed: 100 }, { widths: [k], seeds, rounds: steps }),
  );

  test('floors, and their medians, to 1e-12', () => {
    for (const [i, { m, k, floors, floorMedian, reachable }] of sweep.entries()) {
      const told = played[i]!;
      for (const [s, floor] of floors.entries())
        expect(Math.abs(told.floors[s]! - floor)).toBeLessThan(1e-12 * Math.max(1, floor));
      expect(Math.abs(median(told.floors) - floorMedian)).toBeLessThan(1e-12 * Math.max(1, floorMedian));
      expect(recoverable(k, m)).toBeCloseTo(reachable, 14);
    }
  });

  // Near a kink or a tiny rest, runs amplify rounding.
  test('the shares that arrive and the rounds to a thousandth, exactly; finals of games on their way', () => {
    let compared = 0;
    for (const [i, { m, k, arrivedShare, stepsToThousandth, finals, floors }] of sweep.entries()) {
      const told = played[i]!;
      expect(arrived(told), `m = ${m}, k = ${k}`).toBe(arrivedShare);
      expect(Array.from(told.thousandths)).toEqual(stepsToThousandth.map((round) => round ?? -1));
      for (const [s, final] of finals.entries()) {
        expect(told.finals[s]).toBeGreaterThanOrEqual(told.floors[s]! * (1 - 1e-12));
        if (m < 5 || floors[s]! > 0.1 * final || !(final > 1e-5)) continue;
        compared++;
        expect(Math.abs(told.finals[s]! / final - 1), `k = ${k}, seed ${100 + s}`).toBeLessThan(1e-6);
      }
    }
    expect(compared).toBeGreaterThan(40);
  });
});

test('reachable is not reached: m = 5, 300 rounds, c = 2, seeds 100 to 115', () => {
  const widths = [10, 16, 24, 40, 100];
  const told = widths.map((k) => swept({ seed: 100 }, { widths: [k], seeds: 16, rounds: 300 }));
  expect(told.map(arrived)).toEqual([0.125, 0.1875, 0.625, 1, 1]);
  expect(widths.map((k) => Number(recoverable(k, 5).toFixed(3)))).toEqual([0.623, 0.962, 0.999, 1, 1]);
  const rounds = told.map(({ thousandths }) => median(thousandths.filter((round) => round >= 0)));
  expect(rounds).toEqual([82, 108, 68, 39.5, 19.5]);
});

const DRAWN = runsAll ? 400 : 150;

test.each([
  [2, [1, 2, 3, 4, 6, 12]],
  [5, [5, 8, 10, 12, 16]],
  [20, [30, 39, 50]],
])(
  `m = %i: of ${DRAWN} draws of each width as many are reachable, and as many neurons determined, as the binomial says`,
  (m, widths) => {
    const seeds = DRAWN;
    const { floors, finals, determined } = swept({ m, dz: 2, n: 3, seed: 1 }, { widths, seeds, rounds: 0 });
    for (const [place, k] of widths.entries()) {
      const p = recoverable(k, m);
      const spread = 4.5 * Math.sqrt(Math.max(p * (1 - p), 1e-3) / seeds);
      const of = (hit: (at: number) => boolean) =>
        Array.from({ length: seeds }, (_, s) => place * seeds + s).filter(hit).length / seeds;
      expect(Math.abs(of((at) => floors[at] === 0) - p), `k = ${k}`).toBeLessThan(spread);
      expect(Math.abs(of((at) => determined[at] === 1) - p), `k = ${k}`).toBeLessThan(spread);
    }
    for (const [i, floor] of floors.entries()) expect(floor).toBeLessThanOrEqual(finals[i]! * (1 + 1e-12));
  },
);

test('a game comes to the same among whichever others it is played, known or not', () => {
  const asked = { widths: [3, 40, 12], seeds: 3, rounds: 50 };
  const whole = swept({}, asked);
  for (const [place, width] of asked.widths.entries())
    for (let s = 0; s < asked.seeds; s++) {
      const alone = swept({ seed: 7 + s }, { ...asked, widths: [width], seeds: 1 });
      const at = place * asked.seeds + s;
      for (const name of ['finals', 'floors', 'thousandths'] as const)
        expect(alone[name][0]).toBe(whole[name][at]);
    }
});

test('progress has the games that have ended, all widths of a seed before the next', () => {
  const search = sweepWidths(valuesOf(), { widths: [4, 8], seeds: 2, rounds: 10 });
  while (search.progress!().done < 3) search.step();
  const { finals, floors } = search.progress!();
  expect(Array.from(finals, Number.isFinite)).toEqual([true, true, true, false]);
  expect(Array.from(floors, Number.isFinite)).toEqual([true, true, true, false]);
  while (search.step());
  expect(search.step()).toBe(false);
  expect(search.found().done).toBe(4);
});

test('one that diverges ends with an infinite mse; what makes no sweep is refused', () => {
  const { finals, floors } = swept({ rho: 0, c: 100 }, { widths: [100], seeds: 1, rounds: 10_000 });
  expect(finals[0]).toBe(Number.POSITIVE_INFINITY);
  expect(floors[0]).toBe(0);
  for (const asked of [{ widths: [0] }, { seeds: 0 }, { rounds: -1 }, { widths: [2.5] }])
    expect(() => sweepWidths(valuesOf(), { widths: [1], seeds: 1, rounds: 1, ...asked })).toThrow(RangeError);
});
