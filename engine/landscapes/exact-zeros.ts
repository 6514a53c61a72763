import { lostOf } from '../kernels/whitening.ts';
import { ENTRY, SUMS } from './arrangement.ts';
import type { PlanarLoss } from './planar-loss.ts';

/**
 * Bound of relative rounding: a value within this share of the terms it is summed from is zero. The sums of a sector are
 * compensated, so each is off by about one part in 2^53; a slope adds some ten such products; planted labels are off by
 * three parts themselves, and rows on one ray by eight (`COINCIDENT`). Against it the smallest thing to be told from zero,
 * the pull of one row among n, is about 1/n of the terms: 1e-6 for a million.
 */
export const ROUNDING = 64 * 2 ** -53;

/** Compensated sums that are this share of their terms are 0: they keep no more of what vanished. */
const NOTHING = 2 ** -80;

/** Rounding must stay this much below the least angle's square: rows and labels of few digits differ by no less. */
const MARGIN = 2 ** 20;

/** What tells a value that is 0 from one that rounding alone makes 0. Bounds are those of `createPullBound`. O(n). */
export function createZeroTest({ arrangement, linearShare }: PlanarLoss) {
  const { rays, directions, sums, whole } = arrangement;
  let least = 1;
  for (let at = 0; at < rays && rays > 2; at += 2) {
    const [x1, y1, x2, y2] = [0, 1, 2, 3].map((j) => directions[at + j]!) as [number, number, number, number];
    const cross = x1 * y2 - y1 * x2;
    least = Math.min(least, (cross * cross) / ((x1 * x1 + y1 * y1) * (x2 * x2 + y2 * y2)));
  }
  const most = least / (MARGIN * ROUNDING);
  const isNothing = (l1: number, l2: number, bound: number) => Math.abs(l1) + Math.abs(l2) <= NOTHING * bound;
  return {
    /** Whether l, or a difference of two, vanishes term by term. */
    isNothing,
    /**
     * Whether a 0 counts as exact though its terms are not: not where its rounding, `growth` times that of the sums, may hide what it
     * hangs on. Between rays an angle apart, where terms cancel, that may be of the size of the angle's square.
     */
    isTrusted: (growth: number) => growth <= most,
    /** Whether samples that are off have no part in l of a sector. */
    isOwn: (sector: number, bound: number) =>
      linearShare === 0 ||
      isNothing(whole[3]! - sums[SUMS * sector + 3]!, whole[4]! - sums[SUMS * sector + 4]!, bound),
  };
}

/** Whether the rows of each ray are parallel to the last bit. O(n). */
export function areParallel({ rays, starts, entries }: PlanarLoss['arrangement']): boolean {
  for (let r = 0; r < rays / 2; r++)
    for (let k = starts[r]! + 1; k < starts[r + 1]!; k++) {
      const at = ENTRY * k;
      const [a1, a2, b1, b2] = [
        entries[at - ENTRY]!,
        entries[at - ENTRY + 1]!,
        entries[at]!,
        entries[at + 1]!,
      ];
      if (a1 * b2 !== a2 * b1 || lostOf(a1, b2) !== lostOf(a2, b1)) return false;
    }
  return true;
}
