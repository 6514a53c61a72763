/** What the page may know of two layers: types only. */

import type { End, SideName, Vector } from '../../contract.ts';
import type { Interval } from '../../kernels/wilson.ts';
import type { GridView } from '../../landscapes/window.ts';
import type { Reading } from '../../problem.ts';
import type { SideReading } from './network-reading.ts';

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

/** Two networks to read, flat as the run has them, and what is to be drawn. */
export interface NetworksAsked {
  readonly left: Vector;
  readonly right: Vector;
  /** Unit directions (flat) at which the dual curves are read. */
  readonly directions: Vector;
  /** Where outputs over one feature are read; null for other data. */
  readonly xs: Vector | null;
  /** The window of the residual maps, with their cells a side; null where none is drawn. */
  readonly map: { readonly view: GridView; readonly size: number } | null;
  /** The network that the program stands at, flat; null where it is not known. */
  readonly program: Vector | null;
  /** Whether the neurons that the left can be merged to are counted: it takes a moment where they are many. */
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
/** How many of the first `seeds` starts succeed; none without a program that certifies. */
export type SuccessReading = Reading<
  'successes',
  { readonly seeds: number; readonly steps: number; readonly tolerance: number },
  Successes,
  Successes
>;
