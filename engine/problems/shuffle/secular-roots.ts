/** Equation of the rest points of a quadratic with a length: t^2 = s^2 (r + sum b_i^2/(a_i - s)^2). */
export interface Secular {
  /** r > 0. */
  readonly rest: number;
  /** t > 0. */
  readonly level: number;
  /** a_i >= 0. */
  readonly poles: readonly number[];
  /** b_i, all nonzero. */
  readonly weights: readonly number[];
}

/** Relative distance to t^2 at a double root. */
const TOUCHES = 1e-13;
/** Relative margin for rounding around [t, t/sqrt r]. */
const ROOM = 1e-9;

/**
 * Returns every root s in [t, t/sqrt r] (none is larger) as the list of a_i - s, more exact than s near a pole. Between poles the
 * right-hand side f has f'/(2 s) = r + sum b_i^2 a_i/(a_i - s)^3, which grows with s: f falls, then rises, with at most one root on either
 * side. A double root may be listed twice. Non-finite numbers give an empty list.
 */
export function secularRoots({ rest, level, poles, weights }: Secular): number[][] {
  const [from, to] = [level * (1 - ROOM), (level / Math.sqrt(rest)) * (1 + ROOM)];
  const inside = poles.filter((pole) => pole > from && pole < to).sort((p, q) => p - q);
  const cuts = [from, ...inside, to];
  const roots: number[][] = [];
  for (let k = 0; k + 1 < cuts.length; k++) {
    const width = (cuts[k + 1]! - cuts[k]!) / 2;
    if (!(width > 0)) continue;
    roots.push(...rootsFrom(cuts[k]!, 1, width), ...rootsFrom(cuts[k + 1]!, -1, width));
  }
  return roots;

  /** Returns roots s = origin + sign u, 0 <= u <= width, with no pole between. */
  function rootsFrom(origin: number, sign: 1 | -1, width: number): number[][] {
    const gaps = poles.map((pole) => pole - origin);
    const apart = (u: number) => gaps.map((gap) => gap - sign * u);
    const excess = (u: number) => {
      let sum = rest;
      for (let i = 0; i < gaps.length; i++) {
        const part = weights[i]! / (gaps[i]! - sign * u);
        sum += part * part;
      }
      const s = origin + sign * u;
      return s * s * sum - level * level;
    };
    const slope = (u: number) => {
      let sum = rest;
      for (let i = 0; i < gaps.length; i++) {
        const gap = gaps[i]! - sign * u;
        sum += (weights[i]! * weights[i]! * poles[i]!) / (gap * gap * gap);
      }
      return sign * sum;
    };
    // Closer to a pole than this, b^2 s^2/u^2 alone exceeds t^2.
    const near = gaps.reduce(
      (most, gap, i) => (gap === 0 ? Math.max(most, Math.abs(weights[i]!) / 4) : most),
      0,
    );
    if (!(near < width)) return [];
    const found: number[] = [];
    const between = (low: number, high: number) => {
      if (excess(low) > 0 !== excess(high) > 0) found.push(crossing(excess, low, high));
    };
    if (!(slope(near) < 0 && slope(width) > 0)) between(near, width);
    else {
      const least = crossing(slope, near, width);
      if (Math.abs(excess(least)) <= TOUCHES * level * level) found.push(least);
      else {
        between(near, least);
        between(least, width);
      }
    }
    return found.map(apart);
  }
}

/** Finds a sign change to the last bit by bisection, geometric if the ends differ much. */
function crossing(value: (at: number) => number, from: number, to: number): number {
  let [low, high] = [from, to];
  const isPositive = value(low) > 0;
  for (;;) {
    const middle = low > 0 && high > 2 * low ? Math.sqrt(low) * Math.sqrt(high) : (low + high) / 2;
    if (!(middle > low && middle < high)) return low;
    if (value(middle) > 0 === isPositive) low = middle;
    else high = middle;
  }
}
