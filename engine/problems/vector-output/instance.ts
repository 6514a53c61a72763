import type { Instance, Landscape, SidedInstance, Vector } from '../../contract.ts';
import type { OutputData } from './make-data.ts';
import type { OutputSolver } from './rounds.ts';
import type { OutputsInfo } from './types.ts';

export interface OutputsInstance extends SidedInstance {
  readonly info: OutputsInfo;
  readonly data: OutputData;
  /** F, by which both sides are compared. */
  readonly left: Landscape;
  readonly start: Vector;
  readonly stepUnit: number;
  /** Creates a solver of the right to a relative gap (CRITERIA.gap); `newton` finds the optimum best. */
  createSolver(kind?: 'newton' | 'fw', gap?: number): OutputSolver;
  /** Draws the start of another seed. */
  startOf(seed: number): Vector;
}

/** Returns null for another problem's instance. */
export function asOutputs(instance: Instance): OutputsInstance | null {
  return instance.sides && 'createSolver' in instance && 'data' in instance
    ? (instance as OutputsInstance)
    : null;
}
