/** What the page may know of the permutations: types only. Permutations p count from 0: row i of the matrix has its 1 in column p[i]. */

import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { Shape } from './names.ts';

/** p: row i has its 1 in column p[i]. */
export type Permutation = readonly number[];

/** The permutation nearest to a matrix M: the largest <X, M>. */
export interface Rounded {
  /** The lexicographically first one of the tied. */
  readonly permutation: Permutation;
  /** E there. */
  readonly cost: number;
  /** How much the largest <X, M> is above that of every other permutation. */
  readonly margin: number;
  /** Whether another permutation is within 1e-9 of it. */
  readonly tie: boolean;
  /** The least and the largest E among the tied; null without a tie, and beyond n = 8. */
  readonly tiedCosts: readonly [least: number, largest: number] | null;
}

/** A corner and the lambda above which it is a strict local minimum: in absolute units, not as a share of L. */
export interface Threshold {
  readonly permutation: Permutation;
  readonly cost: number;
  readonly threshold: number;
}

/** Best permutations, proved by listing all: of the triangle those of its three corners. */
export interface Best {
  readonly cost: number;
  /** At most eight, in lexicographic order (of the triangle: I, C, C^2). */
  readonly permutations: readonly Permutation[];
  readonly count: number;
  /** Costs that are no farther apart are equal, to rounding. */
  readonly within: number;
}

/** A point at which the projected descent rests. */
export interface RestPoint {
  /** x, three barycentric weights of I, C, C^2. */
  readonly at: readonly [number, number, number];
  readonly on: 'interior' | 'edge' | 'vertex';
  readonly kind: 'minimum' | 'saddle' | 'maximum';
  /** E + lambda P. */
  readonly value: number;
  /** E. */
  readonly cost: number;
  /** False of one point of a continuum of rest points. */
  readonly isolated: boolean;
}

/** All there is to know of the triangle (docs/mathematics.md, section 16.4). */
export interface TriangleInfo {
  /** Q of E = x'Qx, 3 x 3 row-major. */
  readonly quadratic: Vector;
  /** Every rest point of E and of E + lambda P at the full lambda, lowest value first. */
  readonly rests: Readonly<Record<SideName, readonly RestPoint[]>>;
  /** E + lambda P is convex on the triangle up to this lambda. */
  readonly convexUntil: number;
  /** The costs of all six permutations, ascending. */
  readonly allSix: readonly number[];
}

/** The small network y = W2 Pi relu(W1 x) whose channels are shuffled; W2' is what the student knows of W2. */
export interface LayersInfo {
  readonly groups: number;
  readonly size: number;
  /** W1, n x 2 groups; W2 and W2', groups x n; row-major. */
  readonly first: Vector;
  readonly second: Vector;
  readonly known: Vector;
  readonly planted: Permutation;
}

/** Plain data of an instance, for the page. Matrices are row-major; costs and lambdas in the units of E. */
export interface ShuffleInfo {
  readonly n: number;
  readonly shape: Shape;
  /** L, what the step c/L and the key lambda are measured by; 0 where E is constant. */
  readonly smoothness: number;
  /** c/L; 1 where L = 0. */
  readonly step: number;
  /** The key lambda times L. */
  readonly lambda: number;
  /** Steps over which lambda grows from 0 to `lambda`; 0: at once. */
  readonly ramp: number;
  /** Where both sides start: 3 or n x n numbers. */
  readonly start: Vector;
  /** How far a given start was from the set, which it was then projected onto; 0 on it. */
  readonly moved: number;
  /** A and B, n x n; null of layers. */
  readonly graphs: { readonly a: Vector; readonly b: Vector } | null;
  readonly layers: LayersInfo | null;
  readonly triangle: TriangleInfo | null;
  /** Null for n > 8, where nobody lists all. */
  readonly best: Best | null;
  /** All n! costs in lexicographic order (the triangle: its three corners); empty for n > 8. */
  readonly costs: Vector;
  /** The triangle: its three corners; n <= 4: all, in lexicographic order; up to 8: the first best one; beyond: none. */
  readonly thresholds: readonly Threshold[];
  /**
   * Twice the largest threshold: for a larger lambda the minimisers of E + lambda P are exactly the best permutations. Sufficient, not
   * necessary; null where not all thresholds are told.
   */
  readonly exactFrom: number | null;
}

/** A matrix as the page shows it. */
export interface MatrixTold {
  /** M, n x n row-major. */
  readonly matrix: Vector;
  readonly rounded: Rounded;
  /** In a tie the entries of all tied permutations, as n row + column, ascending; empty without one. */
  readonly tied: readonly number[];
  /** ||M - X||_1, X the rounded one: P lies between half of it and it. */
  readonly distance: number;
  /** P, and 1 - the length of each row and of each column, whose sum it is; n numbers each. */
  readonly penalty: number;
  readonly rows: Vector;
  readonly columns: Vector;
  /** Of n = 3, M - J/3 in the planes of the even and the odd permutations; null otherwise. */
  readonly planes: TwoTriangles | null;
}

/**
 * B_3 without loss: barycentric weights of the even permutations I, C, C^2 and of the odd ones, each three in lexicographic order with
 * sum 1; and how far out each point is.
 */
export interface TwoTriangles {
  readonly even: readonly [number, number, number];
  readonly odd: readonly [number, number, number];
  /** By what the triangle around its centre must be scaled to have the point on its border; the two sum to at most 1. */
  readonly gauges: readonly [even: number, odd: number];
}

/** Both matrices at these states. */
export type MatricesReading = Reading<
  'matrices',
  Readonly<Record<SideName, Vector>>,
  Readonly<Record<SideName, MatrixTold>>
>;

/** Ends of many starts of one side, by what their (rounded) end is: the first three sum to the runs that have ended. */
export interface TallySide {
  /** A best permutation (n > 8: one of the least cost that any run of either side found). */
  readonly best: number;
  /** Another one. */
  readonly other: number;
  /** A tie between permutations of different cost: neither a hit nor a miss. */
  readonly tie: number;
  /** Of all: those that ended at a permutation, without rounding. */
  readonly exact: number;
  /** Of all: those that still moved at the last step. */
  readonly moving: number;
}

/** Many starts of both sides; null on no instance. Start s has the seed `sseed + s`. */
export interface TallyTold {
  readonly starts: number;
  /** Runs that have ended, of both sides. */
  readonly done: number;
  /** The step at which a run that has not ended is rounded. */
  readonly steps: number;
  /** The cost that counts as best: proved up to n = 8, beyond the least that any run found (NaN before the first). */
  readonly cost: number;
  readonly sides: Readonly<Record<SideName, TallySide>>;
}
export type TallyReading = Reading<'tally', null, TallyTold, TallyTold>;

/** To which rest point each cell of the triangle leads; `cells` x `cells` over the unit square of (x1, x2), cell centres, row 0 at the lowest x2. */
export interface BasinsTold {
  readonly cells: number;
  /** Index into `rests`; -1 off the triangle, -2 where the run has not come to one. */
  readonly labels: Int32Array<ArrayBuffer>;
  readonly rests: readonly RestPoint[];
  /** Of the cells on the triangle, the share that leads to each. */
  readonly shares: readonly number[];
}
export type BasinsReading = Reading<
  'basins',
  { readonly side: SideName; readonly cells: number },
  BasinsTold,
  BasinsTold
>;

/** Every rest point at each of these shares lambda/L; null but of the triangle. */
export type LevelsReading = Reading<'levels', { readonly shares: Vector }, readonly (readonly RestPoint[])[]>;

/** One step of a side taken apart, from state k to the next: a gradient step off the set, then the projection back. */
export interface ShuffleTerms {
  readonly k: number;
  /** The side has ended at k and stays: `after` is `before`. */
  readonly ended: boolean;
  /** lambda_k. */
  readonly lambda: number;
  /** c/L; 1 where L = 0. */
  readonly step: number;
  readonly shape: Shape;
  /** The state where it begins, the state after the gradient step (before it is projected) and where it leads. */
  readonly before: StandTold;
  readonly stepped: Vector;
  readonly after: StandTold;
  /**
   * -step grad E and -step lambda_k grad P without the parts that change the sums of rows and columns (of x its sum): projecting takes those off
   * first. `off` is `before` with both, whose sums are 1 and whose entries may be below 0.
   */
  readonly moves: { readonly cost: Vector; readonly penalty: Vector };
  readonly off: Vector;
  /** grad E, and grad P (not times lambda), there. */
  readonly costGradient: Vector;
  readonly penaltyGradient: Vector;
  /** What the step is sure to lower E + lambda_k P by: (1/step - L/2)||M+ - M||^2; negative for c > 2, where nothing is sure. */
  readonly sure: number;
}

/** A state with its matrix, E, objective and lower bound. */
export interface StandTold extends MatrixTold {
  readonly at: Vector;
  readonly cost: number;
  /** E + lambda_k P with the lambda of this step. */
  readonly objective: number;
  /** E + min_X <grad E, X - M>: no permutation of the set costs less. */
  readonly bound: number;
}

export type ShuffleUpdate = Update<object, ShuffleTerms>;
