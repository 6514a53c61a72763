import { formatNumberShort } from '../../i18n/format.ts';

const ROUNDING = 1e-12;

/** Formats a lower bound, rounded down to remain one. NaN stays. */
export function toldBound(bound: number, digits = 4): string {
  const near = Number(bound.toPrecision(digits));
  if (!(near - bound > ROUNDING * Math.abs(bound))) return formatNumberShort(near);
  const exponent = Number(bound.toExponential().split('e')[1]);
  return formatNumberShort(Number((near - 10 ** (exponent - digits + 1)).toPrecision(digits)));
}
