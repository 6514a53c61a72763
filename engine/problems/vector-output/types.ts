/** Data of a network with K outputs for the page; types only. */

import type { SideName, Vector } from '../../contract.ts';
import type { GridView } from '../../landscapes/window.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';

/** Instance data; matrices are row-major. */
export interface OutputsInfo {
  readonly kind: 'pie' | 'curve' | 'spiral' | 'words' | 'teacher' | 'csv';
  /** n, d (a column of ones included), K and m (left). */
  readonly samples: number;
  readonly columns: number;
  readonly outputs: number;
  readonly neurons: number;
  readonly beta: number;
  readonly hasOnes: boolean;
  /** Both features per sample, flat, without the ones; null unless there are two. */
  readonly points: Vector | null;
  /** Y: n x K. */
  readonly labels: Vector;
  /** Empty if the outputs have no names. */
  readonly outputNames: readonly string[];
  /** From 0; null for regression. */
  readonly classes: Int32Array<ArrayBuffer> | null;
  /** Atoms that fit in a state of the right: consecutive (u, v), zero-padded. */
  readonly capacity: number;
  /** Source of the optimum: closed form, exact search, or none (sampled directions). */
  readonly program: 'closed' | 'exact' | 'sampled';
  readonly solver: 'newton' | 'fw';
  /** Lower bound of every network's objective, without a program. */
  readonly svdBound: number;
  /** Of the labels, descending (K). If `program` is closed, number k has the target max(s_k - n beta, 0). */
  readonly singularValues: Vector;
  /** Upper bound of the share of starts that succeed; null if unknown. */
  readonly startShare: number | null;
  /** Consecutive (u, v); null for other data. */
  readonly teacher: Vector | null;
}

/** Both networks as consecutive (u, v) of d + K numbers. */
export interface NetworksAsked {
  readonly left: Vector;
  readonly right: Vector;
}

/** Dual curve of a residual by angle (planar features). */
export interface CurveTold {
  /** Unit, flat: rays of the arrangement and even directions between them. */
  readonly directions: Vector;
  /** eta/n at each; at most beta at an optimum. */
  readonly heights: Vector;
  /** Unit g = R^T relu(A u)/eta at each (K); zeros if eta is 0. */
  readonly outputs: Vector;
}

/** Wedges of the input plane in which one output is largest (planar features without bias). */
export interface WedgesTold {
  /** Unit directions of class changes, flat, counter-clockwise; may be empty. */
  readonly borders: Vector;
  /** Class after each border, -1 for ties; one number without borders. */
  readonly classes: Int32Array<ArrayBuffer>;
}

export interface NetworkTold {
  /** ||u|| ||v|| of each neuron. */
  readonly weights: Vector;
  /** 1 for a neuron that is off on every sample. */
  readonly dead: Uint8Array<ArrayBuffer>;
  /** Z: n x K. */
  readonly fitted: Vector;
  /** Of Z, descending (K). */
  readonly singularValues: Vector;
  /** Class of each sample's largest output, from 0; -1 for a tie up to rounding. Null for regression. */
  readonly answers: Int32Array<ArrayBuffer> | null;
  /** NaN for regression. */
  readonly accuracy: number;
  /** Null unless features are planar. */
  readonly curve: CurveTold | null;
  /** Null unless classes are wedges. */
  readonly wedges: WedgesTold | null;
  /** Two outputs over one feature: flat (t, z_1, z_2) at the data's ends and the kinks between; else null. */
  readonly polygon: Vector | null;
}

export interface NetworksTold extends Readonly<Record<SideName, NetworkTold>> {
  /** Distinct directions of the left's neurons. */
  readonly directions: number;
}

/** Class of the largest output per cell over two features, -1 for ties, bottom row first; null for other data. */
export interface RegionsAsked extends NetworksAsked {
  readonly view: GridView;
  readonly size: number;
}

/** eta/n of the right's residual over oriented lines {x: x.(cos, sin) = offset}, rows by ascending offset. */
export interface LinesAsked {
  readonly right: Vector;
  /** Angles from 0 to 2 pi over `width` cells, offsets from -reach to reach over `height`. */
  readonly reach: number;
  readonly width: number;
  readonly height: number;
}

/** Copositive test of the sector of a direction (planar features). */
export interface SectorAsked {
  /** Neurons. */
  readonly network: Vector;
  readonly direction: readonly [number, number];
}

/**
 * With L = R/n and S the sector's 2 x K sum: T = E^T (beta^2 I - S S^T) E = [[a, b], [b, c]], E's columns the sector's rays. The dual
 * constraint holds in the sector iff T is copositive: a >= 0, c >= 0 and b + sqrt(a c) >= 0.
 */
export interface SectorTold {
  /** Unit, flat, counter-clockwise. */
  readonly rays: Vector;
  /** S S^T as (xx, xy, yy): eta^2/n^2 = u^T S S^T u in this sector. */
  readonly form: readonly [number, number, number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** Least of a, c and b + sqrt(max(a, 0) max(c, 0)). */
  readonly slack: number;
  /** Of all sectors. */
  readonly least: number;
  readonly active: number;
}

export type NetworksReading = Reading<'networks', NetworksAsked, NetworksTold>;
export type RegionsReading = Reading<
  'regions',
  RegionsAsked,
  Readonly<Record<SideName, Int8Array<ArrayBuffer>>>
>;
export type LinesReading = Reading<'lines', LinesAsked, Vector>;
/** The lowest F of one network for each output, in all. */
export type SeparateReading = Reading<'separate', null, number>;
export type SectorReading = Reading<'sector', SectorAsked, SectorTold>;

/** Parts of F and its gradient at the left's weights, in the order of the reported samples. */
export interface OutputTerms extends Pick<OutputsInfo, 'neurons' | 'columns' | 'outputs'> {
  /** rows x m: a_i.u_j; the sample is active iff positive. */
  readonly z: Vector;
  /** rows x K; residuals are outputs minus labels. */
  readonly fitted: Vector;
  readonly residuals: Vector;
  /** rows x m: residual_i.v_j if active, else 0; factor of a_i in u_j's gradient before the mean. */
  readonly slopes: Vector;
  /** m: active samples among all n; 0 if the neuron is dead. */
  readonly on: Int32Array<ArrayBuffer>;
  /** Root mean squared length of all n. */
  readonly rms: number;
  /** Gradient of the data term, and beta times the weights, flat as the weights. They add up bit for bit. */
  readonly fit: Vector;
  readonly decay: Vector;
}

export interface OutputSideTerms {
  readonly network: OutputTerms;
  readonly parts: { readonly fit: number; readonly penalty: number };
}

/** Direction that a round adds, computed from relu(A u). */
export interface TouchTold {
  /** Unit u (d). */
  readonly direction: Vector;
  /** Unit g = R^T relu(A u)/eta (K). */
  readonly output: Vector;
  /** eta/n, above beta. */
  readonly height: number;
  /** ||relu(A u)||^2/n. */
  readonly squares: number;
  /** Initial weight: (height - beta)/(2 squares), half the best alone; for Frank-Wolfe share times cap. */
  readonly weight: number;
}

export interface ProgramState {
  /** Consecutive neurons (u, v). */
  readonly atoms: Vector;
  readonly objective: number;
  /** Best so far; NaN if none. */
  readonly lowerBound: number;
}

/** Segment from (Z, tau) to the vertex (cap h g^T, cap), h = relu(A u), or to (0, 0) if nothing is added. */
export interface FrankWolfeTold {
  readonly cap: number;
  /** Bound of N(Z), before and after the round. */
  readonly tau: number;
  readonly nextTau: number;
  /** Minus the objective's initial slope, and its curvature: share = slope/curvature, clipped to [0, 1]. */
  readonly slope: number;
  readonly curvature: number;
  readonly share: number;
}

/** Class of the closed form: s = sqrt(size) is a singular value of the labels, target (s - n beta)_+ the optimum's. */
export interface ClassTold {
  readonly size: number;
  readonly value: number;
  readonly target: number;
  /** min(s, n beta)^2/(2n) and beta (s - n beta)_+, which sum to P over the classes. */
  readonly fit: number;
  readonly penalty: number;
}

export interface OutputRound
  extends Pick<OutputsInfo, 'program' | 'solver' | 'columns' | 'outputs' | 'beta'> {
  readonly k: number;
  readonly before: ProgramState;
  /** Null if the program has ended. */
  readonly after: ProgramState | null;
  /** rows x K before the round; residuals are outputs minus labels. */
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
