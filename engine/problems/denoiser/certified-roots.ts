/** Bounds of a derivative over an interval. */
export type SlopeBounds = readonly [least: number, most: number];

/** A function on an interval, with what is needed to miss none of its roots. */
export interface Rooted {
  readonly from: number;
  readonly to: number;
  value(z: number): number;
  /** What the derivative keeps between on [low, high], kinks included. */
  slopes(low: number, high: number): SlopeBounds;
  /** What rounding may have added to `value`. */
  readonly rounding: number;
}

/** A root; a degenerate one is flat there, as far as rounding lets tell. */
export interface Root {
  readonly at: number;
  readonly isDegenerate: boolean;
}

/** Of the whole interval: pieces are not cut any further, and flat roots nearer than `ONE` to another are that one. */
const [SHORTEST, ONE] = [1e-12, 1e-7];

/**
 * Every root, from left to right: an interval is left out where its slopes cannot bring the value to 0, searched where they have one sign, and cut in
 * two otherwise.
 */
export function certifiedRoots({ from, to, value, slopes, rounding }: Rooted): Root[] {
  const [shortest, one] = [SHORTEST * (to - from), ONE * (to - from)];
  const simple: number[] = [];
  const flat: number[] = [];
  search(from, to, value(from) < 0, value(to) < 0);
  const all: Root[] = simple.map((at) => ({ at, isDegenerate: false }));
  for (const at of flat)
    if (all.every((other) => Math.abs(other.at - at) > one)) all.push({ at, isDegenerate: true });
  return all.sort((a, b) => a.at - b.at);

  function search(low: number, high: number, isLowBelow: boolean, isHighBelow: boolean): void {
    const [least, most] = slopes(low, high);
    if (least > 0 || most < 0) {
      if (isLowBelow !== isHighBelow) simple.push(bisected(low, high, isLowBelow));
      return;
    }
    const middle = (low + high) / 2;
    const there = value(middle);
    const reached = (Math.max(-least, most) * (high - low)) / 2;
    if (Math.abs(there) > reached * (1 + 1e-9) + rounding) return;
    if (high - low <= shortest) {
      flat.push(middle);
      return;
    }
    search(low, middle, isLowBelow, there < 0);
    search(middle, high, there < 0, isHighBelow);
  }

  function bisected(left: number, right: number, isLowBelow: boolean): number {
    let [low, high] = [left, right];
    for (;;) {
      const middle = (low + high) / 2;
      if (middle <= low || middle >= high) return high;
      if (value(middle) < 0 === isLowBelow) low = middle;
      else high = middle;
    }
  }
}
