import { expect, test } from 'vitest';
import { fairTail } from './binomial.ts';
import { medianRank } from './median-rank.ts';
import { createRandom } from './random.ts';

/** Counts 2^n signs by their number of heads, in whole numbers. */
function heads(n: number): bigint[] {
  let row = [1n];
  for (let i = 0; i < n; i++) row = [1n, ...row.slice(1).map((one, k) => one + row[k]!), 1n];
  return row;
}

test('is the largest rank whose interval misses at most one of twenty, counted in whole numbers up to n = 300', () => {
  for (let n = 0; n <= 300; n++) {
    const row = heads(n);
    /** Outcomes with fewer than k values below the median, and with fewer than k above. */
    const missed = (k: number) => 2n * row.slice(0, k).reduce((sum, one) => sum + one, 0n);
    const covers = (k: number) => 20n * missed(k) <= 2n ** BigInt(n);
    let rank = 0;
    while (rank < n && covers(rank + 1)) rank++;
    expect(medianRank(n), `n = ${n}`).toBe(rank === 0 ? null : rank);
  }
});

test('no rank covers for fewer than six values', () => {
  expect([0, 1, 5, 6, 8, 9, 50].map(medianRank)).toEqual([null, null, null, 1, 1, 2, 18]);
  expect(() => medianRank(2.5)).toThrow(RangeError);
});

test('is the largest for a million values', () => {
  const n = 1_000_000;
  const rank = medianRank(n)!;
  expect(2 * fairTail(n, rank - 1)).toBeLessThanOrEqual(0.05);
  expect(2 * fairTail(n, rank)).toBeGreaterThan(0.05);
});

/** Medians of laws by hand: |z| (0.674...), z^3 (0), and a law of two values, whose median is any number between them. */
const LAWS = [
  {
    name: '|z|',
    draw: (z: number) => Math.abs(z),
    covers: (a: number, b: number) => a <= 0.6744897501960817 && b >= 0.6744897501960817,
  },
  { name: 'z^3', draw: (z: number) => z ** 3, covers: (a: number, b: number) => a <= 0 && b >= 0 },
  { name: 'sign z', draw: (z: number) => Math.sign(z), covers: (a: number, b: number) => a <= 0 && b >= 0 },
];

test.each(LAWS)(
  'covers the median of $name in 95 % of 4,000 samples of n = 50 and 17 (seeds 1 to 4,000)',
  ({ draw, covers }) => {
    for (const n of [17, 50]) {
      let covered = 0;
      for (let seed = 1; seed <= 4000; seed++) {
        const random = createRandom(seed, 0);
        const sorted = Float64Array.from({ length: n }, () => draw(random.normal())).sort();
        const rank = medianRank(n)!;
        if (covers(sorted[rank - 1]!, sorted[n - rank]!)) covered++;
      }
      // By its binomial law at least 95 %; four standard deviations of 4,000 samples are 1.4 %.
      expect(covered / 4000, `n = ${n}`).toBeGreaterThan(0.936);
      expect(covered / 4000, `n = ${n}`).toBeLessThan(0.99);
    }
  },
);
