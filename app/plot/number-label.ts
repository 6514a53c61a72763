const MINUS = '\u2212';
const SUPERSCRIPT_DIGITS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** 10ⁿ in superscript characters; 1 and 10 as they are. n is rounded to an integer; '' when it is not finite. */
export function formatPower(n: number): string {
  if (!Number.isFinite(n)) return '';
  const exponent = Math.round(n);
  if (exponent === 0) return '1';
  if (exponent === 1) return '10';
  let digits = '';
  for (const digit of String(Math.abs(exponent))) digits += SUPERSCRIPT_DIGITS[Number(digit)]!;
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/**
 * A short label for a level of loss: 0.05, 0.1, 2, 30 between 0.01 and 1000, else a power of ten such as 10⁻³ or 3×10⁻⁴.
 * At most two significant digits; '' when not finite, '0' for zero.
 */
export function formatLevel(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (value === 0) return '0';
  const sign = value < 0 ? MINUS : '';
  // toExponential rounds to two digits before the exponent is read, so 0.0999 becomes 0.1 and not 0.10.
  const [digits = '', power = ''] = Math.abs(value).toExponential(1).split('e');
  const mantissa = Number(digits);
  const exponent = Number(power);
  if (exponent >= -2 && exponent < 3) return sign + Number(`${digits}e${power}`).toString();
  return sign + (mantissa === 1 ? formatPower(exponent) : `${mantissa}×${formatPower(exponent)}`);
}

/** A tick's label with just the digits its step needs and a true minus sign: −0.5, 1.0, 2. '' when not finite. */
export function formatTick(value: number, step: number): string {
  if (!Number.isFinite(value)) return '';
  const places = Math.max(0, Math.min(12, -Math.floor(Math.log10(Math.abs(step)) + 1e-9)));
  const text = Math.abs(value) >= 1e5 ? value.toPrecision(2) : value.toFixed(places);
  return text.replace(/^-(0(\.0*)?)$/, '$1').replaceAll('-', MINUS);
}

/** A count with k and M above ten thousand: 800, 12k, 1.5M. For axes of steps. */
export function formatCount(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Math.abs(value) >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (Math.abs(value) >= 1e4) return `${Number((value / 1e3).toPrecision(3))}k`;
  return `${Number(value.toPrecision(6))}`;
}
