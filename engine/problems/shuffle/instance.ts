import type { IteratingSide, SidedInstance, SideName, Vector } from '../../contract.ts';
import type { Rounded, ShuffleInfo } from './types.ts';

/** E and its set: the triangle (dimension 3) or all matrices (n x n, row-major). Nothing throws. */
export interface Relaxation {
  readonly n: number;
  readonly dimension: number;
  /** L. */
  readonly smoothness: number;
  /** Writes grad E, returns E >= 0. Destinations come first and are overwritten. */
  cost(gradient: Float64Array, state: Float64Array): number;
  /** P >= 0. */
  penalty(state: Float64Array): number;
  /** Adds lambda grad P. */
  addPenalty(gradient: Float64Array, state: Float64Array, lambda: number): void;
  /** min_X <gradient, X> over the permutations of the set. */
  least(gradient: Float64Array): number;
  /** Returns the nearest permutation. */
  round(state: Float64Array): Rounded;
  /** Creates a projector to the set, for one path. */
  projector(): Projector;
  /** Returns n x n numbers. */
  matrix(state: Float64Array): Vector;
  /** Null outside of the set. */
  corner(permutation: readonly number[]): Vector | null;
  /** Returns the lambda above which this permutation is a strict local minimum. */
  threshold(permutation: readonly number[]): number;
}

/** Projects along one path; may warm-start at its last result. */
export interface Projector {
  /** In place. */
  project(state: Float64Array): void;
  /** To copy and restore; may be empty. */
  readonly kept: Float64Array;
}

export interface ShuffleInstance extends SidedInstance {
  readonly info: ShuffleInfo;
  readonly relaxation: Relaxation;
  /** Returns the projected start. */
  readonly startOf: (sseed: number) => Vector;
  readonly sides: Readonly<Record<SideName, IteratingSide>>;
}
