import { formatFixed, formatNumberShort, superscript } from '../../i18n/format.ts';

/** Factors of a round are told from 1, and ends of a band are rounded outwards: what is said of them is proved. */

/** Most digits after the point: a double has no more. */
const MOST = 16;

/** Digits after the point that tell a factor from 1, at least `few`. */
export const digitsOf = (factor: number, few: number) =>
  factor === 1 ? few : Math.max(few, Math.min(MOST, Math.ceil(-Math.log10(Math.abs(1 - factor))) + 1));

/** A factor in three digits, or in as many as tell it from 1; of one that overflows what it is more than. */
export function saidFactor(factor: number): string {
  if (factor === Number.POSITIVE_INFINITY) return `>10${superscript(308)}`;
  const told = Number(factor.toPrecision(3));
  return told === 1 && factor !== 1 ? formatFixed(factor, digitsOf(factor, 3)) : formatNumberShort(told);
}

/** A factor in digits that tell it from 1. */
export const fixedFactor = (factor: number, few: number) => formatFixed(factor, digitsOf(factor, few));

/** Both ends of a band in the digits of its upper one, rounded outwards. */
export function saidBand(
  [low, high]: readonly [low: number, high: number],
  few: number,
): { readonly low: string; readonly high: string; readonly digits: number } {
  const digits = digitsOf(high, few);
  const unit = 10 ** digits;
  return {
    low: formatFixed(Math.floor(Math.max(0, low) * unit) / unit, digits),
    high: formatFixed(Math.ceil(high * unit) / unit, digits),
    digits,
  };
}
