import { lostOf } from '../kernels/whitening.ts';
import { ENTRY, SUMS } from './arrangement.ts';
import type { PlanarLoss } from './planar-loss.ts';

/**
 * A value below this fraction of its summed terms is zero. Compensated sums err by about 2^-53; a slope adds some ten such products;
 * planted labels err by three units, rows on one ray by eight (`COINCIDENT`). The smallest signal, one row's pull among n, is about 1/n.
 */
export const ROUNDING = 64 * 2 ** -53;

/** Compensated sums below this fraction of their terms are 0: no digits remain. */
const NOTHING = 2 ** -80;

/** Required ratio of the smallest angle's square to rounding; rows and labels of few digits differ by that. */
const MARGIN = 2 ** 20;

/** Distinguishes exact zeros from rounding. Bounds are those of `createPullBound`. O(n). */
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
    /** True if l, or a difference of two, vanishes term by term. */
    isNothing,
    /**
     * True if a zero sum is exact although its terms are not. False where its rounding, `growth` times that of the sums, could hide the
     * sign: cancelling terms may be as small as the square of the angle between rays.
     */
    isTrusted: (growth: number) => growth <= most,
    /** True if inactive samples contribute nothing to l in a sector. */
    isOwn: (sector: number, bound: number) =>
      linearShare === 0 ||
      isNothing(whole[3]! - sums[SUMS * sector + 3]!, whole[4]! - sums[SUMS * sector + 4]!, bound),
  };
}

/** True if the rows of each ray are parallel to the last bit. O(n). */
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
