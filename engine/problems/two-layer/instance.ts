import type { Instance, Landscape, SidedInstance, Vector } from '../../contract.ts';
import type { Solver } from '../../program/solver.ts';
import type { NetworkInfo } from './types.ts';

/** Weights refer to the features as the network sees them. */
export interface NetworkInstance extends SidedInstance {
  readonly info: NetworkInfo;
  /** F, which compares both sides. */
  readonly left: Landscape;
  /** Loss of the right side; F if it is solved. */
  readonly right: Landscape;
  readonly start: Vector;
  /** L at this start; c is in units of 1/L (`stepScale`). */
  readonly smoothness: number;
  /** Creates the program's solver, whatever the right side is, to a relative gap (CRITERIA.gap). */
  createBound(gap?: number): Solver;
  /** Draws the start of another seed. */
  startOf(seed: number): Vector;
  /** Returns L at a start. */
  smoothnessFrom(start: Float64Array): number;
}

/** Returns null for another problem's instance. */
export function asNetwork(instance: Instance): NetworkInstance | null {
  return instance.sides && 'createBound' in instance ? (instance as NetworkInstance) : null;
}
