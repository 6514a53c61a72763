import type { Instance, SideName } from '../contract.ts';
import { sizesOf } from '../run/sizes-of.ts';
import { CRITERIA } from '../run/status.ts';

/**
 * What a run is measured by, never negative and 0 at the goal: the distance to the plant (original units); of two layers, how far
 * the objective is above the certified optimum, relative to it; of a problem with known minima, how far a loss is above its own.
 */
export type AimName = 'distance' | 'gap' | 'excess';

export interface Aim {
  readonly name: AimName;
  /** The measure from a side's distance to the plant and its objective. */
  measure(side: SideName, distance: number, objective: number): number;
}

/** The optimum that a solver proves: its bound where it rests below the objective. */
function provenOptimum(instance: Instance): number {
  const solver = instance.createBound!();
  while (solver.status === 'moving') solver.step();
  return solver.lowerBound;
}

/** What runs of this instance are measured by; null where nothing is known to aim at. */
export function aimOf(instance: Instance): Aim | null {
  if (instance.network) {
    if (!instance.createBound) return null;
    const optimum = provenOptimum(instance);
    // A bound that is not positive (or not there: sampled patterns prove none) is no measure.
    if (!(optimum > CRITERIA.global * sizesOf(instance).labels ** 2)) return null;
    return { name: 'gap', measure: (_, __, objective) => Math.max(0, objective / optimum - 1) };
  }
  if (instance.plant) return { name: 'distance', measure: (_, distance) => distance };
  const { minima } = instance;
  if (!minima) return null;
  return {
    name: 'excess',
    measure: (side, _, objective) => Math.max(0, objective - minima[side].loss),
  };
}
