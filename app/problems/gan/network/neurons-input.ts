import type { SideName } from '../../../../engine/contract.ts';
import type { Drawing } from '../../../charts/frame.ts';

/** The neurons of a side, one entry each. */
export interface SideNeurons {
  readonly name: string;
  /** W, flat (w1, w2); null where it is not planar, or there is none: then h is drawn as bars. */
  readonly weights: ArrayLike<number> | null;
  readonly hidden: ArrayLike<number>;
  /** h*, which is nearest to x; empty where x is reached by more than one. */
  readonly target: ArrayLike<number>;
  /** v_j.d: above 0 the neuron is pushed out, below 0 pulled in. */
  readonly pulls: ArrayLike<number>;
  readonly silent: ArrayLike<number>;
}

export interface NeuronsInput extends Drawing {
  /** Null before it is known. */
  readonly sides: Readonly<Record<SideName, SideNeurons | null>>;
  /** z, flat (z1, z2); empty where noise is not planar. */
  readonly noise: ArrayLike<number>;
  /** The neuron that is read, from 0. */
  readonly pointed: { readonly side: SideName; readonly j: number } | null;
  readonly names: Readonly<Record<'out' | 'in' | 'off' | 'noise' | 'unit' | 'hidden' | 'target', string>>;
}
