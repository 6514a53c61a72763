import type { Vector } from '../../../contract.ts';
import type { Search } from '../../../search.ts';
import type { RestPoint, Threshold } from '../types.ts';
import { CYCLIC, triangleThreshold } from './relaxation.ts';
import { triangleRests } from './rests.ts';

/** A slice: some milliseconds. */
const SLICE = 16;

/** Returns the lambda at which each corner becomes a trap. */
export function triangleThresholds(q: Vector): Threshold[] {
  return CYCLIC.map((permutation, k) => ({
    permutation,
    cost: q[4 * k]!,
    threshold: triangleThreshold(q, k),
  }));
}

/** Finds all rest points at each share lambda/L. */
export function triangleLevels(q: Vector, smoothness: number, shares: Vector): Search<RestPoint[][]> {
  const levels: RestPoint[][] = [];
  return {
    step() {
      if (levels.length >= shares.length) return false;
      const until = Math.min(shares.length, levels.length + SLICE);
      while (levels.length < until) levels.push(triangleRests(q, shares[levels.length]! * smoothness));
      return true;
    },
    found: () => levels,
  };
}
