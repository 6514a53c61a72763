import type { ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import { symbol } from '../../i18n/tex.ts';

/** Values of `Shown.highlight`; `left` and `right` highlight only their own side. */
export type ShuffleMark =
  /** State: x on the triangle, M elsewhere. */
  | 'left'
  | 'right'
  | 'corners'
  /** X: the nearest permutation. */
  | 'rounded'
  /** Rest points on the triangle. */
  | 'rests'
  /** 1 - row lengths, next to a heat map. */
  | 'lengths'
  /** Lower bound. */
  | 'bound';

/** Returns the marks that the pictures have. */
export function shuffleMarks({ triangle, n }: ShuffleInfo): ShuffleMark[] {
  if (triangle) return ['left', 'right', 'corners', 'rounded', 'rests', 'bound'];
  if (n === 3) return ['left', 'right', 'corners', 'rounded', 'bound'];
  return ['left', 'right', 'rounded', 'lengths', 'bound'];
}

/** Writes a symbol, linked if the pictures have its mark. */
export type WriteSymbol = (mark: ShuffleMark, tex: string) => string;

export function symbolsOf(info: ShuffleInfo): WriteSymbol {
  const marks = shuffleMarks(info);
  return (mark, tex) => (marks.includes(mark) ? symbol(mark, tex) : tex);
}
