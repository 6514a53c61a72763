/** What solves the program a round at a time. Types only. */

/** A neuron with ||u|| = ||v||. */
export interface OutputNeuron {
  /** Length d. */
  readonly u: Float64Array;
  /** Length K. */
  readonly v: Float64Array;
}

/** The program, solved a round a step. */
export interface RoundProgram {
  /** The network after the last round. */
  readonly neurons: readonly OutputNeuron[];
  /** What this network, or what stands for it, has come to. */
  readonly objective: number;
  /** The best bound so far; NaN where the surface is not exact. */
  readonly lowerBound: number;
  /** What the last round took in, as it began: of Frank-Wolfe share times cap along the vertex. None before the first round. */
  readonly taken: readonly OutputNeuron[];
  /** Whether the last round changed neither. */
  readonly atRest: boolean;
  /** One round; it stops at each `yield` and must be taken to its end. */
  round(): Generator<void, void>;
}
