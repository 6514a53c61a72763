import { formatDistance, formatFixed, formatPercent } from './format.ts';

/** Most decimals of a percentage; smaller ones get a relation sign. */
const MOST_DIGITS = 6;

/**
 * Formats a share to a tenth of a per cent, since intervals are narrow; near 0 and 1 with as many digits as distinguish it from them. Only
 * exact 0 and 1 are 0 % and 100 %. Never breaks at the end of a line.
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

/** Formats an upper bound of a share, rounded up. */
export function percentAtMost(share: number): string {
  return percent(Math.min(1, Math.ceil(1000 * share - 1e-9) / 1000));
}

/** Smallest p-value written: below it, 64-bit numbers underflow or lose digits. */
const LEAST_P = 1e-300;

/** Formats a p-value with its relation sign; never 0. */
export function pWords(p: number): string {
  return p < LEAST_P ? `< ${formatDistance(LEAST_P)}` : `= ${formatDistance(p)}`;
}
