import { formatFixed, formatNumberShort } from '../../i18n/format.ts';

/** Factors of a round are told from 1, and ends of a band are rounded outwards: what is said of them is proved. */

/** Most digits after the point. */
const MOST = 6;

/** Digits after the point that tell a factor from 1, at least `few`. */
const digitsOf = (factor: number, few: number) =>
  Math.max(few, Math.min(MOST, Math.ceil(-Math.log10(Math.abs(1 - factor))) + 1));

/** A factor in three digits, or in as many as tell it from 1. */
export function saidFactor(factor: number): string {
  const told = Number(factor.toPrecision(3));
  return formatNumberShort(told === 1 ? Number(factor.toFixed(digitsOf(factor, 3))) : told);
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
