import type { SideName } from '../../../../engine/contract.ts';
import type { Drawing } from '../../../charts/frame.ts';

export interface SideNeurons {
  readonly name: string;
  /** W, flat (w1, w2); null if not planar: h is drawn as bars. */
  readonly weights: ArrayLike<number> | null;
  readonly hidden: ArrayLike<number>;
  /** h*; empty if x is reached by more than one. */
  readonly target: ArrayLike<number>;
  /** v_j.d; positive pushes the neuron out. */
  readonly pulls: ArrayLike<number>;
  readonly silent: ArrayLike<number>;
}

export interface NeuronsInput extends Drawing {
  /** Null until known. */
  readonly sides: Readonly<Record<SideName, SideNeurons | null>>;
  /** z, flat (z1, z2); empty if noise is not planar. */
  readonly noise: ArrayLike<number>;
  /** From 0. */
  readonly pointed: { readonly side: SideName; readonly j: number } | null;
  readonly names: Readonly<Record<'out' | 'in' | 'off' | 'noise' | 'unit' | 'hidden' | 'target', string>>;
}
