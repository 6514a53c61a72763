import type { AxisNames, Drawing } from '../../../charts/frame.ts';

/** Neurons of any number of columns, by where they stand to others. One that is not finite or adds nothing is not drawn. */
export interface AngleNeurons {
  /** Degrees from 0 to 180; infinite where there is nothing of its sign to be measured from. */
  readonly angles: ArrayLike<number>;
  /** |alpha| ||w|| with the sign of alpha. Zero is padding. */
  readonly strengths: ArrayLike<number>;
}

export interface AngleInput extends Drawing {
  /** Descent's neurons are vermilion discs, the program's blue squares. */
  readonly side: 'left' | 'right';
  /** Null before there is anything to be measured from. */
  readonly neurons: AngleNeurons | null;
  /** Not 0 where no sample switches the neuron on; empty where none is dead. */
  readonly dead: ArrayLike<number>;
  /** Past places of each neuron, oldest first, flat [angle, strength, ...]; the present one need not be among them. */
  readonly trails: readonly ArrayLike<number>[];
  /** Strengths of the teacher's neurons, signed: stars at 0 degrees; null for none. */
  readonly teacher: ArrayLike<number> | null;
  /** The strength at 0.78 of the way up; what is stronger is drawn closer. Not above 0, or not finite: 1. */
  readonly unit: number;
  /** Name of the strip beyond 180 degrees, for neurons with nothing of their sign to be measured from; null for no strip. */
  readonly beyond: string | null;
  readonly axes: AxisNames;
  /** The words of the key. */
  readonly names: {
    readonly teacher: string;
    readonly positive: string;
    readonly negative: string;
    readonly dead: string;
  };
}
