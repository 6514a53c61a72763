import type { ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import { type SymbolWriter, symbolWriter } from '../kit/explain/told-sides.ts';

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

export type WriteSymbol = SymbolWriter<ShuffleMark>;

export const symbolsOf = (info: ShuffleInfo) => symbolWriter(shuffleMarks(info));
