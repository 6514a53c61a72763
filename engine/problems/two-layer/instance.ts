import type { Instance, Landscape, SidedInstance, Vector } from '../../contract.ts';
import type { Solver } from './solver.ts';

/** What the page is told of two layers. */
export interface NetworkInfo {
  /** m, the neurons of the left side. */
  readonly neurons: number;
  /** d, the columns that a neuron weighs. */
  readonly columns: number;
  /** Whether biases cost nothing and a constant is added: then each state has it as its last number. */
  readonly constant: boolean;
  /** The neurons that one state of the right side has room for. */
  readonly capacity: number;
  /** Weight of the squared parameters. */
  readonly beta: number;
  /** The planted network, flat as `forward` has it; null for own data. */
  readonly teacher: Vector | null;
  /** Which convex program knows the optimum: for sampled patterns its bound is no proof. */
  readonly program: 'exact' | 'hinges' | 'sampled';
  /** Whether both layers of the left are trained. */
  readonly trained: boolean;
  /** Whether the right side is that program; else it descends on the relaxation. */
  readonly solved: boolean;
}

/** Two layers at one scenario's values; weights are those of the features as the network sees them. */
export interface NetworkInstance extends SidedInstance {
  readonly info: NetworkInfo;
  /** F, which both sides are compared by. */
  readonly left: Landscape;
  /** What the right side descends on; F where it is solved. */
  readonly right: Landscape;
  readonly start: Vector;
  /** What c is measured by at this start (`stepScale`). */
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
