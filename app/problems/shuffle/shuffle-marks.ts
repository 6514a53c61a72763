import type { ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import { symbol } from '../../i18n/tex.ts';

/**
 * What of the pictures the explanation points at, by the name that `Shown.highlight` has then; each picture lights up what it has, its side's
 * `left` or `right` alone.
 */
export type ShuffleMark =
  /** Where a side stands: x on the triangle, M elsewhere. */
  | 'left'
  | 'right'
  /** The permutations at the corners of a triangle. */
  | 'corners'
  /** X: the permutation that a side's matrix rounds to. */
  | 'rounded'
  /** The rest points of a side on the triangle. */
  | 'rests'
  /** 1 - the length of each row, beside a heat map. */
  | 'lengths'
  /** The lower bound under the curves. */
  | 'bound';

/** The marks that the pictures have. */
export function shuffleMarks({ triangle, n }: ShuffleInfo): ShuffleMark[] {
  if (triangle) return ['left', 'right', 'corners', 'rounded', 'rests', 'bound'];
  if (n === 3) return ['left', 'right', 'corners', 'rounded', 'bound'];
  return ['left', 'right', 'rounded', 'lengths', 'bound'];
}

/** Writes the symbol of a mark: one that is pointed at where the pictures have it. */
export type WriteSymbol = (mark: ShuffleMark, tex: string) => string;

export function symbolsOf(info: ShuffleInfo): WriteSymbol {
  const marks = shuffleMarks(info);
  return (mark, tex) => (marks.includes(mark) ? symbol(mark, tex) : tex);
}
