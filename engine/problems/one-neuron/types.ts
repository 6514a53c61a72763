/** What the page may know of one neuron: types only. */

import type { Vector } from '../../contract.ts';
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
