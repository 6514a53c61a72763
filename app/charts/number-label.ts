import { superscript } from '../i18n/format.ts';

const MINUS = '\u2212';

/** Writes 10ⁿ with superscripts, but 1 and 10 plainly. Rounds n; '' if not finite. */
export function formatPower(n: number): string {
  if (!Number.isFinite(n)) return '';
  const exponent = Math.round(n);
  if (exponent === 0) return '1';
  return exponent === 1 ? '10' : `10${superscript(exponent)}`;
}

/**
 * Writes a loss level: 0.05, 0.1, 2, 30 between 0.01 and 1000, else 10⁻³ or 3×10⁻⁴. At most two significant digits; '' if not finite, '0'
 * for zero.
 */
export function formatLevel(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (value === 0) return '0';
  const sign = value < 0 ? MINUS : '';
  // toExponential rounds before the exponent is read: 0.0999 becomes 0.1, not 0.10.
  const [digits = '', power = ''] = Math.abs(value).toExponential(1).split('e');
  const mantissa = Number(digits);
  const exponent = Number(power);
  if (exponent >= -2 && exponent < 3) return sign + Number(`${digits}e${power}`).toString();
  return sign + (mantissa === 1 ? formatPower(exponent) : `${mantissa}×${formatPower(exponent)}`);
}

/** toFixed throws outside this range. */
const toPlaces = (places: number) => Math.max(0, Math.min(100, places));

/** Longest label, in characters, that is always plain. */
const PLAIN = 6;

/**
 * Writes ticks `step` apart (1, 2 or 5 times a power of ten, above 0) with the digits the step needs and a true minus sign: −0.5, 0.0, 0.5.
 * Longer ones share the largest's power if that is shorter: −5×10⁻⁵, 0, 5×10⁻⁵.
 */
export function formatTicks(values: readonly number[], step: number): string[] {
  const places = -Math.floor(Math.log10(step) + 1e-9);
  const power = Math.floor(Math.log10(Math.max(step, ...values.map(Math.abs))) + 1e-9);
  const plain = values.map((value) => value.toFixed(toPlaces(places)));
  const scaled = values.map((value) =>
    value === 0 ? '0' : `${(value / 10 ** power).toFixed(toPlaces(places + power))}×${formatPower(power)}`,
  );
  const longest = (labels: readonly string[]) => Math.max(...labels.map(({ length }) => length));
  // From 1e21 on numbers have exponents anyway.
  const chosen = power < 21 && longest(plain) <= Math.max(PLAIN, longest(scaled)) ? plain : scaled;
  return chosen.map((text) => text.replaceAll('-', MINUS));
}

/** Writes a count, with k and M from ten thousand: 800, 12k, 1.5M. */
export function formatCount(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Math.abs(value) >= 1e6) return `${Number((value / 1e6).toPrecision(3))}M`;
  if (Math.abs(value) >= 1e4) return `${Number((value / 1e3).toPrecision(3))}k`;
  return `${Number(value.toPrecision(6))}`;
}
