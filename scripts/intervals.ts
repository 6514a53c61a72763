import { expect } from 'vitest';
import { wilson } from '../engine/kernels/wilson.ts';

/** For tests of sentences that count: a number with its 95 % interval in English and Chinese. */
export type Said = readonly [english: string, chinese: string];

const saidBetween = (value: string, low: string, high: string, unit = ''): Said => [
  `${value}${unit} (${low} to ${high}${unit})`,
  // Chinese: 41%.
  `${value}${unit.trim()}（${low} 至 ${high}${unit.trim()}）`,
];

/** Formats "88 % (84 to 91 %)": a fraction with Wilson's interval, rounded outwards. */
export function saidShare(count: number, of: number): Said {
  const { low, high } = wilson(count, of);
  return saidBetween(
    `${Math.round((100 * count) / of)}`,
    `${Math.floor(100 * low)}`,
    `${Math.ceil(100 * high)}`,
    ' %',
  );
}

/** Returns a median with its order-statistic interval. Throws RangeError below six values. */
export function medianInterval(values: readonly number[]) {
  const n = values.length;
  if (n < 6) throw new RangeError(`expected at least 6 values; got ${n}`);
  const sorted = [...values].sort((a, b) => a - b);
  // Values cut at either end: the most with P(at most that many heads) <= 2.5 %.
  let cut = 0;
  for (let [term, below] = [0.5 ** n, 0.5 ** n]; below <= 0.025; below += term, cut++)
    term *= (n - cut) / (cut + 1);
  const median = (sorted[Math.floor(n / 2)]! + sorted[Math.ceil(n / 2) - 1]!) / 2;
  return { median, low: sorted[cut - 1]!, high: sorted[n - cut]! };
}

/** Formats "82 (78 to 90)". */
export function saidMedian(values: readonly number[], format: (value: number) => string): Said {
  const { median, low, high } = medianInterval(values);
  return saidBetween(format(median), format(low), format(high));
}

/** Returns a mean and its interval's half width by the standard error. */
export function meanInterval(values: readonly number[]) {
  const n = values.length;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const half = 1.96 * Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n * (n - 1)));
  return { mean, half };
}

/** Formats "5.2 % (4.9 to 5.5 %)". */
export function saidMean(values: readonly number[], format: (value: number) => string, unit = ''): Said {
  const { mean, half } = meanInterval(values);
  return saidBetween(format(mean), format(mean - half), format(mean + half), unit);
}

export function expectSaid(english: unknown, chinese: unknown, numbers: readonly Said[]): void {
  for (const [i, text] of [String(english), String(chinese)].entries()) {
    let from = 0;
    for (const said of numbers) {
      const at = text.indexOf(said[i as 0 | 1], from);
      expect(
        at,
        `${said[i as 0 | 1]} of ${numbers.map((one) => one[i as 0 | 1]).join('; ')} in ${text}`,
      ).toBeGreaterThanOrEqual(0);
      from = at + said[i as 0 | 1].length;
    }
  }
}
