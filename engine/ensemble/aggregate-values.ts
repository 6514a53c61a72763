/** Histograms and lists of an aggregate's file: how they are written, and read with a sentence for what is wrong. */

import { shownValue } from '../shown-value.ts';
import { DIGITS, type Histogram, type Ranked, WORST } from './aggregate.ts';
import { binsOf } from './summary.ts';
import { SweepError } from './sweep.ts';

/** Encodes Infinity, which JSON lacks. */
export const numberRecord = (value: number) => (value === Number.POSITIVE_INFINITY ? 'inf' : value);

export function histogramRecord(histogram: Histogram) {
  const { values, counts } = binsOf(histogram);
  return [Array.from(values, numberRecord), Array.from(counts)];
}

/** Groups distances by powers of ten: [e, digits, counts] are runs at digits x 10^e. Half as long as plain numbers. */
export function decadesRecord(aways: Histogram) {
  const decades = new Map<number, [number[], number[]]>();
  const { values, counts } = binsOf(aways);
  for (const [i, value] of values.entries()) {
    if (value === 0 || !Number.isFinite(value)) continue;
    const [digits, power] = value.toExponential(DIGITS - 1).split('e') as [string, string];
    const e = Number(power) - DIGITS + 1;
    const decade = decades.get(e) ?? [[], []];
    decade[0].push(Number(digits.replace('.', '')));
    decade[1].push(counts[i]!);
    decades.set(e, decade);
  }
  return {
    zero: aways.get(0) ?? 0,
    decades: [...decades].map(([e, decade]) => [e, ...decade]),
    inf: aways.get(Number.POSITIVE_INFINITY) ?? 0,
  };
}

export const rankedRecord = (list: readonly Ranked[]) => [
  list.map(({ run }) => run),
  list.map(({ by }) => numberRecord(by)),
];

/** Writes values below 0 apart, as their absolute values. */
export function signedRecord(histogram: Histogram) {
  const part = (is: (value: number) => boolean) =>
    decadesRecord(
      new Map(
        [...histogram].flatMap(([value, count]) => (is(value) ? [[Math.abs(value), count] as const] : [])),
      ),
    );
  return { below: part((value) => value < 0), from: part((value) => value >= 0) };
}

export function readHistogram(
  value: unknown,
  what: string,
  runs: number,
  read: (value: unknown) => number,
): Histogram {
  const [values, counts] = listOf(value, what, 2) as [unknown, unknown];
  const keys = listOf(values, what).map(read);
  const numbers = listOf(counts, what, keys.length).map((one) => wholeOf(one, what, runs));
  if (keys.some((key, i) => i > 0 && !(key > keys[i - 1]!)) || numbers.includes(0))
    throw new SweepError(`${what}: expected values that ascend, each with its runs; got others.`);
  return new Map(keys.map((key, i) => [key, numbers[i]!]));
}

export function readDecades(
  { zero, decades, inf }: Record<string, unknown>,
  runs: number,
  what = 'away',
): Histogram {
  const aways: Histogram = new Map();
  const take = (value: number, count: number) => count > 0 && aways.set(value, count);
  take(0, wholeOf(zero, what, runs));
  let before = Number.NEGATIVE_INFINITY;
  for (const decade of listOf(decades, what)) {
    const [e, ...bins] = listOf(decade, what, 3);
    if (!Number.isInteger(e) || !((e as number) > before))
      throw new SweepError(`${what}: expected powers of ten that ascend; got ${shownValue(e)}.`);
    before = e as number;
    const [least, most] = [10 ** (DIGITS - 1), 10 ** DIGITS - 1];
    const read = (digits: unknown) => {
      if (wholeOf(digits, what, most) >= least) return digits as number;
      throw new SweepError(`${what}: expected digits from ${least} to ${most}; got ${shownValue(digits)}.`);
    };
    for (const [digits, count] of readHistogram(bins, what, runs, read))
      take(Number(`${digits}e${e}`), count);
  }
  take(Number.POSITIVE_INFINITY, wholeOf(inf, what, runs));
  return aways;
}

/** Reads what `signedRecord` wrote. */
export function readSigned(value: unknown, what: string, runs: number): Histogram {
  const record = recordOf(value, what);
  const below = readDecades(recordOf(record.below, 'below'), runs, what);
  if (below.has(0)) throw new SweepError(`${what}: expected values below 0; got 0.`);
  const found = new Map([...below].map(([one, count]) => [-one, count]));
  for (const [one, count] of readDecades(recordOf(record.from, 'from'), runs, what)) found.set(one, count);
  return found;
}

/** Reads at most `most` worst runs out of `among`. */
export function readRanked(value: unknown, what: string, most: number, among: number): Ranked[] {
  const [runs, bys] = listOf(value, what, 2) as [unknown, unknown];
  const size = Math.min(WORST, among);
  const numbers = listOf(bys, what, size).map((one) => numberOf(one, what));
  const list = listOf(runs, what, size).map((one, i) => ({
    run: wholeOf(one, what, most - 1),
    by: numbers[i]!,
  }));
  const inOrder = list.every(({ run, by }, i) => {
    const before = list[i - 1];
    return !before || by < before.by || (by === before.by && run > before.run);
  });
  if (!inOrder) throw new SweepError(`${what}: expected the largest first; got another order.`);
  return list;
}

export const total = (counts: Iterable<number>) => [...counts].reduce((sum, count) => sum + count, 0);

export function named<T>(name: string, read: () => T): T {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof SweepError)) throw error;
    throw new SweepError(`${name}: ${error.message}`);
  }
}

export function same(what: string, expected: number, got: number): void {
  if (got !== expected) throw new SweepError(`${what}: expected ${expected}; got ${got}.`);
}

export function wholeOf(value: unknown, what: string, most: number): number {
  if (Number.isInteger(value) && (value as number) >= 0 && (value as number) <= most) return value as number;
  throw new SweepError(`${what}: expected a whole number from 0 to ${most}; got ${shownValue(value)}.`);
}

export function numberOf(value: unknown, what: string): number {
  if (value === 'inf') return Number.POSITIVE_INFINITY;
  if (typeof value === 'number' && value >= 0) return value;
  throw new SweepError(`${what}: expected a number of at least 0, or "inf"; got ${shownValue(value)}.`);
}

export function listOf(value: unknown, what: string, length?: number): unknown[] {
  if (Array.isArray(value) && (length ?? value.length) === value.length) return value;
  throw new SweepError(
    `${what}: expected a list${length === undefined ? '' : ` of ${length}`}; got ${shownValue(value)}.`,
  );
}

export function recordOf(value: unknown, what: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value))
    return value as Record<string, unknown>;
  throw new SweepError(`Expected ${what} to be an object; got ${shownValue(value)}.`);
}

export const textOf = (value: unknown) => (typeof value === 'string' ? value : null);
