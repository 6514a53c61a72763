/** Convex program of a network with K outputs, solved in rounds. Types only. */

import type { Solver } from '../../program/solver.ts';

/** A neuron with ||u|| = ||v||. */
export interface OutputNeuron {
  /** Length d. */
  readonly u: Float64Array;
  /** Length K. */
  readonly v: Float64Array;
}

/** A program that a solver takes through its rounds. */
export interface RoundProgram {
  /** Network after the last round. */
  readonly neurons: readonly OutputNeuron[];
  /** Objective of the network; of Frank-Wolfe an upper bound of it. */
  readonly objective: number;
  /** Best bound so far; NaN if the surface is not exact. */
  readonly lowerBound: number;
  /** Neurons that the last round added, as it began; none before the first round. */
  readonly taken: readonly OutputNeuron[];
  /** True if the last round changed neither objective nor bound. */
  readonly atRest: boolean;
  /** Takes one round; it pauses at each `yield` and must be run to its end. */
  round(): Generator<void, void>;
}

/** Its states are atoms one after the other as (u, v), d + K numbers each with ||u|| = ||v||, zeros behind the last. */
export interface OutputSolver extends Solver {
  /** Neurons that the last round added, as it began, the largest eta first. */
  readonly taken: readonly OutputNeuron[];
}
