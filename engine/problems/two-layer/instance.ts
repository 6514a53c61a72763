import type { Instance, Landscape, SidedInstance, Vector } from '../../contract.ts';
import type { Solver } from '../../program/solver.ts';
import type { NetworkInfo } from './types.ts';

/** Two layers at one scenario's values; weights are those of the features as the network sees them. */
export interface NetworkInstance extends SidedInstance {
  readonly info: NetworkInfo;
  /** F, which both sides are compared by. */
  readonly left: Landscape;
  /** Loss of the right side; F if it is solved. */
  readonly right: Landscape;
  readonly start: Vector;
  /** Unit of the step length at this start (`stepScale`). */
  readonly smoothness: number;
  /** Makes the solver that the best possible objective is known from, whatever the right side is, to a relative gap (CRITERIA.gap). */
  createBound(gap?: number): Solver;
  /** The start that another seed would draw. */
  startOf(seed: number): Vector;
  /** The L from any start. */
  smoothnessFrom(start: Float64Array): number;
}

/** Null of another problem's. */
export function asNetwork(instance: Instance): NetworkInstance | null {
  return instance.sides && 'createBound' in instance ? (instance as NetworkInstance) : null;
}
