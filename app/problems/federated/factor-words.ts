import { formatFixed, formatNumberShort, superscript } from '../../i18n/format.ts';

/** Words for proved factors: digits that differ from 1, bands rounded outwards. */

/** Most digits after the point, limited by doubles. */
const MOST = 16;

/** Returns the digits after the point, at least `few`, that distinguish a factor from 1. */
export const digitsOf = (factor: number, few: number) =>
  factor === 1 ? few : Math.max(few, Math.min(MOST, Math.ceil(-Math.log10(Math.abs(1 - factor))) + 1));

/** Writes a factor in three digits, or as many as distinguish it from 1; infinity as a lower bound. */
export function saidFactor(factor: number): string {
  if (factor === Number.POSITIVE_INFINITY) return `>10${superscript(308)}`;
  const told = Number(factor.toPrecision(3));
  return told === 1 && factor !== 1 ? formatFixed(factor, digitsOf(factor, 3)) : formatNumberShort(told);
}

export const fixedFactor = (factor: number, few: number) => formatFixed(factor, digitsOf(factor, few));

/** Writes a band, rounded outwards, with the upper end's digits. */
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
