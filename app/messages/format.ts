import { format } from 'd3-format';

const grouped = format(',d');

/** 12345 as 12,345. */
export function formatCount(value: number): string {
  return grouped(value);
}

/** A setting as people write it: up to 6 significant digits, 1e−10 where that would hide it. */
export function formatNumberShort(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e6) return String(Number(value.toPrecision(6))).replace('-', '−');
  return Number(value.toPrecision(4)).toExponential().replace('e+', 'e').replaceAll('-', '−');
}

/** A read-out in digits of fixed width: 5 decimals, scientific where that would hide it. */
export function formatReadout(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-4 || size >= 1e5) ? value.toExponential(3) : value.toFixed(5);
  return text.replaceAll('-', '−');
}

/** A share as a percentage: whole, or below 1 % to one digit; never 0 % or 100 % of what is only nearly so. */
export function formatShare(share: number): string {
  if (share <= 0 || share >= 1) return share >= 1 ? '100 %' : '0 %';
  if (share < 0.001) return '< 0.1 %';
  if (share > 0.999) return '> 99.9 %';
  return share < 0.01 || share > 0.99 ? `${(100 * share).toFixed(1)} %` : `${Math.round(100 * share)} %`;
}

/** A distance in three significant digits. */
export function formatDistance(value: number): string {
  return formatNumberShort(Number(value.toPrecision(3)));
}

/** A place in four significant digits a component, so that places next to zero are told apart. */
export function formatPlace(at: ArrayLike<number>): string {
  return `(${Array.from(at, (value) => formatNumberShort(Number(value.toPrecision(4)))).join(', ')})`;
}

/** A point as (−1.600, 0.300). */
export function formatPoint(at: ArrayLike<number>, digits = 3): string {
  return `(${Array.from(at, (value) => value.toFixed(digits).replace('-', '−')).join(', ')})`;
}
