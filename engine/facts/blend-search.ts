import type { Instance } from '../contract.ts';
import { describePlane } from '../landscapes/plane-structure.ts';
import type { Values } from '../params.ts';
import type { Problem } from '../problem.ts';
import { runValues } from '../run/run-values.ts';
import type { Search } from '../search.ts';
import { arrivesFromStart } from './plane-facts.ts';

/** Blends that are tried: whole hundredths. */
const PARTS = 100;

/**
 * A search for the least blend from which on the right side arrives from the scenario's start: the least whole hundredth from which on
 * every larger one arrives, NaN where not even 1 does. In the plane alone, where the ends of descents are certified; null elsewhere, and without a plant
 * that is a minimum.
 */
export function createBlendSearch(
  problem: Problem,
  values: Values,
  instance: Instance,
): Search<number> | null {
  if (arrives(instance, values) === null) return null;
  let part = PARTS;
  let before = instance;

  function tryNext(): boolean {
    const blended = { ...values, blend: part / PARTS };
    before = problem.prepare(blended, null, before);
    return arrives(before, blended) === true;
  }

  let done = false;
  return {
    step() {
      if (done) return false;
      if (part >= 0 && tryNext()) part--;
      else done = true;
      return true;
    },
    found: () => (part === PARTS ? Number.NaN : (part + 1) / PARTS),
  };
}

function arrives(instance: Instance, values: Values): boolean | null {
  if (instance.sides) return null;
  const structure = describePlane(instance);
  return structure && arrivesFromStart(instance, runValues(values), structure);
}
