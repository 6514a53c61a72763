import type { Status } from '../../../run/status.ts';
import type { OutputNeuron } from '../rounds.ts';

/** A program solved round by round. One solver, one run. */
export interface OutputSolver {
  /** Numbers of one state: atoms one after the other as (u, v), d + K numbers each with ||u|| = ||v||, zeros behind the last. */
  readonly dimension: number;
  /** Writes the present state (length `dimension`). */
  write(state: Float64Array): void;
  /** Objective of the present state. */
  readonly objective: number;
  /** The best certified lower bound so far; NaN where nothing is certified. */
  readonly lowerBound: number;
  /** What the last round took in, as it began, the largest eta first. */
  readonly taken: readonly OutputNeuron[];
  /** `moving`, or how it ended: nothing changes any more. */
  readonly status: Status;
  /** One round, or the rest of one that paused; nothing where it has ended. It asks `pause` only once this call has brought it further. */
  step(pause?: () => boolean): 'done' | 'paused';
}
