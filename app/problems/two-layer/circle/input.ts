import type { Drawing } from '../../../charts/frame.ts';
import { type CircleNeurons, largest } from './geometry.ts';
import type { CircleStudents } from './trails.ts';

export interface CircleInput extends Drawing {
  /** Half the band's width, in the units of the dual curves. Where it is 0 the largest value sets the scale, without a band. */
  readonly beta: number;
  /**
   * The dual curve of each side's residual at evenly spaced angles from 0 (value k at 2 pi k/length; 720 are plenty);
   * null for none. What is not finite leaves a gap.
   */
  readonly leftCurve: ArrayLike<number> | null;
  readonly rightCurve: ArrayLike<number> | null;
  readonly teacher: CircleNeurons | null;
  readonly left: CircleStudents | null;
  readonly right: CircleNeurons | null;
  /** Which left neurons go with which teacher's: flat [teacher's number, left's number, ...]. */
  readonly matches: ArrayLike<number>;
  /** The strength at 0.78 of the way out; null takes the teacher's largest, else the largest shown. */
  readonly unit: number | null;
  /** "direction of w" and the columns of the features: "slope", "bias". */
  readonly axes: { readonly direction: string; readonly x: string; readonly y: string };
  readonly names: { readonly teacher: string; readonly left: string; readonly right: string };
}

/** The strength at UNIT of the way out. */
export function unitOf({
  unit,
  teacher,
  left,
  right,
}: Pick<CircleInput, 'unit' | 'teacher' | 'left' | 'right'>): number {
  return unit ?? (teacher ? largest([teacher.strengths]) : largest([left?.strengths, right?.strengths]));
}
