import { median } from 'd3-array';
import { expect, it } from 'vitest';
import counted from '../../../../engine/fixtures/denoiser-laws.json' with { type: 'json' };
import { expectSaid, medianInterval, type Said, saidMean, saidShare } from '../../../../scripts/intervals.ts';
import { words } from '../explain/words.en.ts';
import { words as chinese } from '../explain/words.zh.ts';
import { SKIES } from '../sky-tally.ts';

/** Tests the explanation against stored counts; the engine's `how-often.test.ts` repeats each law's first sky. */

const { cells, from, rounds } = counted;
const sum = (of: (cell: (typeof cells)[number]) => number) =>
  cells.reduce((total, cell) => total + of(cell), 0);
const count = <T>(list: ArrayLike<T>, is: (one: T, i: number) => boolean) =>
  Array.from(list).filter(is).length;
const whole = (value: number) => value.toLocaleString('en');
const runs = sum(({ net }) => net.length);

function has(key: string, numbers: readonly string[]): void {
  // Chinese writes 41%, as Intl does.
  for (const said of [words, chinese])
    for (const number of numbers)
      expect(String(said[`explain.say.dn${key}` as keyof typeof words]).replace(/(?<=\d)%/g, ' %')).toContain(
        number,
      );
}

const isAhead =
  ({ ridge }: (typeof cells)[number]) =>
  (snr: number, i: number) =>
    snr > ridge[i]!;

/** Mean share in %, over skies: a sky's laws are not independent. */
const skyShare = (is: (cell: (typeof cells)[number], sky: number) => boolean) =>
  saidMean(
    cells[0]!.net.map((_, sky) => (100 * count(cells, (cell) => is(cell, sky))) / cells.length),
    (share) => share.toFixed(1),
    ' %',
  );

function said(key: string, numbers: readonly Said[]): void {
  const name = `explain.say.dn${key}` as keyof typeof words;
  expectSaid(words[name], chinese[name], numbers);
}

it('the table has every law that was counted', () => {
  expect(SKIES).toHaveLength(cells.length);
  for (const [i, { share, c, t, medians, ahead }] of SKIES.entries()) {
    const cell = cells[i]!;
    expect([share, c, t]).toEqual([cell.share, cell.c, cell.strength]);
    expect(medians).toEqual([cell.net, cell.ridge].map((snrs) => Number(median(snrs)!.toFixed(1))));
    expect(count(cell.net, isAhead(cell))).toBe(ahead);
    expect(cell.net).toHaveLength(100);
  }
  has('Skies', ['100', String(from), String(from + 99), String(rounds), '95 %']);
  const reach = cells.flatMap(({ net, ridge }) =>
    [net, ridge].flatMap((snrs) => {
      const { median: middle, low, high } = medianInterval(snrs);
      return [middle - low, high - middle];
    }),
  );
  has('Skies', [`${(Math.ceil(10 * Math.max(...reach)) / 10).toFixed(1)} dB`]);
});

it('who is ahead, by how much, and who fails', () => {
  const best = cells.find(({ share, c, strength }) => share === 0.3 && c === 1 && strength === 1)!;
  has('Ahead', [whole(runs), '30 %', 't = 0.25']);
  said('Ahead', [
    skyShare((cell, sky) => cell.net[sky]! > cell.ridge[sky]!),
    saidShare(count(best.net, isAhead(best)), best.net.length),
  ]);
  for (const cell of cells) if (cell.strength === 0.25) expect(count(cell.net, isAhead(cell))).toBe(0);
  const leads = cells.flatMap(({ net, ridge }) => net.map((snr, i) => snr - ridge[i]!));
  has('Ahead', [Math.max(...leads).toFixed(1)]);
  has('Fails', [(Math.floor(10 * Math.min(...cells.flatMap(({ ridge }) => ridge))) / 10).toFixed(1)]);
});

it('stopped at its best round', () => {
  said('Fails', [skyShare(({ net }, sky) => net[sky]! < 0)]);
  said('Stopped', [skyShare(({ best, ridge }, sky) => best[sky]! > ridge[sky]!)]);
  has('Stopped', [whole(runs), String(from), '95 %']);
});

it('who has settled', () => {
  const settled = (name: 'net' | 'ridge', step?: number) =>
    sum(({ c, ends }) => (step === undefined || c === step ? count(ends[name], (end) => end === 's') : 0));
  expect(settled('ridge', 1)).toBe(runs / 2);
  has('Slow', [whole(runs), whole(runs / 2), '10⁻⁴', String(from), '95 %']);
  said(
    'Slow',
    (['net', 'ridge'] as const).map((name) => skyShare(({ ends }, sky) => ends[name][sky] === 's')),
  );
  has('Slow', ['c = 1.98', whole(settled('ridge', 1.98))]);
});

it('the Haar shrinkage is behind in every law', () => {
  const behind = cells.map(({ ridge, handmade }) =>
    medianInterval(ridge.map((snr, i) => snr - handmade[i]!)),
  );
  const middles = behind.map((one) => one.median);
  const low = Math.min(...behind.map((one) => one.low));
  expect(low).toBeGreaterThan(0);
  const numbers = [Math.min(...middles), Math.max(...middles), Math.max(...behind.map(({ high }) => high))];
  has('Behind', [...numbers.map((number) => number.toFixed(1)), String(from), '95 %']);
});
