import type { Drawing } from '../../../charts/frame.ts';
import { type CircleNeurons, largest } from './geometry.ts';
import type { CircleStudents } from './trails.ts';

export interface CircleInput extends Drawing {
  /** Half the band's width in units of the dual curves; if 0, there is no band and the largest value sets the scale. */
  readonly beta: number;
  /** Dual curves of both sides' residuals at evenly spaced angles (value k at 2 pi k/length). Non-finite values leave a gap. */
  readonly leftCurve: ArrayLike<number> | null;
  readonly rightCurve: ArrayLike<number> | null;
  readonly teacher: CircleNeurons | null;
  readonly left: CircleStudents | null;
  readonly right: CircleNeurons | null;
  /** Matches, flat [teacher's number, left's number, ...]. */
  readonly matches: ArrayLike<number>;
  /** Strength at 0.78 of the way out; null: the teacher's largest, else the largest shown. */
  readonly unit: number | null;
  /** "direction of w" and names of the features' columns, such as "slope", "bias". */
  readonly axes: { readonly direction: string; readonly x: string; readonly y: string };
  readonly names: { readonly teacher: string; readonly left: string; readonly right: string };
}

/** Returns the strength at UNIT of the way out. */
export function unitOf({
  unit,
  teacher,
  left,
  right,
}: Pick<CircleInput, 'unit' | 'teacher' | 'left' | 'right'>): number {
  return unit ?? (teacher ? largest([teacher.strengths]) : largest([left?.strengths, right?.strengths]));
}
