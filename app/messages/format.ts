import { format } from 'd3-format';

const grouped = format(',d');
const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 12345 as 12,345. */
export function formatCount(value: number): string {
  return grouped(value);
}

/** A setting as people write it: up to 6 significant digits, powers of ten written out where short. */
export function formatNumberShort(value: number): string {
  if (!Number.isFinite(value)) return String(value);
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e6) return String(Number(value.toPrecision(6))).replace('-', '−');
  const [mantissa, exponent] = value.toExponential().split('e') as [string, string];
  const digits = Number(Number(mantissa).toPrecision(4));
  const power = `10${exponent
    .replace('+', '')
    .replace('-', '⁻')
    .replace(/\d/g, (digit) => superscripts[Number(digit)]!)}`;
  return (digits === 1 ? power : `${digits}·${power}`).replace(/^-/, '−');
}

/** A read-out in digits of fixed width: 5 decimals, scientific where that would hide it. */
export function formatReadout(value: number): string {
  if (!Number.isFinite(value)) return '–';
  const size = Math.abs(value);
  const text = size !== 0 && (size < 1e-4 || size >= 1e5) ? value.toExponential(3) : value.toFixed(5);
  return text.replaceAll('-', '−');
}

/** A distance in two significant digits. */
export function formatDistance(value: number): string {
  return formatNumberShort(Number(value.toPrecision(2)));
}

/** A point as (−1.600, 0.300). */
export function formatPoint(at: ArrayLike<number>, digits = 3): string {
  return `(${Array.from(at, (value) => value.toFixed(digits).replace('-', '−')).join(', ')})`;
}
