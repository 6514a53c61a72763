import { formatCount, formatFixed, formatNumberShort } from '../../i18n/format.ts';

/** Numbers of images as they are written. */

/** A pixel, an error or |F x|: three decimals, and of a large one three digits. */
export const saidPixel = (value: number): string =>
  Math.abs(value) < 10
    ? formatFixed(Math.abs(value) < 5e-4 ? 0 : value, 3)
    : wholeOf(Number(value.toPrecision(3)));

const wholeOf = (value: number): string =>
  Math.abs(value) < 1000 ? formatNumberShort(value) : formatCount(value);

/** From this SNR on, an image differs from the truth by rounding alone: by 10⁻¹² of its length. */
const EXACT = 240;

/** An SNR in dB as a number; infinite where rounding alone is left, which words call exact. */
export const shownSnr = (value: number): number => (value >= EXACT ? Number.POSITIVE_INFINITY : value);

/** The same as it is written. */
export function saidDecibels(value: number): string {
  const snr = shownSnr(value);
  if (snr === Number.POSITIVE_INFINITY) return '∞';
  return Number.isFinite(snr) ? formatFixed(snr, 2) : '–';
}

/** A length, a radius or a ratio in three digits. */
export const saidShort = (value: number): string =>
  Number.isFinite(value) ? formatNumberShort(Number(value.toPrecision(3))) : '–';
