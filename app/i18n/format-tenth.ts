import { formatDistance, formatFixed, formatPercent } from './format.ts';

/** Decimals of a hundredth that are written at most: below them stands a sign. */
const MOST_DIGITS = 6;

/**
 * A share to a tenth of a hundredth, since intervals are narrow; near 0 and 1 to as many digits as tell it from them. It says 0 or
 * 100 of nothing else than these, and
 * is never parted at the end of a line.
 */
export function percent(share: number): string {
  return signed(share).replaceAll(' ', '\u00A0');
}

function signed(share: number): string {
  const rest = Math.min(share, 1 - share);
  if (!(rest > 0)) return formatPercent(formatFixed(100 * share, 1));
  const digits = Math.max(1, Math.ceil(-Math.log10(100 * rest)));
  if (digits <= MOST_DIGITS) return formatPercent(formatFixed(100 * share, digits));
  const least = 10 ** -MOST_DIGITS;
  return share < 0.5
    ? `< ${formatPercent(formatFixed(least, MOST_DIGITS))}`
    : `> ${formatPercent(formatFixed(100 - least, MOST_DIGITS))}`;
}

/** The same of a share that is at most so much: rounded up. */
export function percentAtMost(share: number): string {
  return percent(Math.min(1, Math.ceil(1000 * share - 1e-9) / 1000));
}

/** Below this a p-value is no number of 64 bits any more, or one of few digits. */
const LEAST_P = 1e-300;

/** What a p-value is, with its sign of relation; none is 0. */
export function pWords(p: number): string {
  return p < LEAST_P ? `< ${formatDistance(LEAST_P)}` : `= ${formatDistance(p)}`;
}
