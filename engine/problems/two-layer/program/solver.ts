import type { Iteration } from '../../../contract.ts';
import type { Status } from '../../../run/status.ts';

/** The convex program solved round by round. One solver, one run. */
export interface Solver {
  /** Numbers of one state: `capacity` neurons, flat as `forward` has it, zeros behind the last. */
  readonly dimension: number;
  /** Writes the present state (length `dimension`). */
  write(state: Float64Array): void;
  /** Objective of the present state. */
  readonly objective: number;
  /** The best certified lower bound so far; NaN where nothing is certified. */
  readonly lowerBound: number;
  /** `moving`, or how it ended: nothing changes any more. */
  readonly status: Status;
  /** One round; nothing where it has ended. */
  step(): void;
}

/** A solver as what stands on a side: a step is a round. */
export function iterationOf(solver: Solver): Iteration {
  return {
    dimension: solver.dimension,
    read: (into) => solver.write(into),
    record: () => ({ loss: solver.objective, bound: solver.lowerBound }),
    get status() {
      return solver.status;
    },
    get ended() {
      return solver.status !== 'moving';
    },
    step() {
      solver.step();
      return 'done';
    },
  };
}
