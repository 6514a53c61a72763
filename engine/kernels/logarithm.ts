import { POWERS } from './exponential.ts';

const number = new Float64Array(1);
const halves = new Int32Array(number.buffer);
/** Index of the 32-bit half with sign and exponent. */
const HIGH = new Int32Array(Float64Array.of(1).buffer)[0] === 0 ? 1 : 0;

/** ln 2 in two parts: the first has so few bits that its products with exponents are exact. */
const [LN2_HIGH, LN2_LOW] = [6.9314718036912382e-1, 1.9082149292705877e-10];

/**
 * Returns the natural logarithm of a positive number from 2^-1022 to 2^1022, with the steps and bits of fdlibm's e_log (Sun Microsystems
 * 1993): Math.log is not specified to the last bit. For other numbers use @stdlib's, which has the same bits and is five times slower.
 */
export function logarithm(x: number): number {
  number[0] = x;
  const bits = halves[HIGH]!;
  const significand = bits & 0xfffff;
  // Between sqrt(2)/2 and sqrt(2).
  const upper = (significand + 0x95f64) & 0x100000;
  const k = (bits >> 20) - 1023 + (upper >> 20);
  const f = x * POWERS[1022 - k]! - 1;
  if ((0xfffff & (2 + significand)) < 3) {
    if (f === 0) return k * LN2_HIGH + k * LN2_LOW;
    const rest = f * f * (0.5 - 0.3333333333333333 * f);
    return k * LN2_HIGH - (rest - k * LN2_LOW - f);
  }
  const s = f / (2 + f);
  const z = s * s;
  const w = z * z;
  const even =
    z * (0.6666666666666735 + w * (0.2857142874366239 + w * (0.1818357216161805 + w * 0.14798198605116586)));
  const odd = w * (0.3999999999940942 + w * (0.22222198432149784 + w * 0.15313837699209373));
  const rest = even + odd;
  if (((significand - 0x6147a) | (0x6b851 - significand)) > 0) {
    const half = 0.5 * f * f;
    return k * LN2_HIGH - (half - (s * (half + rest) + k * LN2_LOW) - f);
  }
  return k * LN2_HIGH - (s * (f - rest) - k * LN2_LOW - f);
}
