import { formatCount, formatFixed, formatNumberShort } from '../../i18n/format.ts';

/** Numbers of images as they are written. */

/** A pixel, an error or |F x|: three decimals, and of a large one three digits. */
export const saidPixel = (value: number): string =>
  Math.abs(value) < 10
    ? formatFixed(Math.abs(value) < 5e-4 ? 0 : value, 3)
    : wholeOf(Number(value.toPrecision(3)));

const wholeOf = (value: number): string =>
  Math.abs(value) < 1000 ? formatNumberShort(value) : formatCount(value);

/** An SNR in dB. */
export const saidDecibels = (value: number): string => (Number.isFinite(value) ? formatFixed(value, 2) : '–');

/** A length, a radius or a ratio in three digits. */
export const saidShort = (value: number): string =>
  Number.isFinite(value) ? formatNumberShort(Number(value.toPrecision(3))) : '–';
