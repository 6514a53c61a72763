/** exp with the same bits everywhere: Math.exp is not specified to the last bit. */

/** ln 2 in two parts: the first has 32 bits, so that its products with integers up to 1,024 are exact. */
const [LN2_HIGH, LN2_LOW] = [0.6931471803691238, 1.9082149292705877e-10];
/** 1/13!, 1/12! ... 1/2!, 1, 1: the truncation error is below 1e-17 for |r| <= ln(2)/2. */
const TERMS = new Float64Array(14);
for (let n = 0, factorial = 1; n < TERMS.length; n++, factorial *= n)
  TERMS[TERMS.length - 1 - n] = 1 / factorial;
/** Powers of two from the least normal number 2^-1022 to 2^1023. */
export const POWERS = new Float64Array(2046);
for (let at = 0, power = 2.2250738585072014e-308; at < POWERS.length; at++, power *= 2) POWERS[at] = power;

/**
 * Returns e^x by its series about the nearest multiple of ln 2, only + - * and /: within 1 ulp; 0 below -708, infinite above 709, NaN for
 * NaN.
 */
export function exponential(x: number): number {
  if (!(x >= -708)) return Number.isNaN(x) ? x : 0;
  if (x > 709) return Number.POSITIVE_INFINITY;
  const k = Math.round(x / Math.LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = TERMS[0]!;
  for (let at = 1; at < 14; at++) sum = sum * r + TERMS[at]!;
  return sum * POWERS[k + 1022]!;
}
