import { median } from 'd3-array';
import { expect, it } from 'vitest';
import counted from '../../../engine/fixtures/denoiser-laws.json' with { type: 'json' };
import { words } from './explain-words.en.ts';
import { words as chinese } from './explain-words.zh.ts';
import { SKIES } from './sky-tally.ts';

/** What the explanation says of many skies, from those that were counted: `how-often.test.ts` of the engine repeats the first of each law. */

const { cells, from, rounds } = counted;
const sum = (of: (cell: (typeof cells)[number]) => number) =>
  cells.reduce((total, cell) => total + of(cell), 0);
const count = <T>(list: ArrayLike<T>, is: (one: T, i: number) => boolean) =>
  Array.from(list).filter(is).length;
const whole = (value: number) => value.toLocaleString('en');
const runs = sum(({ net }) => net.length);

/** Both languages have these numbers. */
function has(key: string, numbers: readonly string[]): void {
  for (const said of [words, chinese])
    for (const number of numbers)
      expect(String(said[`explain.say.dn${key}` as keyof typeof words])).toContain(number);
}

const isAhead =
  ({ ridge }: (typeof cells)[number]) =>
  (snr: number, i: number) =>
    snr > ridge[i]!;

it('the table has every law that was counted', () => {
  expect(SKIES).toHaveLength(cells.length);
  for (const [i, { share, c, t, medians, ahead }] of SKIES.entries()) {
    const cell = cells[i]!;
    expect([share, c, t]).toEqual([cell.share, cell.c, cell.strength]);
    expect(medians).toEqual([cell.net, cell.ridge].map((snrs) => Number(median(snrs)!.toFixed(1))));
    expect(count(cell.net, isAhead(cell))).toBe(ahead);
    expect(cell.net).toHaveLength(100);
  }
  has('Skies', ['100', String(from), String(from + 99), String(rounds)]);
});

it('who is ahead, by how much, and who fails', () => {
  const best = cells.find(({ share, c, strength }) => share === 0.3 && c === 1 && strength === 1)!;
  has('Ahead', [
    whole(runs),
    whole(sum((cell) => count(cell.net, isAhead(cell)))),
    String(count(best.net, isAhead(best))),
    '30 %',
    't = 0.25',
  ]);
  for (const cell of cells) if (cell.strength === 0.25) expect(count(cell.net, isAhead(cell))).toBe(0);
  const leads = cells.flatMap(({ net, ridge }) => net.map((snr, i) => snr - ridge[i]!));
  has('Ahead', [Math.max(...leads).toFixed(1)]);
  has('Fails', [
    whole(sum(({ net }) => count(net, (snr) => snr < 0))),
    (Math.floor(10 * Math.min(...cells.flatMap(({ ridge }) => ridge))) / 10).toFixed(1),
  ]);
});

it('stopped at its best round', () => {
  has('Stopped', [whole(sum((cell) => count(cell.best, isAhead(cell)))), whole(runs)]);
});

it('who has settled', () => {
  const settled = (name: 'net' | 'ridge', step?: number) =>
    sum(({ c, ends }) => (step === undefined || c === step ? count(ends[name], (end) => end === 's') : 0));
  expect(settled('ridge', 1)).toBe(runs / 2);
  has('Slow', [whole(runs), whole(settled('net')), whole(settled('ridge')), whole(runs / 2), '10⁻⁴']);
  has('Slow', ['c = 1.98', whole(settled('ridge', 1.98))]);
});

it('the Haar shrinkage is behind in every law', () => {
  const behind = cells.map(({ ridge, handmade }) => median(ridge)! - median(handmade)!);
  expect(Math.min(...behind)).toBeGreaterThan(0);
  has('Behind', [Math.min(...behind).toFixed(1), Math.max(...behind).toFixed(1)]);
});
