/** What the page may know of one neuron: types only. */

import type { SideName, Vector } from '../../contract.ts';
import type { MovedReading, Reading, RowReading } from '../../problem.ts';
import type { SideUpdate, Update } from '../../update/read-update.ts';

/** What each told sample does on one side at w; arrays are in the order of the told samples. */
export interface SampleTerms {
  /** a_i.w */
  readonly z: Vector;
  /** relu_s(a_i.w) */
  readonly outputs: Vector;
  /** relu_s(a_i.w) - y_i */
  readonly residuals: Vector;
  /** d loss_i / dz: what the sample is multiplied with in the gradient. 0: it pulls nothing. */
  readonly slopes: Vector;
  /** rows x d: its part of the downhill direction, -slope_i a_i / n, as a move in original units. */
  readonly moves: Vector;
  /** Of all n samples: active; not active; of those, the ones that pull all the same. */
  readonly on: number;
  readonly off: number;
  readonly pulling: number;
  /** Of all n samples: the root of the mean squared residual. */
  readonly rms: number;
}

/** What the update of one neuron is made of besides. */
export interface NeuronSideTerms extends Pick<SideUpdate, 'descents' | 'losses' | 'pull'> {
  /** Null of infinitely many. */
  readonly samples: SampleTerms | null;
}

/** One update of both sides. */
export type NeuronUpdate = Update<NeuronSideTerms>;

/** One sample's loss on one side, over its pre-activation. */
export interface SideOfSample {
  /** At each of the places `zs`. */
  readonly losses: Vector;
  /** Where the sample stands at the weights that were asked for, with its loss and d loss / dz there. */
  readonly z: number;
  readonly loss: number;
  readonly slope: number;
  /** How many of all n samples are active at those weights. */
  readonly active: number;
}

/** The losses of the sample that shows best what the penalty does. */
export interface SampleLosses extends Readonly<Record<SideName, SideOfSample>> {
  /** Its row in the data, from 0. */
  readonly row: number;
  readonly label: number;
  /** Pre-activations at equal distances, 0 in the middle. */
  readonly zs: Vector;
}

/** `asked`: the weights of both sides, original units, length d. */
export type SampleReading = Reading<'sample', Readonly<Record<SideName, Vector>>, SampleLosses>;

/** Everything that is asked of the samples. */
export type NeuronReading = SampleReading | RowReading | MovedReading;
