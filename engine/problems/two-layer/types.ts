/** Types that the page may import. */

import type { End, SideName, Vector } from '../../contract.ts';
import type { Interval } from '../../kernels/wilson.ts';
import type { GridView } from '../../landscapes/window.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { SideReading } from './network/reading.ts';

/** Public data of an opened scenario of two layers. */
export interface NetworkInfo {
  /** m of the left side. */
  readonly neurons: number;
  /** d. */
  readonly columns: number;
  /** True if biases are free: each state then ends with the constant. */
  readonly constant: boolean;
  /** Neurons that fit in a right state. */
  readonly capacity: number;
  readonly beta: number;
  /** Planted network, flat as in `forward`; null for own data. */
  readonly teacher: Vector | null;
  /** Program of the optimum; the bound of `sampled` is no proof. */
  readonly program: 'exact' | 'hinges' | 'sampled';
  /** True if both layers of the left are trained. */
  readonly trained: boolean;
  /** True if the right is that program; else it descends on the relaxation. */
  readonly solved: boolean;
}

/** Two networks to read, flat as in the run. */
export interface NetworksAsked {
  readonly left: Vector;
  readonly right: Vector;
  /** Unit directions (flat) for the dual curves. */
  readonly directions: Vector;
  /** Places for outputs over one feature; null for other data. */
  readonly xs: Vector | null;
  /** Window of the residual maps, `size` cells a side; null if not drawn. */
  readonly map: { readonly view: GridView; readonly size: number } | null;
  /** Program's network, flat; null if unknown. */
  readonly program: Vector | null;
  /** True counts the left's merged neurons, slow for many. */
  readonly merge: boolean;
}

export interface NetworkReading extends Readonly<Record<SideName, SideReading>> {
  readonly teacherOutputs: Vector | null;
  /** Labels of the samples, in order; the features may be too many to send. */
  readonly labels: Vector;
  /** Least objective of known networks no wider than the left, an upper bound of its optimum; NaN if none. */
  readonly attained: number;
  /** Joined neurons that reproduce the left's outputs at the data; null if not counted. */
  readonly merged: number | null;
}

export interface Optimum {
  readonly objective: number;
  /** Certified lower bound for networks of any width. */
  readonly lowerBound: number;
  readonly status: End;
  /** Optimal network, flat, padded with zeros. */
  readonly state: Vector;
}

/** Left neuron (from 0) of a flat network, and its landscape's grid. */
export interface NeuronAsked {
  readonly left: Vector;
  readonly neuron: number;
  readonly view: GridView;
  readonly size: number;
}

/** Starts from which descent comes within a tolerance of the optimum. */
export interface Successes {
  readonly done: number;
  readonly successes: number;
  readonly interval: Interval;
}

export type NetworksReading = Reading<'networks', NetworksAsked, NetworkReading>;
/** F over a neuron's two weights, the others fixed, on a `size` x `size` grid; none unless neurons have two weights. */
export type NeuronReading = Reading<'neuron', NeuronAsked, Vector>;
/** The solved program; none if it certifies nothing. */
export type OptimumReading = Reading<'optimum', null, Optimum>;
/** Successes among the first `seeds` starts; none without a program that certifies. */
export type SuccessReading = Reading<
  'successes',
  { readonly seeds: number; readonly steps: number; readonly tolerance: number },
  Successes,
  Successes
>;

/**
 * Parts of a network's gradient at its weights (m x d first-layer, m output, the constant if any). Arrays over samples follow the reported
 * samples.
 */
export interface NetworkTerms {
  readonly neurons: number;
  readonly columns: number;
  readonly constant: boolean;
  /** rows x m: a_i.w_j. A sample is on iff it is positive. */
  readonly z: Vector;
  readonly outputs: Vector;
  /** Outputs minus labels. */
  readonly residuals: Vector;
  /**
   * rows x m: factor of sample i in the data part of w_j's gradient, before the mean: residual_i alpha_j if on; if off 0, or -b y_i alpha_j
   * on a relaxed side.
   */
  readonly slopes: Vector;
  /** m: number of all n samples that are on; 0 if dead. */
  readonly on: Int32Array<ArrayBuffer>;
  /** Root mean square of all n residuals. */
  readonly rms: number;
  /**
   * Parts of the gradient, flat as the weights: data, beta times the weights, relaxation (null without one). The first two sum to the
   * gradient bit for bit; with the third to 1e-15.
   */
  readonly fit: Vector;
  readonly decay: Vector;
  readonly relaxed: Vector | null;
  /** b and b/n sum_j alpha_j y^T max(-A w_j, 0), the relaxation's term of the loss; null without one. */
  readonly charge: { readonly blend: number; readonly value: number } | null;
}

/** Data and penalty parts of F at w_k. */
export interface PenaltyParts {
  readonly fit: number;
  readonly penalty: number;
}

export interface NetworkSideTerms {
  readonly network: NetworkTerms;
  /** Null if F has other parts. */
  readonly parts: PenaltyParts | null;
}

/** Direction u that a round of the exact program adds. */
export interface Taken {
  /** u, of length 1. */
  readonly direction: readonly [number, number];
  /** Sign of the block: 1 for v, -1 for u of the program. */
  readonly sign: 1 | -1;
  /** Dual curve there before the round, |r.relu(A u)|/n; above beta. */
  readonly height: number;
  /** Dual curve after the blocks before it; determines the length. */
  readonly pull: number;
  /** ||relu(A u)||^2/n. */
  readonly squares: number;
  /** (pull - beta)/squares: best length while others are fixed, a soft threshold. */
  readonly length: number;
}

/** A hinge of the lasso over one feature: (way (x - kink))_+ times sign length. */
export interface HingeTold {
  readonly kink: number;
  readonly way: 1 | -1;
  readonly sign: 1 | -1;
  readonly length: number;
}

/** The program's network, as in the run. */
export interface ProgramState {
  /** p neurons, flat as in `forward`, without trailing zeros; `constant` is added to their output. */
  readonly network: Vector;
  readonly constant: number;
  readonly objective: number;
  /** Best certified so far; NaN if none. */
  readonly lowerBound: number;
}

export interface RoundTerms {
  readonly k: number;
  readonly program: NetworkInfo['program'];
  readonly columns: number;
  readonly beta: number;
  readonly before: ProgramState;
  /** Null if the program has ended. */
  readonly after: ProgramState | null;
  /** Before the round, in the order of the reported samples. */
  readonly outputs: Vector;
  readonly residuals: Vector;
  /** Root mean square of all n residuals. */
  readonly rms: number;
  /** Exact round: largest |dual curve|/n, and added directions. */
  readonly exact: { readonly largest: number; readonly taken: readonly Taken[] } | null;
  /** Rounds over hinges: largest |H^T r|/n, kinks beyond beta, and added hinges. */
  readonly hinges: {
    readonly largest: number;
    readonly beyond: number;
    readonly came: readonly HingeTold[];
  } | null;
  /** Rounds over sampled patterns: phase, patterns and duality gap, before and after. */
  readonly sampled: { readonly before: SampledFacts; readonly after: SampledFacts | null } | null;
}

export interface SampledFacts {
  readonly phase: 'gated' | 'relu';
  readonly patterns: number;
  readonly gap: number;
}

/** An update of both sides; a solved right side takes a round. */
export type NetworkUpdate = Update<NetworkSideTerms, RoundTerms>;
