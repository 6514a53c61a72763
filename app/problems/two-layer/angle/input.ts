import type { AxisNames, Drawing } from '../../../charts/frame.ts';

/** Neurons of any number of columns by their angle. Those that are not finite or contribute nothing are not drawn. */
export interface AngleNeurons {
  /** Degrees from 0 to 180; infinite if there is no target of its sign. */
  readonly angles: ArrayLike<number>;
  /** |alpha| ||w|| with the sign of alpha; 0 is padding. */
  readonly strengths: ArrayLike<number>;
}

export interface AngleInput extends Drawing {
  readonly side: 'left' | 'right';
  /** Null before there are targets. */
  readonly neurons: AngleNeurons | null;
  /** Nonzero for dead neurons; may be empty. */
  readonly dead: ArrayLike<number>;
  /** Past points of each neuron, oldest first, flat [angle, strength, ...], with or without the present one. */
  readonly trails: readonly ArrayLike<number>[];
  /** Signed strengths of the teacher's neurons, drawn as stars at 0 degrees; null for none. */
  readonly teacher: ArrayLike<number> | null;
  /** Strength at 0.78 of the height; larger ones are compressed. Counts as 1 unless positive and finite. */
  readonly unit: number;
  /** Name of the strip beyond 180 degrees, for neurons without a target of their sign; null for no strip. */
  readonly beyond: string | null;
  readonly axes: AxisNames;
  readonly names: {
    readonly teacher: string;
    readonly positive: string;
    readonly negative: string;
    readonly dead: string;
  };
}
