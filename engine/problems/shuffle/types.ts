import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { Shape } from './names.ts';

/** p counts from 0: row i has its 1 in column p[i]. */
export type Permutation = readonly number[];

/** The permutation X nearest to M: the largest <X, M>. */
export interface Rounded {
  /** Lexicographically first of the tied. */
  readonly permutation: Permutation;
  readonly cost: number;
  /** Gap from the largest to the second-largest <X, M>. */
  readonly margin: number;
  /** True if another's is within 1e-9. */
  readonly tie: boolean;
  /** Null without a tie, and for n > 8. */
  readonly tiedCosts: readonly [least: number, largest: number] | null;
}

/** A corner and the absolute lambda above which it is a strict local minimum. */
export interface Threshold {
  readonly permutation: Permutation;
  readonly cost: number;
  readonly threshold: number;
}

/** Proved by listing all (triangle: its corners). */
export interface Best {
  readonly cost: number;
  /** At most eight, in lexicographic order. */
  readonly permutations: readonly Permutation[];
  readonly count: number;
  /** Largest difference of equal costs, for rounding. */
  readonly within: number;
}

export interface RestPoint {
  /** x: barycentric weights of I, C, C^2. */
  readonly at: readonly [number, number, number];
  readonly on: 'interior' | 'edge' | 'vertex';
  readonly kind: 'minimum' | 'saddle' | 'maximum';
  /** E + lambda P. */
  readonly value: number;
  readonly cost: number;
  /** False for one point of a continuum. */
  readonly isolated: boolean;
}

/** E + lambda P along the two edges that meet at a corner. */
export interface CornerEdges {
  /** The dearest corner, the first of several: 0 to 2 for I, C, C^2. */
  readonly corner: number;
  /** The other corners. */
  readonly others: readonly [number, number];
  /** Values at even distances (`EDGE_POINTS`) from the corner to each of the others. */
  readonly values: readonly [Vector, Vector];
}

/** Facts of the triangle (docs/mathematics.md, section 16.4). */
export interface TriangleInfo {
  /** Q of E = x'Qx, 3 x 3 row-major. */
  readonly quadratic: Vector;
  /** All rest points of E and of E + lambda P, lowest value first. */
  readonly rests: Readonly<Record<SideName, readonly RestPoint[]>>;
  /** E + lambda P is convex up to this lambda. */
  readonly convexUntil: number;
  /** Ascending. */
  readonly allSix: readonly number[];
  /** E, and E + lambda P, from the dearest corner. */
  readonly edges: Readonly<Record<SideName, CornerEdges>>;
}

/** Network y = W2 Pi relu(W1 x); W2' is the student's estimate of W2. */
export interface LayersInfo {
  readonly groups: number;
  readonly size: number;
  /** W1, n x 2 groups; W2 and W2', groups x n; row-major. */
  readonly first: Vector;
  readonly second: Vector;
  readonly known: Vector;
  readonly planted: Permutation;
}

/** Plain data of an instance. Matrices are row-major; costs and lambdas in units of E. */
interface Matching {
  readonly n: number;
  readonly shape: Shape;
  /** L, the unit of the key lambda; 0 if E is constant. */
  readonly smoothness: number;
  /** c/L; 1 if L = 0. */
  readonly step: number;
  /** The key lambda times L. */
  readonly lambda: number;
  /** Steps over which lambda grows from 0. */
  readonly ramp: number;
  /** 3 or n x n numbers. */
  readonly start: Vector;
  /** Distance by which projection moved it. */
  readonly moved: number;
  /** A and B, n x n; null for layers. */
  readonly graphs: { readonly a: Vector; readonly b: Vector } | null;
  readonly layers: LayersInfo | null;
  /** Null for n > 8. */
  readonly best: Best | null;
  /** All n! costs in lexicographic order (triangle: its corners); empty for n > 8. */
  readonly costs: Vector;
  /** Triangle: its corners; n <= 4: all, in lexicographic order; n <= 8: the first best one; else none. */
  readonly thresholds: readonly Threshold[];
  /** Lambda above which the minimisers of E + lambda P are exactly the best permutations (sufficient). Null if any threshold is unknown. */
  readonly exactFrom: number | null;
}

export type OnTriangle = Matching & { readonly triangle: TriangleInfo };
export type OnMatrices = Matching & { readonly triangle: null };
export type ShuffleInfo = OnTriangle | OnMatrices;

export interface MatrixTold {
  /** M, n x n row-major. */
  readonly matrix: Vector;
  readonly rounded: Rounded;
  /** Entries of all tied permutations, as n row + column, ascending. */
  readonly tied: readonly number[];
  /** ||M - X||_1, X the rounded one; P is between half of it and it. */
  readonly distance: number;
  /** P, and its terms: 1 - length of each row and column. */
  readonly penalty: number;
  readonly rows: Vector;
  readonly columns: Vector;
  /** Null unless n = 3. */
  readonly planes: TwoTriangles | null;
}

/** Lossless coordinates of B_3: barycentric weights of the even and of the odd permutations, each in lexicographic order with sum 1. */
export interface TwoTriangles {
  readonly even: readonly [number, number, number];
  readonly odd: readonly [number, number, number];
  /** Factor that scales the triangle around its centre to have the point on its border; the two sum to at most 1. */
  readonly gauges: readonly [even: number, odd: number];
}

export type MatricesReading = Reading<
  'matrices',
  Readonly<Record<SideName, Vector>>,
  Readonly<Record<SideName, MatrixTold>>
>;

/** Ends of one side's runs by rounded permutation; the first three sum to the ended runs. */
export interface TallySide {
  /** For n > 8 of the least cost that any run found. */
  readonly best: number;
  readonly other: number;
  /** Ties between different costs. */
  readonly tie: number;
  /** Ended at a permutation, without rounding. */
  readonly exact: number;
  /** Still moving at the last step. */
  readonly moving: number;
}

/** Start s has the seed `sseed + s`. */
export interface TallyTold {
  readonly starts: number;
  /** Of both sides. */
  readonly done: number;
  /** The step at which a still moving run is rounded. */
  readonly steps: number;
  /** Proved best cost; for n > 8 the least that any run found (NaN before the first). */
  readonly cost: number;
  readonly sides: Readonly<Record<SideName, TallySide>>;
}
export type TallyReading = Reading<'tally', null, TallyTold, TallyTold>;

/** Rest points by cell: centres of a `cells` x `cells` grid over the unit square of (x1, x2), row 0 at the lowest x2. */
export interface BasinsTold {
  readonly cells: number;
  /** Index into `rests`; -1 off the triangle, -2 if the run has reached none. */
  readonly labels: Int32Array<ArrayBuffer>;
  readonly rests: readonly RestPoint[];
  /** Share of cells that lead to each. */
  readonly shares: readonly number[];
}
export type BasinsReading = Reading<
  'basins',
  { readonly side: SideName; readonly cells: number },
  BasinsTold,
  BasinsTold
>;

/** Rest points at each share lambda/L; null except on the triangle. */
export type LevelsReading = Reading<'levels', { readonly shares: Vector }, readonly (readonly RestPoint[])[]>;

/** One step from state k: a gradient step off the set, then the projection back. */
export interface ShuffleTerms {
  readonly k: number;
  /** The side has ended at k: `after` is `before`. */
  readonly ended: boolean;
  /** lambda_k. */
  readonly lambda: number;
  /** c/L; 1 if L = 0. */
  readonly step: number;
  readonly shape: Shape;
  /** Before, after the gradient step (not projected), and after projection. */
  readonly before: StandTold;
  readonly stepped: Vector;
  readonly after: StandTold;
  /**
   * -step grad E and -step lambda_k grad P without the parts that change row and column sums (of x its sum). `off` is `before` plus both;
   * its entries may be negative.
   */
  readonly moves: { readonly cost: Vector; readonly penalty: Vector };
  readonly off: Vector;
  /** grad E, and grad P (not times lambda), at `before`. */
  readonly costGradient: Vector;
  readonly penaltyGradient: Vector;
  /** Guaranteed decrease of E + lambda_k P: (1/step - L/2)||M+ - M||^2; negative (no guarantee) for c > 2. */
  readonly sure: number;
}

export interface StandTold extends MatrixTold {
  readonly at: Vector;
  readonly cost: number;
  /** E + lambda_k P. */
  readonly objective: number;
  /** E + min_X <grad E, X - M>: no permutation costs less. */
  readonly bound: number;
}

export type ShuffleUpdate = Update<object, ShuffleTerms>;
