/** Data of two layers for the page; types only. */

import type { End, SideName, Vector } from '../../contract.ts';
import type { Interval } from '../../kernels/wilson.ts';
import type { GridView } from '../../landscapes/window.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { SideReading } from './network/reading.ts';

/** Plain data of an instance. */
export interface NetworkInfo {
  /** m, the neurons of the left side. */
  readonly neurons: number;
  /** d, the columns that a neuron weighs. */
  readonly columns: number;
  /** True if biases are free and a constant is added, the last number of each state. */
  readonly constant: boolean;
  /** The neurons that one state of the right side has room for. */
  readonly capacity: number;
  /** Weight of the squared parameters. */
  readonly beta: number;
  /** The planted network, flat as `forward` has it; null for own data. */
  readonly teacher: Vector | null;
  /** Which convex program knows the optimum: for sampled patterns its bound is no proof. */
  readonly program: 'exact' | 'hinges' | 'sampled';
  /** True if both layers of the left are trained. */
  readonly trained: boolean;
  /** True if the right side is that program; else it descends on the relaxation. */
  readonly solved: boolean;
}

/** Two networks to read, flat as the run has them, and what is to be drawn. */
export interface NetworksAsked {
  readonly left: Vector;
  readonly right: Vector;
  /** Unit directions (flat) at which the dual curves are read. */
  readonly directions: Vector;
  /** Places of the outputs over one feature; null for other data. */
  readonly xs: Vector | null;
  /** The window of the residual maps, with their cells a side; null where none is drawn. */
  readonly map: { readonly view: GridView; readonly size: number } | null;
  /** The network that the program stands at, flat; null where it is not known. */
  readonly program: Vector | null;
  /** True to count the neurons to which the left can be merged, which is slow for many. */
  readonly merge: boolean;
}

export interface NetworkReading extends Readonly<Record<SideName, SideReading>> {
  readonly teacherOutputs: Vector | null;
  /** Of the samples, in order; the features may be too many to be sent. */
  readonly labels: Vector;
  /** The least objective of known networks no wider than the left: its optimum is no larger. NaN where none is known. */
  readonly attained: number;
  /** Neurons that make the left's outputs at the data, by joining; null where they were not counted. */
  readonly merged: number | null;
}

/** The best possible objective, as the program knows it. */
export interface Optimum {
  readonly objective: number;
  /** Certified: no network of any width has a smaller one. */
  readonly lowerBound: number;
  readonly status: End;
  /** The optimal network, flat, zeros behind its last neuron. */
  readonly state: Vector;
}

/** A left neuron (from 0) of a flat network, and the cells of its landscape. */
export interface NeuronAsked {
  readonly left: Vector;
  readonly neuron: number;
  readonly view: GridView;
  readonly size: number;
}

/** A count of the starts from which descent comes within a tolerance of the optimum. */
export interface Successes {
  readonly done: number;
  readonly successes: number;
  readonly interval: Interval;
}

/** Both networks at one step. */
export type NetworksReading = Reading<'networks', NetworksAsked, NetworkReading>;
/** F over the two weights of a neuron, the others held, on a `size` x `size` grid; none unless neurons have two weights. */
export type NeuronReading = Reading<'neuron', NeuronAsked, Vector>;
/** The program, solved; none where it certifies nothing. */
export type OptimumReading = Reading<'optimum', null, Optimum>;
/** Counts successes among the first `seeds` starts; null without a certifying program. */
export type SuccessReading = Reading<
  'successes',
  { readonly seeds: number; readonly steps: number; readonly tolerance: number },
  Successes,
  Successes
>;

/**
 * Parts of a network's gradient at its weights (m x d first-layer weights, then m output weights, then the
 * constant where there is one). Arrays over samples are in the order of the told ones.
 */
export interface NetworkTerms {
  readonly neurons: number;
  readonly columns: number;
  readonly constant: boolean;
  /** rows x m: a_i.w_j. A sample is on for a neuron iff it is above 0. */
  readonly z: Vector;
  readonly outputs: Vector;
  /** Output less label. */
  readonly residuals: Vector;
  /**
   * rows x m: what sample i is multiplied with in the data's part of w_j's gradient, before the mean: residual_i alpha_j
   * where it is on; where it is off 0, and on a relaxed side -b y_i alpha_j. 0: it pulls nothing.
   */
  readonly slopes: Vector;
  /** m: of all n samples, those that are on for the neuron. One with none is dead. */
  readonly on: Int32Array<ArrayBuffer>;
  /** Of all n samples: the root of the mean squared residual. */
  readonly rms: number;
  /**
   * The gradient's parts, flat as the weights: the data's, beta times the weights, and what the relaxation adds (null on a
   * side without one). Both first add up to the gradient bit for bit; with the third the order of sums differs (1e-15).
   */
  readonly fit: Vector;
  readonly decay: Vector;
  readonly relaxed: Vector | null;
  /** b and b/n sum_j alpha_j y^T max(-A w_j, 0), what the relaxation adds to the loss; null on a side without one. */
  readonly charge: { readonly blend: number; readonly value: number } | null;
}

/** Of a network: the data's part of F at w_k and the penalty's. */
export interface PenaltyParts {
  readonly fit: number;
  readonly penalty: number;
}

export interface NetworkSideTerms {
  readonly network: NetworkTerms;
  /** Null where F is made of other parts. */
  readonly parts: PenaltyParts | null;
}

/** A direction u of the exact program's circle that a round takes in. */
export interface Taken {
  /** u, of length 1. */
  readonly direction: readonly [number, number];
  /** The sign of the block: 1 for v, -1 for u of the program. */
  readonly sign: 1 | -1;
  /** The dual curve there before the round, |r.relu(A u)|/n: above beta. */
  readonly height: number;
  /** The same once the blocks before it are in: what the length is made of. */
  readonly pull: number;
  /** ||relu(A u)||^2/n. */
  readonly squares: number;
  /** (pull - beta)/squares: the best length while the other blocks stay, a soft threshold. */
  readonly length: number;
}

/** A hinge of the lasso over one feature: (way (x - kink))_+ times sign length. */
export interface HingeTold {
  readonly kink: number;
  readonly way: 1 | -1;
  readonly sign: 1 | -1;
  readonly length: number;
}

/** One network of the program, as the run has it. */
export interface ProgramState {
  /** p neurons, flat as `forward` has them, without zeros behind; `constant` is added to their output. */
  readonly network: Vector;
  readonly constant: number;
  readonly objective: number;
  /** The best certified so far; NaN where nothing is certified. */
  readonly lowerBound: number;
}

/** One round of the program that takes the right side's place, from round k to the next. */
export interface RoundTerms {
  readonly k: number;
  readonly program: NetworkInfo['program'];
  readonly columns: number;
  readonly beta: number;
  readonly before: ProgramState;
  /** Null where the program has ended. */
  readonly after: ProgramState | null;
  /** Of the network before the round, in the order of the told samples: its output, and that less the label. */
  readonly outputs: Vector;
  readonly residuals: Vector;
  /** Of all n samples: the root of the mean squared residual. */
  readonly rms: number;
  /** Exact round: the largest |dual curve|/n, and the directions taken in. */
  readonly exact: { readonly largest: number; readonly taken: readonly Taken[] } | null;
  /** Of a round over hinges: the largest |H^T r|/n, the kinks beyond beta, and the hinges that are new after it. */
  readonly hinges: {
    readonly largest: number;
    readonly beyond: number;
    readonly came: readonly HingeTold[];
  } | null;
  /** Of a round over sampled patterns: its phase, patterns and duality gap over them, before and after. */
  readonly sampled: { readonly before: SampledFacts; readonly after: SampledFacts | null } | null;
}

export interface SampledFacts {
  readonly phase: 'gated' | 'relu';
  readonly patterns: number;
  readonly gap: number;
}

/** One update of both sides; of a right side that is solved, a round. */
export type NetworkUpdate = Update<NetworkSideTerms, RoundTerms>;
