import type { Instance } from '../contract.ts';
import { createCrowd } from '../ensemble/crowd.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import type { Search } from '../search.ts';
import { stepLimit } from './recorded-run.ts';

/** A scenario's dots: their number, and how many have arrived on each side once none moves. */
export interface CrowdCount {
  readonly count: number;
  readonly left: number;
  readonly right: number;
}

/** Steps between two looks at the dots. */
const BATCH = 50;

/** Maximum steps: those of a run of the same data, shared by this many dots. */
const SHARED = 20;

/** Counts the dots' ends. NaN if some still move at the limit; null without dots in the plane. */
export function createCrowdCount(
  problem: Problem,
  instance: Instance,
  values: Values,
): Search<CrowdCount> | null {
  const crowd = createCrowd(problem, instance, values, null);
  if (!crowd) return null;
  const limit = Math.ceil(stepLimit(instance) / SHARED);
  let found: CrowdCount | null = null;
  let step = 0;
  return {
    step() {
      if (found || step > limit) return false;
      if (crowd.goOn(step)) return true;
      const { count, left, right } = crowd.frameAt(step);
      if (left.counts.moving + right.counts.moving === 0)
        found = { count, left: left.counts.arrived, right: right.counts.arrived };
      step += BATCH;
      return true;
    },
    found: () => found ?? { count: Number.NaN, left: Number.NaN, right: Number.NaN },
  };
}
