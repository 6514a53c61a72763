/** Data of a network with K outputs for the page; types only. */

import type { SideName, Vector } from '../../contract.ts';
import type { GridView } from '../../landscapes/window.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';

/** Plain data of an instance. Matrices are row-major. */
export interface OutputsInfo {
  readonly kind: 'pie' | 'curve' | 'spiral' | 'words' | 'teacher' | 'csv';
  /** n samples, d columns (a column of ones included), K outputs, m neurons of the left. */
  readonly samples: number;
  readonly columns: number;
  readonly outputs: number;
  readonly neurons: number;
  readonly beta: number;
  /** True if the last column is all ones. */
  readonly hasOnes: boolean;
  /** Two features per sample, flat, without the column of ones; null for other numbers of features. */
  readonly points: Vector | null;
  /** Y: n x K. */
  readonly labels: Vector;
  /** Names of the outputs; empty if they have none. */
  readonly outputNames: readonly string[];
  /** Class of each sample, from 0, if Y is one-hot; null for regression. */
  readonly classes: Int32Array<ArrayBuffer> | null;
  /** Atoms that a state of the right side has room for: consecutive (u, v) of d + K numbers, padded with zeros. */
  readonly capacity: number;
  /** Source of the optimum: closed form, exact search of all directions, or none (sampled directions). */
  readonly program: 'closed' | 'exact' | 'sampled';
  readonly solver: 'newton' | 'fw';
  /** Lower bound of every network's objective, without a program. */
  readonly svdBound: number;
  /** Singular values of the labels, descending: K numbers. If `program` is closed, number k has the target max(s_k - n beta, 0). */
  readonly singularValues: Vector;
  /** Upper bound of the share of starts that can succeed; null if unknown. */
  readonly startShare: number | null;
  /** Network given by `teacher`, consecutive (u, v); null for other data. */
  readonly teacher: Vector | null;
}

/** Both networks at the shown step, as consecutive (u, v) of d + K numbers. */
export interface NetworksAsked {
  readonly left: Vector;
  readonly right: Vector;
}

/** Dual curve of a residual over the circle, by angle (planar features). */
export interface CurveTold {
  /** Unit directions, flat: rays of the arrangement, and evenly spaced ones between them. */
  readonly directions: Vector;
  /** eta/n at each; at most beta at an optimum. */
  readonly heights: Vector;
  /** Unit output direction g = R^T relu(A u)/eta at each, K numbers; zeros if eta is 0. */
  readonly outputs: Vector;
}

/** Wedges of the input plane in which one output is largest (planar features without bias). */
export interface WedgesTold {
  /** Unit directions at which the class changes, flat, counter-clockwise; none if it never changes. */
  readonly borders: Vector;
  /** Class after each border, counter-clockwise, -1 for ties; one number without borders. */
  readonly classes: Int32Array<ArrayBuffer>;
}

export interface NetworkTold {
  /** ||u|| ||v|| of each neuron. */
  readonly weights: Vector;
  /** 1 for a neuron that is off on every sample. */
  readonly dead: Uint8Array<ArrayBuffer>;
  /** Z: n x K. */
  readonly fitted: Vector;
  /** Singular values of Z, descending: K numbers. */
  readonly singularValues: Vector;
  /** Class of each sample's largest output, from 0; -1 for a tie up to rounding, which is no answer. Null for regression. */
  readonly answers: Int32Array<ArrayBuffer> | null;
  /** Share of samples answered with their class; NaN for regression. */
  readonly accuracy: number;
  /** Null unless features are planar. */
  readonly curve: CurveTold | null;
  /** Null unless classes are wedges. */
  readonly wedges: WedgesTold | null;
  /** Two outputs over one feature: (t, z_1, z_2) at the ends of the data and the kinks between, flat, by t; else null. */
  readonly polygon: Vector | null;
}

export interface NetworksTold extends Readonly<Record<SideName, NetworkTold>> {
  /** Neurons of the left; those of one direction count once. */
  readonly directions: number;
}

/** Class of the largest output on a grid over two features, -1 for ties, one number per cell, bottom row first; null for other data. */
export interface RegionsAsked extends NetworksAsked {
  readonly view: GridView;
  readonly size: number;
}

/** eta/n of the right's residual over oriented lines {x: x.(cos, sin) = offset} of the input plane, per cell, rows by ascending offset. */
export interface LinesAsked {
  readonly right: Vector;
  /** Angles from 0 to 2 pi over `width` cells, offsets from -reach to reach over `height`. */
  readonly reach: number;
  readonly width: number;
  readonly height: number;
}

/** Copositive test of the sector of a direction (planar features). */
export interface SectorAsked {
  /** Neurons of the network whose residual is tested. */
  readonly network: Vector;
  readonly direction: readonly [number, number];
}

/**
 * With L = R/n and S its sector's 2 x K sum: T = E^T (beta^2 I - S S^T) E = [[a, b], [b, c]], the columns of E being the sector's rays. The
 * dual constraint holds in the sector iff T is copositive: a >= 0, c >= 0 and b + sqrt(a c) >= 0.
 */
export interface SectorTold {
  /** Both unit rays, flat, counter-clockwise. */
  readonly rays: Vector;
  /** S S^T as (xx, xy, yy): eta^2/n^2 = u^T S S^T u in this sector. */
  readonly form: readonly [number, number, number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Least of a, c and b + sqrt(max(a, 0) max(c, 0)). */
  readonly slack: number;
  /** Least slack of all sectors. */
  readonly least: number;
  /** Samples active in it. */
  readonly active: number;
}

export type NetworksReading = Reading<'networks', NetworksAsked, NetworksTold>;
export type RegionsReading = Reading<
  'regions',
  RegionsAsked,
  Readonly<Record<SideName, Int8Array<ArrayBuffer>>>
>;
export type LinesReading = Reading<'lines', LinesAsked, Vector>;
export type SectorReading = Reading<'sector', SectorAsked, SectorTold>;

/** Parts of F and its gradient at the left's weights, in the order of the told samples. */
export interface OutputTerms extends Pick<OutputsInfo, 'neurons' | 'columns' | 'outputs'> {
  /** rows x m: a_i.u_j. A sample is active for a neuron iff it is positive. */
  readonly z: Vector;
  /** rows x K: outputs, and outputs minus labels. */
  readonly fitted: Vector;
  readonly residuals: Vector;
  /** rows x m: residual_i.v_j if active, else 0: the factor of a_i in u_j's gradient, before the mean. */
  readonly slopes: Vector;
  /** m: number of all n samples that are active for the neuron; 0 if it is dead. */
  readonly on: Int32Array<ArrayBuffer>;
  /** Root mean squared length of all n residuals. */
  readonly rms: number;
  /** Parts of the gradient, flat as the weights: the data's, and beta times the weights. They add up bit for bit. */
  readonly fit: Vector;
  readonly decay: Vector;
}

export interface OutputSideTerms {
  readonly network: OutputTerms;
  readonly parts: { readonly fit: number; readonly penalty: number };
}

/** Direction that a round adds, computed from relu(A u). */
export interface TouchTold {
  /** u, of length 1: d numbers. */
  readonly direction: Vector;
  /** g = R^T relu(A u)/eta, of length 1: K numbers. */
  readonly output: Vector;
  /** eta/n = ||R^T relu(A u)||/n; above beta. */
  readonly height: number;
  /** ||relu(A u)||^2/n. */
  readonly squares: number;
  /** Initial weight: (height - beta)/(2 squares), half of the best for it alone; for Frank-Wolfe share times cap. */
  readonly weight: number;
}

/** A network of the right side, as in the run. */
export interface ProgramState {
  /** Consecutive neurons (u, v). */
  readonly atoms: Vector;
  readonly objective: number;
  /** Best certified so far; NaN if none. */
  readonly lowerBound: number;
}

/** Frank-Wolfe round on the segment from (Z, tau) to a vertex (cap h g^T, cap), h = relu(A u), or to (0, 0) if nothing is added. */
export interface FrankWolfeTold {
  readonly cap: number;
  /** Bound of N(Z) in the penalty, before and after the round. */
  readonly tau: number;
  readonly nextTau: number;
  /** Minus the initial slope of the objective on the segment, and its curvature: share = slope/curvature, clipped to [0, 1]. */
  readonly slope: number;
  readonly curvature: number;
  readonly share: number;
}

/** Class of the closed form: s = sqrt(size) is a singular value of the labels, (s - n beta)_+ that of the optimum. */
export interface ClassTold {
  readonly size: number;
  readonly value: number;
  readonly target: number;
  /** min(s, n beta)^2/(2n) and beta (s - n beta)_+, which sum to P over the classes. */
  readonly fit: number;
  readonly penalty: number;
}

/** Round k of the right side. */
export interface OutputRound
  extends Pick<OutputsInfo, 'program' | 'solver' | 'columns' | 'outputs' | 'beta'> {
  readonly k: number;
  readonly before: ProgramState;
  /** Null if the program has ended. */
  readonly after: ProgramState | null;
  /** rows x K, before the round: outputs, and outputs minus labels. */
  readonly fitted: Vector;
  readonly residuals: Vector;
  readonly rms: number;
  /** Directions added; none for the closed form. */
  readonly taken: readonly TouchTold[];
  readonly frankWolfe: FrankWolfeTold | null;
  /** Null except for the closed form. */
  readonly classes: readonly ClassTold[] | null;
}

export type OutputsUpdate = Update<OutputSideTerms, OutputRound>;
