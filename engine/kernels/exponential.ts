/** exp to the same bits everywhere: Math.exp is not specified to the last bit. */

/** ln 2 in two parts: the first has 33 bits, so that its products with whole numbers below 2,048 are exact. */
const [LN2_HIGH, LN2_LOW] = [0.6931471803691238, 1.9082149292705877e-10];
/** 1/13!, 1/12! ... 1/2!, 1, 1: what is left out is below 1e-17 for |r| <= ln(2)/2. */
const TERMS = Float64Array.from({ length: 14 }, (_, at) => {
  let factorial = 1;
  for (let n = 2; n <= 13 - at; n++) factorial *= n;
  return 1 / factorial;
});
/** 2^-1022 ... 2^1023. */
const POWERS = Float64Array.from({ length: 2046 }, (_, at) => 2 ** (at - 1022));

/** e^x by its series about the nearest multiple of ln 2, only + - * and /; within 1 unit in the last place, 0 below -708, infinite above 709. */
export function exponential(x: number): number {
  if (!(x >= -708)) return Number.isNaN(x) ? x : 0;
  if (x > 709) return Number.POSITIVE_INFINITY;
  const k = Math.round(x / Math.LN2);
  const r = x - k * LN2_HIGH - k * LN2_LOW;
  let sum = TERMS[0]!;
  for (let at = 1; at < 14; at++) sum = sum * r + TERMS[at]!;
  return sum * POWERS[k + 1022]!;
}
