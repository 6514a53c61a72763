/** Data of a network with K outputs for the page; types only. */

import type { SideName, Vector } from '../../contract.ts';
import type { GridView } from '../../landscapes/window.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';

/** Plain data of an instance, for the page. Matrices are row-major. */
export interface OutputsInfo {
  readonly kind: 'pie' | 'curve' | 'spiral' | 'words' | 'teacher' | 'csv';
  /** n samples, d columns of the features (a column of ones counted), K outputs, m neurons of the left. */
  readonly samples: number;
  readonly columns: number;
  readonly outputs: number;
  readonly neurons: number;
  readonly beta: number;
  /** True if the last column is all ones. */
  readonly hasOnes: boolean;
  /** The two features of each sample, flat, without the column of ones; null where there are not two. */
  readonly points: Vector | null;
  /** Y: n x K. */
  readonly labels: Vector;
  /** Names of the outputs; empty if they have none. */
  readonly outputNames: readonly string[];
  /** The class of each sample, from 0, where Y is one-hot; null for regression. */
  readonly classes: Int32Array<ArrayBuffer> | null;
  /** Atoms that one state of the right side has room for: (u, v) after (u, v), d + K numbers each, zeros behind the last. */
  readonly capacity: number;
  /** Source of the optimum: closed form, exact search of all directions, or none (sampled directions). */
  readonly program: 'closed' | 'exact' | 'sampled';
  readonly solver: 'newton' | 'fw';
  /** A lower bound of every network's objective that needs no program. */
  readonly svdBound: number;
  /** Of the labels, largest first: K numbers. With `program` closed, the target of number k is max(s_k - n beta, 0). */
  readonly singularValues: Vector;
  /** An upper bound of the share of starts from which descent can succeed; null where none is known. */
  readonly startShare: number | null;
  /** The given network of `teacher`, its neurons one after the other as (u, v); null of other data. */
  readonly teacher: Vector | null;
}

/** Both networks at the step that is shown, as their neurons one after the other: (u, v), d + K numbers each. */
export interface NetworksAsked {
  readonly left: Vector;
  readonly right: Vector;
}

/** The dual curve of one residual over the circle, in the order of the angle (planar features). */
export interface CurveTold {
  /** Unit directions, flat: rays of the arrangement, and evenly spaced ones between them. */
  readonly directions: Vector;
  /** eta/n at each: at an optimum nowhere above beta. */
  readonly heights: Vector;
  /** The unit output direction g = R^T relu(A u)/eta at each, K numbers; zeros where eta is 0. */
  readonly outputs: Vector;
}

/** Wedges of the input plane from the origin on which one output is largest: planar features without a bias. */
export interface WedgesTold {
  /** Unit directions at which the class changes, flat, counter-clockwise; none where one class holds everywhere. */
  readonly borders: Vector;
  /** The class from each border on, counter-clockwise, -1 where outputs tie; one number where there is no border. */
  readonly classes: Int32Array<ArrayBuffer>;
}

/** One network, as drawn. */
export interface NetworkTold {
  /** ||u|| ||v|| of each neuron. */
  readonly weights: Vector;
  /** 1 for a neuron that is off on every sample. */
  readonly dead: Uint8Array<ArrayBuffer>;
  /** Z: n x K. */
  readonly fitted: Vector;
  /** Of Z, largest first: K numbers. */
  readonly singularValues: Vector;
  /** The class of each sample's largest output, from 0; -1 where others are as large, up to rounding: a tie is no answer. Null for regression. */
  readonly answers: Int32Array<ArrayBuffer> | null;
  /** The share of samples whose answer is their class; NaN for regression. */
  readonly accuracy: number;
  /** Null where features are not planar. */
  readonly curve: CurveTold | null;
  /** Null where classes are no wedges. */
  readonly wedges: WedgesTold | null;
  /** Of two outputs over one feature: (t, z_1, z_2) at the ends of the data and at each kink between them, flat, in the order of t; else null. */
  readonly polygon: Vector | null;
}

export interface NetworksTold extends Readonly<Record<SideName, NetworkTold>> {
  /** Neurons of the left that share a direction with another one count once. */
  readonly directions: number;
}

/** The class of the largest output on a grid over two features, -1 where outputs tie, one number a cell, rows from below; null of other data. */
export interface RegionsAsked extends NetworksAsked {
  readonly view: GridView;
  readonly size: number;
}

/** eta/n of the right's residual over oriented lines of the input plane {x: x.(cos, sin) = offset}, cell by cell, rows from the least offset. */
export interface LinesAsked {
  readonly right: Vector;
  /** Angles from 0 to 2 pi over `width` cells, offsets from -reach to reach over `height`. */
  readonly reach: number;
  readonly width: number;
  readonly height: number;
}

/** The copositive test of the sector that holds a direction (planar features). */
export interface SectorAsked {
  /** The network whose residual is tested, as neurons. */
  readonly network: Vector;
  readonly direction: readonly [number, number];
}

/**
 * With L = R/n and S its sector's 2 x K sum: T = E^T (beta^2 I - S S^T) E = [[a, b], [b, c]], the columns of E being the sector's rays. The
 * dual constraint holds in the sector iff T is copositive: a >= 0, c >= 0 and b + sqrt(a c) >= 0.
 */
export interface SectorTold {
  /** Both rays, unit, flat; counter-clockwise. */
  readonly rays: Vector;
  /** S S^T as (xx, xy, yy): eta^2/n^2 = u^T S S^T u in this sector. */
  readonly form: readonly [number, number, number];
  readonly a: number;
  readonly b: number;
  readonly c: number;
  /** The least of a, c and b + sqrt(max(a, 0) max(c, 0)). */
  readonly slack: number;
  /** The least slack of all sectors. */
  readonly least: number;
  /** Samples that are active in it. */
  readonly active: number;
}

/** Both networks as pictures need them. */
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
  /** rows x m: a_i.u_j. A sample is active for a neuron iff it is above 0. */
  readonly z: Vector;
  /** rows x K: the network's outputs, and those less the labels. */
  readonly fitted: Vector;
  readonly residuals: Vector;
  /** rows x m: residual_i.v_j where active, else 0: what a_i is multiplied with in u_j's gradient, before the mean. */
  readonly slopes: Vector;
  /** m: of all n samples, those that are active for the neuron. One with none is dead. */
  readonly on: Int32Array<ArrayBuffer>;
  /** Of all n samples: the root of the mean squared length of the residual. */
  readonly rms: number;
  /** The gradient's parts, flat as the weights: the data's and beta times the weights. They add up to it bit for bit. */
  readonly fit: Vector;
  readonly decay: Vector;
}

export interface OutputSideTerms {
  readonly network: OutputTerms;
  /** F, in two parts. */
  readonly parts: { readonly fit: number; readonly penalty: number };
}

/** A direction that a round takes in; all of it made from relu(A u). */
export interface TouchTold {
  /** u, of length 1: d numbers. */
  readonly direction: Vector;
  /** g = R^T relu(A u)/eta, of length 1: K numbers. */
  readonly output: Vector;
  /** eta/n = ||R^T relu(A u)||/n: above beta. */
  readonly height: number;
  /** ||relu(A u)||^2/n. */
  readonly squares: number;
  /** The weight that it begins with: (height - beta)/(2 squares), half of what is best for it alone; of Frank-Wolfe share times cap. */
  readonly weight: number;
}

/** One network of the right side, as the run has it. */
export interface ProgramState {
  /** Neurons (u, v), one after the other. */
  readonly atoms: Vector;
  readonly objective: number;
  /** The best certified so far; NaN where nothing is certified. */
  readonly lowerBound: number;
}

/** A round of Frank-Wolfe on the segment from (Z, tau) to a vertex (cap h g^T, cap), h = relu(A u), or to (0, 0) where nothing is taken in. */
export interface FrankWolfeTold {
  readonly cap: number;
  /** The bound of N(Z) that the penalty counts, before the round and after it. */
  readonly tau: number;
  readonly nextTau: number;
  /** Minus the objective's slope at the beginning of the segment, and its curvature along it: share = slope/curvature, clipped to [0, 1]. */
  readonly slope: number;
  readonly curvature: number;
  readonly share: number;
}

/** A class of the closed form: s = sqrt(size) is a singular value of the labels; (s - n beta)_+ that of the optimum. */
export interface ClassTold {
  readonly size: number;
  readonly value: number;
  readonly target: number;
  /** min(s, n beta)^2/(2n) and beta (s - n beta)_+, which add up to P over the classes. */
  readonly fit: number;
  readonly penalty: number;
}

/** One round of the right side, from round k to the next. */
export interface OutputRound
  extends Pick<OutputsInfo, 'program' | 'solver' | 'columns' | 'outputs' | 'beta'> {
  readonly k: number;
  readonly before: ProgramState;
  /** Null where the program has ended. */
  readonly after: ProgramState | null;
  /** rows x K, of the network before the round: outputs, and those less the labels. */
  readonly fitted: Vector;
  readonly residuals: Vector;
  readonly rms: number;
  /** Directions that the round takes in; none for the closed form. */
  readonly taken: readonly TouchTold[];
  readonly frankWolfe: FrankWolfeTold | null;
  /** Null but of the closed form. */
  readonly classes: readonly ClassTold[] | null;
}

/** One update of descent beside one round of the program. */
export type OutputsUpdate = Update<OutputSideTerms, OutputRound>;
