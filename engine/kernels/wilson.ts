/** An interval of fractions in [0, 1]. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Returns Wilson's score interval for a fraction with `successes` in `trials`; z is the normal quantile (1.96 for 95 %). Without trials it
 * is [0, 1]. Throws RangeError unless 0 <= successes <= trials and z >= 0. Source: E. B. Wilson 1927, Journal of the American Statistical
 * Association 22, 209-212; docs/mathematics.md, section 11.
 */
export function wilson(successes: number, trials: number, z = 1.96): Interval {
  if (!(successes >= 0 && successes <= trials && z >= 0))
    throw new RangeError(`expected 0 to ${trials} successes and z >= 0; got ${successes} and ${z}`);
  const failures = trials - successes;
  const middle = successes + (z * z) / 2;
  const half = z * Math.sqrt((successes * failures) / trials + (z * z) / 4);
  // At the ends, also without trials, the two terms are equal: avoid rounding and 0/0.
  return {
    low: successes === 0 ? 0 : Math.max(0, (middle - half) / (trials + z * z)),
    high: failures === 0 ? 1 : Math.min(1, (middle + half) / (trials + z * z)),
  };
}
