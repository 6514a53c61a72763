import { describe, expect, test } from 'vitest';
import { spread } from '../../../scripts/tier.mjs';
import { sweepValues } from '../../ensemble/sweep.ts';
import reference from '../../fixtures/denoiser-images.json' with { type: 'json' };
import counted from '../../fixtures/denoiser-laws.json' with { type: 'json' };
import {
  FROM,
  linkOf,
  REFERENCE_ROUNDS,
  ROUNDS,
  SHARES,
  SKIES,
  STEPS,
  STRENGTHS,
  skiesOf,
  sweepOf,
} from '../../fixtures/denoiser-laws.ts';
import numpy from '../../fixtures/denoiser-laws-numpy.json' with { type: 'json' };

/** Half of the file's last digit. */
const ROUNDED = 5.1e-5;
const DENOISERS = ['net', 'ridge', 'handmade'] as const;
const LAWS = SHARES.flatMap((share) =>
  STEPS.flatMap((c) => STRENGTHS.map((strength) => ({ share, c, strength }))),
);

test('the file is of these laws, with so many skies in each', () => {
  expect([counted.from, counted.rounds]).toEqual([FROM, ROUNDS]);
  expect(counted.cells.map(({ share, c, strength }) => ({ share, c, strength }))).toEqual(LAWS);
  expect(counted.skies.map(({ share }) => share)).toEqual(SHARES);
  for (const { net, ridge, handmade, best, ends } of counted.cells)
    for (const column of [net, ridge, handmade, best, ...DENOISERS.map((name) => ends[name])])
      expect(column).toHaveLength(SKIES);
});

test('its laws are the cells of the sweeps, and its skies their runs', () => {
  for (const share of SHARES)
    for (const measure of ['error', 'rest'] as const) {
      expect(linkOf(share, measure)).toContain(`measure=${measure}`);
      const sweep = sweepOf(share, measure);
      const { runs, limit, within, vary } = sweep.ensemble;
      expect({ runs, limit, within }).toEqual({
        runs: SKIES,
        limit: ROUNDS,
        within: measure === 'error' ? 0.5 : 1e-4,
      });
      expect(vary).toContain('data');
      const cells = Array.from({ length: sweep.cells }, (_, cell) => sweepValues(sweep, cell));
      expect(cells.map(({ share, c, strength }) => ({ share, c, strength }))).toEqual(
        LAWS.filter((law) => law.share === share),
      );
      for (const { seed, noise, right, from, positive } of cells)
        expect([seed, noise, right, from, positive]).toEqual([FROM, 0.05, 'ridge', 'zero', true]);
    }
});

test.each(
  spread(
    LAWS.map((law, i) => [law, counted.cells[i]!] as const),
    2,
  ),
)('the first sky of a law comes to what was counted: %o', async ({ share, c, strength }, cell) => {
  const [sky] = await skiesOf(share, c, strength, { skies: 1, rounds: ROUNDS, from: FROM });
  const { dirty, clean } = counted.skies.find((all) => all.share === share)!;
  for (const name of DENOISERS) {
    expect(Math.abs(sky![name] - cell[name][0]!)).toBeLessThan(ROUNDED);
    expect(sky!.settled[name]).toBe(cell.ends[name][0] === 's');
  }
  expect(Math.abs(sky!.netBest - cell.best[0]!)).toBeLessThan(ROUNDED);
  expect(Math.abs(sky!.dirty - dirty[0]!)).toBeLessThan(ROUNDED);
  expect(Math.abs(sky!.clean - clean[0]!)).toBeLessThan(ROUNDED);
});

describe('NumPy, without this code', () => {
  test('comes to the same on the first skies of every law', () => {
    let compared = 0;
    for (const { share, dirty, clean, cells } of numpy.laws) {
      const skies = counted.skies.find((all) => all.share === share)!;
      for (const [i, value] of dirty.entries())
        expect(Math.abs(skies.dirty[i]! - value)).toBeLessThan(ROUNDED);
      for (const [i, value] of clean.entries())
        expect(Math.abs(skies.clean[i]! - value)).toBeLessThan(ROUNDED);
      for (const { c, strength, ...own } of cells) {
        const cell = counted.cells.find(
          (all) => all.share === share && all.c === c && all.strength === strength,
        )!;
        for (const name of DENOISERS)
          for (const [i, [, last, best, step]] of own[name].entries()) {
            expect(Math.abs(cell[name][i]! - last!)).toBeLessThan(ROUNDED);
            if (name === 'net') expect(Math.abs(cell.best[i]! - best!)).toBeLessThan(ROUNDED);
            expect(cell.ends[name][i] === 's').toBe(step! < 1e-4);
            compared++;
          }
      }
    }
    expect(compared).toBe(LAWS.length * DENOISERS.length * 3);
  });
});

describe('the reference', () => {
  test('has the first eight skies of twelve laws: Haar, the best round, and who has settled', () => {
    expect(reference.sweep).toHaveLength(12);
    for (const { share, c, strength, haar, leftBest, leftSettled, rightSettled } of reference.sweep) {
      const cell = counted.cells.find(
        (all) => all.share === share && all.c === c && all.strength === strength,
      )!;
      const settled = (name: 'net' | 'ridge') => cell.ends[name].slice(0, 8).replaceAll('.', '').length;
      expect([settled('net'), settled('ridge')]).toEqual([leftSettled, rightSettled]);
      for (let i = 0; i < 8; i++) {
        expect(Math.abs(cell.handmade[i]! - haar[i]!)).toBeLessThan(ROUNDED);
        expect(Math.abs(cell.best[i]! - leftBest[i]!)).toBeLessThan(ROUNDED);
      }
    }
  });

  test('reads the left and the right at round 100: NumPy on the first skies, the engine on the last', async () => {
    for (const { share, c, strength, left, right } of reference.sweep) {
      const law = numpy.laws.find((all) => all.share === share)!;
      const own = law.cells.find((all) => all.c === c && all.strength === strength)!;
      for (let i = 0; i < 3; i++) {
        expect(Math.abs(own.net[i]![0]! - left[i]!)).toBeLessThan(1e-7);
        expect(Math.abs(own.ridge[i]![0]! - right[i]!)).toBeLessThan(1e-7);
      }
    }
    for (const { share, c, strength, left, right } of spread(reference.sweep, 2)) {
      const [sky] = await skiesOf(share, c, strength, { skies: 1, rounds: REFERENCE_ROUNDS, from: FROM + 7 });
      expect(Math.abs(sky!.net - left[7]!)).toBeLessThan(1e-6);
      expect(Math.abs(sky!.ridge - right[7]!)).toBeLessThan(1e-9);
    }
  });
});
