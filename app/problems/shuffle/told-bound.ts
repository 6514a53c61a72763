import { formatNumberShort } from '../../i18n/format.ts';

/** What of a number is rounding. */
const ROUNDING = 1e-12;

/** A lower bound in so many significant digits, rounded down: what is told bounds as well. NaN stays. */
export function toldBound(bound: number, digits = 4): string {
  const near = Number(bound.toPrecision(digits));
  if (!(near - bound > ROUNDING * Math.abs(bound))) return formatNumberShort(near);
  const exponent = Number(bound.toExponential().split('e')[1]);
  return formatNumberShort(Number((near - 10 ** (exponent - digits + 1)).toPrecision(digits)));
}
