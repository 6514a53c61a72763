/** Types of one neuron for the page. */

import type { SideName, Vector } from '../../contract.ts';
import type { MovedReading, Reading, RowReading } from '../../problem.ts';
import type { SideUpdate, Update } from '../../update/read-update.ts';

/** Values of the explained samples on one side at w, in order. */
export interface SampleTerms {
  /** a_i.w */
  readonly z: Vector;
  /** relu_s(a_i.w) */
  readonly outputs: Vector;
  /** relu_s(a_i.w) - y_i */
  readonly residuals: Vector;
  /** d loss_i / dz, the factor of a_i in the gradient. */
  readonly slopes: Vector;
  /** rows x d: part of the downhill direction, -slope_i a_i / n, in original units. */
  readonly moves: Vector;
  /** Of all n samples: active; inactive; inactive but pulling. */
  readonly on: number;
  readonly off: number;
  readonly pulling: number;
  /** Root mean square of all n residuals. */
  readonly rms: number;
}

export interface NeuronSideTerms extends Pick<SideUpdate, 'descents' | 'losses' | 'pull'> {
  /** Null for infinitely many. */
  readonly samples: SampleTerms | null;
}

export type NeuronUpdate = Update<NeuronSideTerms>;

export interface SideOfSample {
  readonly losses: Vector;
  /** Pre-activation at the requested weights, with loss and d loss / dz. */
  readonly z: number;
  readonly loss: number;
  readonly slope: number;
  /** Active among all n at those weights. */
  readonly active: number;
}

/** Losses of the sample that best shows the penalty. */
export interface SampleLosses extends Readonly<Record<SideName, SideOfSample>> {
  /** From 0. */
  readonly row: number;
  readonly label: number;
  /** Evenly spaced pre-activations, 0 in the middle. */
  readonly zs: Vector;
}

/** `asked`: the weights of both sides, original units, length d. */
export type SampleReading = Reading<'sample', Readonly<Record<SideName, Vector>>, SampleLosses>;

export type NeuronReading = SampleReading | RowReading | MovedReading;
