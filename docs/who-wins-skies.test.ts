import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import reference from '../engine/fixtures/denoiser-images.json' with { type: 'json' };
import counted from '../engine/fixtures/denoiser-laws.json' with { type: 'json' };
import { FROM, linkOf, ROUNDS, SHARES, SKIES } from '../engine/fixtures/denoiser-laws.ts';
import { mcnemar } from '../engine/kernels/binomial.ts';
import { wilson } from '../engine/kernels/wilson.ts';

const page = readFileSync(join(import.meta.dirname, 'mathematics.md'), 'utf8');
const section = page.slice(page.indexOf('### 17.8 '));

/** The section as one line; its sentences are built below from counts. */
const flat = section.replaceAll(/\s+/g, ' ');
const says = (sentence: string) => expect(flat).toContain(sentence);

type Cell = (typeof counted.cells)[number];
const { cells } = counted;
const of = (share: number, c: number, strength: number) =>
  cells.find((cell) => cell.share === share && cell.c === c && cell.strength === strength)!;
const short = (value: number) => String(value).replace(/^0/, '');
const tenth = (value: number) => value.toFixed(1);
const sum = (all: readonly number[]) => all.reduce((total, value) => total + value, 0);
const count = (ends: string, end: string) => ends.split(end).length - 1;

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length / 2;
  return (sorted[Math.floor(half)]! + sorted[Math.ceil(half) - 1]!) / 2;
}

const leads = ({ net, ridge }: Pick<Cell, 'net' | 'ridge'>) => net.map((snr, i) => snr - ridge[i]!);
const aheadOf = (cell: Cell) => leads(cell).filter((lead) => lead > 0).length;
const destroyed = ({ net }: Cell) => net.filter((snr) => snr < 0).length;
const bestAhead = ({ best, ridge }: Cell) => best.filter((snr, i) => snr > ridge[i]!).length;

test('the table has the counts, a row for each law', () => {
  const rows = cells.map((cell) => {
    const { low, high } = wilson(aheadOf(cell), SKIES);
    const by = leads(cell);
    return [
      `${short(cell.share)} | ${cell.c} | ${short(cell.strength)}`,
      `${aheadOf(cell)} (${Math.floor(100 * low)}–${Math.ceil(100 * high)})`,
      destroyed(cell),
      `${tenth(median(by))} (${tenth(Math.min(...by))} to ${tenth(Math.max(...by))})`,
      tenth(median(cell.net)),
      tenth(median(cell.ridge)),
      tenth(median(cell.handmade)),
      `${count(cell.ends.net, 's')} / ${count(cell.ends.ridge, 's')}`,
      bestAhead(cell),
    ].join(' | ');
  });
  expect(section.split('\n').filter((line) => /^\.\d+ \| 1/.test(line))).toEqual(rows);
  for (const cell of cells) expect(count(cell.ends.net, 'd') + count(cell.ends.ridge, 'd')).toBe(0);
});

test('the links of the sweeps, and how the skies are counted', () => {
  expect([counted.from, counted.rounds]).toEqual([FROM, ROUNDS]);
  expect(flat).toContain(`${SKIES} skies, seeds ${FROM} to ${FROM + SKIES - 1}, ${ROUNDS} rounds from zero`);
  const [, before, middle, within] = /^(#.*)SHARE(.*)MEASURE(.*)$/m.exec(section)!;
  for (const share of SHARES) {
    expect(linkOf(share, 'error')).toBe(`${before}${share}${middle}error&within=0.5${within}`);
    expect(linkOf(share, 'rest')).toBe(`${before}${share}${middle}rest&within=0.0001${within}`);
  }
  const [low, high] = counted.skies.map(({ dirty, clean }) => [dirty, clean].map(median).map(tenth));
  says(
    `The dirty image has ${low![0]} and ${high![0]} dB with shares of .15 and .3, CLEAN ${low![1]} and ${high![1]}`,
  );
});

test('who is ahead, and what is destroyed', () => {
  const wins = of(0.3, 1, 1);
  says(
    `Share .3, c = 1, t = 1: ahead on ${aheadOf(wins)} of ${SKIES}, by up to ${tenth(Math.max(...leads(wins)))} dB, none destroyed`,
  );
  expect(destroyed(wins)).toBe(0);
  const lost = of(0.15, 1, 0.5);
  says(`Share .15, c = 1, t = .5: ${destroyed(lost)} of ${SKIES} destroyed`);
  const even = cells.filter((cell) => mcnemar(aheadOf(cell), SKIES - aheadOf(cell)) > 0.05);
  says(
    `Nobody is ahead more often (p > .05) in ${even.length} laws: ${even.map(({ share, c, strength }) => `${short(share)}/${c}/${short(strength)}`).join(', ')}`,
  );
  const more = (sign: 1 | -1, p: number) =>
    cells.filter((cell) => {
      const ahead = aheadOf(cell);
      return sign * (2 * ahead - SKIES) > 0 && mcnemar(ahead, SKIES - ahead) < p;
    }).length;
  says(
    `the free one is ahead more often in ${more(1, 0.04)} laws (p < .04), ridge in ${more(-1, 1e-4)} (p < .0001)`,
  );
  expect(more(1, 0.05) + more(-1, 0.05) + even.length).toBe(cells.length);
  expect([more(1, 0.05), more(-1, 0.05)]).toEqual([more(1, 0.04), more(-1, 1e-4)]);
  // At the strength with the best median.
  const best = (share: number, c: number, name: 'net' | 'ridge') => {
    const all = cells.filter((cell) => cell.share === share && cell.c === c);
    const found = all.reduce((a, b) => (median(b[name]) > median(a[name]) ? b : a));
    return `${tenth(median(found[name]))} (${short(found.strength)})`;
  };
  says(
    `Each at its best strength, medians in dB, free against ridge: ${SHARES.flatMap((share) =>
      [1, 1.98].map(
        (c) => `${short(share)}/${c} ${best(share, c, 'net')} against ${best(share, c, 'ridge')}`,
      ),
    ).join('; ')}`,
  );
});

test('stopping and settling', () => {
  const all = cells.length * SKIES;
  says(
    `Of all ${all.toLocaleString('en')} runs the free one is ahead in ${sum(cells.map(aheadOf))}; stopped at its best round, which nobody knows without the truth, it would be in ${sum(cells.map(bestAhead)).toLocaleString('en')}`,
  );
  const settled = (name: 'net' | 'ridge', c: number) =>
    sum(cells.filter((cell) => cell.c === c).map(({ ends }) => count(ends[name], 's')));
  says(
    `ridge has settled in all ${settled('ridge', 1)} runs with c = 1 and in ${settled('ridge', 1.98)} with c = 1.98 (slow, not stuck), the free one in ${settled('net', 1)} and ${settled('net', 1.98)}`,
  );
});

test('the reference: its eight skies are the first of each law', () => {
  expect(reference.sweep).toHaveLength(12);
  for (const row of reference.sweep) {
    const { net, ridge, handmade, best, ends } = of(row.share, row.c, row.strength);
    for (let sky = 0; sky < 8; sky++) {
      expect(Math.abs(handmade[sky]! - row.haar[sky]!)).toBeLessThan(1e-4);
      expect(Math.abs(best[sky]! - row.leftBest[sky]!)).toBeLessThan(1e-4);
    }
    expect(count(ends.net.slice(0, 8), 's')).toBe(row.leftSettled);
    expect(count(ends.ridge.slice(0, 8), 's')).toBe(row.rightSettled);
    expect(net).toHaveLength(SKIES);
    expect(ridge).toHaveLength(SKIES);
  }
  const half = reference.sweep.find(
    ({ share, c, strength }) => share === 0.15 && c === 1 && strength === 0.5,
  )!;
  says(
    `at t = .5, share .15, c = 1 the median of its eight left sides is ${tenth(median(half.left))} dB there and ${tenth(median(of(0.15, 1, 0.5).net.slice(0, 8)))} at round ${ROUNDS}`,
  );
});
