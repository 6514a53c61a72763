/** Types of one neuron for the page. */

import type { SideName, Vector } from '../../contract.ts';
import type { MovedReading, Reading, RowReading } from '../../problem.ts';
import type { SideUpdate, Update } from '../../update/read-update.ts';

/** Values of the explained samples on one side at w, in their order. */
export interface SampleTerms {
  /** a_i.w */
  readonly z: Vector;
  /** relu_s(a_i.w) */
  readonly outputs: Vector;
  /** relu_s(a_i.w) - y_i */
  readonly residuals: Vector;
  /** d loss_i / dz, the sample's factor in the gradient; 0 pulls nothing. */
  readonly slopes: Vector;
  /** rows x d: its part of the downhill direction, -slope_i a_i / n, as a move in original units. */
  readonly moves: Vector;
  /** Of all n samples: active; inactive; inactive but pulling. */
  readonly on: number;
  readonly off: number;
  readonly pulling: number;
  /** Root of the mean squared residual over all n samples. */
  readonly rms: number;
}

/** Further terms of a one-neuron update. */
export interface NeuronSideTerms extends Pick<SideUpdate, 'descents' | 'losses' | 'pull'> {
  /** Null for infinitely many. */
  readonly samples: SampleTerms | null;
}

export type NeuronUpdate = Update<NeuronSideTerms>;

/** One sample's loss on one side, over its pre-activation. */
export interface SideOfSample {
  readonly losses: Vector;
  /** Pre-activation at the requested weights, with loss and d loss / dz there. */
  readonly z: number;
  readonly loss: number;
  readonly slope: number;
  /** Active samples among all n at those weights. */
  readonly active: number;
}

/** The losses of the sample that best shows the penalty. */
export interface SampleLosses extends Readonly<Record<SideName, SideOfSample>> {
  /** Its row in the data, from 0. */
  readonly row: number;
  readonly label: number;
  /** Evenly spaced pre-activations, 0 in the middle. */
  readonly zs: Vector;
}

/** `asked`: the weights of both sides, original units, length d. */
export type SampleReading = Reading<'sample', Readonly<Record<SideName, Vector>>, SampleLosses>;

export type NeuronReading = SampleReading | RowReading | MovedReading;
