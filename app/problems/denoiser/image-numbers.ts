import { formatCount, formatFixed, formatNumberShort } from '../../i18n/format.ts';

/** Formats a pixel, an error or |F x|: three decimals, or three digits from 10 on. */
export const saidPixel = (value: number): string =>
  Math.abs(value) < 10
    ? formatFixed(Math.abs(value) < 5e-4 ? 0 : value, 3)
    : wholeOf(Number(value.toPrecision(3)));

const wholeOf = (value: number): string =>
  Math.abs(value) < 1000 ? formatNumberShort(value) : formatCount(value);

/** SNR in dB of an error of 10⁻¹² of the truth's norm; beyond, only rounding differs. */
const EXACT = 240;

/** Returns an SNR in dB; infinite if only rounding remains. */
export const shownSnr = (value: number): number => (value >= EXACT ? Number.POSITIVE_INFINITY : value);

export function saidDecibels(value: number): string {
  const snr = shownSnr(value);
  if (snr === Number.POSITIVE_INFINITY) return '∞';
  return Number.isFinite(snr) ? formatFixed(snr, 2) : '–';
}

export const saidShort = (value: number): string =>
  Number.isFinite(value) ? formatNumberShort(Number(value.toPrecision(3))) : '–';
