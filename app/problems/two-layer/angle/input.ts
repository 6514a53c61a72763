import type { AxisNames, Drawing } from '../../../charts/frame.ts';

/** Neurons of any number of columns by angle. Not drawn if not finite or contributing nothing. */
export interface AngleNeurons {
  /** Degrees from 0 to 180; infinite without a target of its sign. */
  readonly angles: ArrayLike<number>;
  /** |alpha| ||w|| with alpha's sign; 0 is padding. */
  readonly strengths: ArrayLike<number>;
}

export interface AngleInput extends Drawing {
  readonly side: 'left' | 'right';
  /** Null before there are targets. */
  readonly neurons: AngleNeurons | null;
  /** Nonzero: dead; may be empty. */
  readonly dead: ArrayLike<number>;
  /** Past points of each neuron, oldest first, flat [angle, strength, ...]; the present one is optional. */
  readonly trails: readonly ArrayLike<number>[];
  /** Signed strengths of the teacher's neurons, stars at 0 degrees. */
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
