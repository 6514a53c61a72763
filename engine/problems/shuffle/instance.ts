import type { IteratingSide, SidedInstance, SideName, Vector } from '../../contract.ts';
import type { Rounded, ShuffleInfo } from './types.ts';

/** E over a set of doubly stochastic matrices, with the set: the triangle (dimension 3) or all of them (n x n, row-major). Nothing throws. */
export interface Relaxation {
  readonly n: number;
  readonly dimension: number;
  /** L. */
  readonly smoothness: number;
  /** Writes grad E and returns E >= 0. Destinations come first and are overwritten. */
  cost(gradient: Float64Array, state: Float64Array): number;
  /** P, never below 0. */
  penalty(state: Float64Array): number;
  /** Adds lambda grad P. */
  addPenalty(gradient: Float64Array, state: Float64Array, lambda: number): void;
  /** min_X <gradient, X> over the permutations of the set. */
  least(gradient: Float64Array): number;
  /** The permutation nearest to a state. */
  round(state: Float64Array): Rounded;
  /** The nearest points of the set, one after another: one path, one projector. */
  projector(): Projector;
  /** The n x n matrix of a state. */
  matrix(state: Float64Array): Vector;
  /** The state of a permutation; null of one that is not in the set. */
  corner(permutation: readonly number[]): Vector | null;
  /** The lambda above which this permutation of the set is a strict local minimum. */
  threshold(permutation: readonly number[]): number;
}

/** Projects along one path, and may begin where it ended last. */
export interface Projector {
  /** In place. */
  project(state: Float64Array): void;
  /** What it remembers, to be copied and put back; empty where that is nothing. */
  readonly kept: Float64Array;
}

/** Permutations at one scenario's values. */
export interface ShuffleInstance extends SidedInstance {
  readonly info: ShuffleInfo;
  readonly relaxation: Relaxation;
  /** The start that a seed of starts draws, projected. */
  readonly startOf: (sseed: number) => Vector;
  readonly sides: Readonly<Record<SideName, IteratingSide>>;
}
