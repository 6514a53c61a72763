/**
 * Sorts lines through the origin by angle without an arctangent (whose digits differ between browsers): a counting sort of a monotone
 * pseudo-angle, then exact correction of neighbours by cross products.
 */

/** Bits per counting pass; four passes sort 52 bits. */
const BITS = 13;
const BUCKETS = 1 << BITS;

/** Cross products below this fraction of their terms are zero up to rounding: the two lines coincide. */
const COINCIDENT = 8 * 2 ** -53;

/**
 * Returns the sign of the turn from direction a to b, both in the upper half-plane: positive counter-clockwise, zero if they coincide up to
 * rounding.
 */
export function turn(ax: number, ay: number, bx: number, by: number): number {
  const left = ax * by;
  const right = ay * bx;
  const cross = left - right;
  return Math.abs(cross) <= COINCIDENT * (Math.abs(left) + Math.abs(right)) ? 0 : cross;
}

/**
 * Returns indexes of the directions (flat [x, y, ...], each with y > 0, or y = 0 and x > 0, finite and nonzero) sorted by angle in [0, pi).
 * O(n) unless many directions lie within 2^-52 of each other.
 */
export function orderByAngle(directions: Float64Array): Int32Array {
  const n = directions.length / 2;
  const high = new Uint32Array(n);
  const low = new Uint32Array(n);
  for (let i = 0; i < n; i++) {
    const x = directions[2 * i]!;
    const y = directions[2 * i + 1]!;
    // From 0 at angle 0 to 2 at angle pi; its top 51 bits as an integer.
    const key = Math.floor((1 - x / (Math.abs(x) + y)) * 2 ** 51);
    high[i] = Math.floor(key / 2 ** 26);
    low[i] = key % 2 ** 26;
  }
  let order = Int32Array.from({ length: n }, (_, i) => i);
  let spare = new Int32Array(n);
  const counts = new Int32Array(BUCKETS + 1);
  for (const [keys, shift] of [
    [low, 0],
    [low, BITS],
    [high, 0],
    [high, BITS],
  ] as const) {
    counts.fill(0);
    for (let i = 0; i < n; i++) {
      const bucket = ((keys[i]! >>> shift) & (BUCKETS - 1)) + 1;
      counts[bucket] = counts[bucket]! + 1;
    }
    for (let b = 0; b < BUCKETS; b++) counts[b + 1] = counts[b + 1]! + counts[b]!;
    for (let k = 0; k < n; k++) {
      const i = order[k]!;
      const bucket = (keys[i]! >>> shift) & (BUCKETS - 1);
      spare[counts[bucket]!] = i;
      counts[bucket] = counts[bucket]! + 1;
    }
    [order, spare] = [spare, order];
  }
  // Keys within rounding may be in the wrong order: the cross product decides; equal directions stay in index order.
  for (let k = 1; k < n; k++) {
    const i = order[k]!;
    let at = k;
    while (at > 0) {
      const j = order[at - 1]!;
      if (turn(directions[2 * j]!, directions[2 * j + 1]!, directions[2 * i]!, directions[2 * i + 1]!) >= 0)
        break;
      order[at] = j;
      at--;
    }
    order[at] = i;
  }
  return order;
}
