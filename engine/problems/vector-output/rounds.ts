/** Convex program of a network with K outputs, solved in rounds. Types only. */

import type { Solver } from '../../program/solver.ts';

/** A neuron with ||u|| = ||v||. */
export interface OutputNeuron {
  /** Length d. */
  readonly u: Float64Array;
  /** Length K. */
  readonly v: Float64Array;
}

export interface RoundProgram {
  readonly neurons: readonly OutputNeuron[];
  /** F of the network; for Frank-Wolfe an upper bound. */
  readonly objective: number;
  /** Best so far; NaN if the surface is not exact. */
  readonly lowerBound: number;
  /** Neurons that the last round added, as it began; none before the first. */
  readonly taken: readonly OutputNeuron[];
  /** True if the last round changed neither objective nor bound. */
  readonly atRest: boolean;
  /** Takes one round; pauses at each `yield` and must be run to its end. */
  round(): Generator<void, void>;
}

/** States are consecutive atoms (u, v), d + K numbers each with ||u|| = ||v||, zero-padded. */
export interface OutputSolver extends Solver {
  /** Neurons that the last round added, as it began, largest eta first. */
  readonly taken: readonly OutputNeuron[];
}
