import { formatCount, formatFixed, formatNumberShort, formatPercent } from './format.ts';

/** Never breaks before its sign. */
const percent = (value: number, digits: number): string =>
  formatPercent(formatFixed(value, digits)).replace(' ', '\u00A0');

/** Formats a lower bound of a share, rounded down, so that it stays proved. */
export function formatAtLeast(share: number): string {
  const value = 100 * share;
  if (value >= 100) return formatPercent(formatCount(Math.floor(value)));
  const digits = value >= 10 ? 1 : value >= 0.1 ? 2 : 4;
  return percent(Math.floor(value * 10 ** digits) / 10 ** digits, digits);
}

/** Least percentage written as an upper bound: whatever is smaller is at most this. */
const LEAST = 0.001;

/** Formats an upper bound of a share, rounded up. */
export function formatAtMost(share: number): string {
  const value = Math.max(LEAST, 100 * share);
  const digits = value >= 10 ? 0 : value >= 1 ? 1 : 3;
  return percent(Math.ceil(value * 10 ** digits) / 10 ** digits, digits);
}

/** Formats 1 + excess, a multiple that is known to three digits. */
export const formatTimes = (excess: number): string => formatFactor(Number((1 + excess).toPrecision(3)));

const formatFactor = (factor: number): string =>
  factor >= 1000 && factor < 1e6 ? formatCount(factor) : formatNumberShort(factor);

/** Formats 1 + excess, a multiple of the bound, with three digits, rounded up. */
export function formatTimesAtMost(excess: number): string {
  return formatFactor(roundedOut(1 + excess, 3, 1));
}

/** Formats 1 + excess with three digits, rounded down. */
export function formatTimesAtLeast(excess: number): string {
  return formatFactor(roundedOut(1 + excess, 3, -1));
}

/** Format a lower or upper bound, rounded to the side where it stays true. */
export const formatLower = (value: number, digits: number): string =>
  formatNumberShort(roundedOut(value, digits, -1));
export const formatUpper = (value: number, digits: number): string =>
  formatNumberShort(roundedOut(value, digits, 1));

/** Returns the nearest number with this many digits that is not less (1), or not more (-1). */
export function roundedOut(value: number, digits: number, way: 1 | -1): number {
  const near = Number(value.toPrecision(digits));
  if (way * near >= way * value || !Number.isFinite(value)) return near;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(near))) - digits + 1);
  return Number((near + way * unit).toPrecision(digits));
}

/** Formats two numbers with four significant digits, or as many as distinguish them. */
export function formatApart(one: number, other: number): [one: string, other: string] {
  let digits = 4;
  while (digits < 17 && one !== other && one.toPrecision(digits) === other.toPrecision(digits)) digits++;
  const write = (value: number) => formatNumberShort(Number(value.toPrecision(digits)), digits);
  return [write(one), write(other)];
}
