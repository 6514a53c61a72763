import type { Instance, Landscape, SidedInstance, Vector } from '../../contract.ts';
import type { OutputData } from './make-data.ts';
import type { OutputSolver } from './rounds.ts';
import type { OutputsInfo } from './types.ts';

/** A network with K outputs at one scenario's values. */
export interface OutputsInstance extends SidedInstance {
  readonly info: OutputsInfo;
  readonly data: OutputData;
  /** F, which both sides are compared by. */
  readonly left: Landscape;
  readonly start: Vector;
  /** Unit of the step length at this start. */
  readonly stepUnit: number;
  /** Makes a solver of the right side; with `newton` the one that knows the optimum best, to a relative gap (CRITERIA.gap). */
  createSolver(kind?: 'newton' | 'fw', gap?: number): OutputSolver;
  /** The start that another seed would draw. */
  startOf(seed: number): Vector;
}

/** Null of another problem's. */
export function asOutputs(instance: Instance): OutputsInstance | null {
  return instance.sides && 'createSolver' in instance && 'data' in instance
    ? (instance as OutputsInstance)
    : null;
}
