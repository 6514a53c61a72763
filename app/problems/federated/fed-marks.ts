import type { FedInfo } from '../../../engine/problems/federated/types.ts';
import { symbol } from '../../i18n/tex.ts';

/**
 * What of the pictures the explanation points at, by the name that `Shown.highlight` has then; each picture lights up what it has, its side's
 * `left` or `right` alone.
 */
export type FedMark =
  /** Where a side stands: theta of the plane, f over the circle. */
  | 'left'
  | 'right'
  /** t*: the best for all. */
  | 'best'
  /** b_c, the clients' own minima. */
  | 'minima'
  /** F_K: the contour through the point where the side stands. */
  | 'surrogate'
  /** theta_K. */
  | 'rest'
  /** Where the rest tends to as K grows. */
  | 'limit'
  /** theta_c: the paths of the round and their ends; of the network the local models. */
  | 'locals'
  /** The mean of the ends. */
  | 'average'
  /** (x_i, y_i) in the clients' colours. */
  | 'samples'
  /** u_i, from the labels to the curve. */
  | 'residuals'
  /** H as a heat map. */
  | 'kernel'
  /** The certified rates beside the right's curve of the loss. */
  | 'band'
  /** ||u_net - u_lin|| over the rounds. */
  | 'gap';

/** The marks that the pictures have. */
export function fedMarks(info: FedInfo): FedMark[] {
  if (info.level === 'network') {
    const { bracket } = info;
    return [
      ...(['left', 'right', 'samples', 'residuals', 'locals', 'kernel', 'gap'] as const),
      ...(bracket && bracket[0] < 1 ? ['band' as const] : []),
    ];
  }
  const { rest, limit } = info.sides.left;
  return [
    ...(['left', 'right', 'best', 'minima', 'surrogate'] as const),
    ...(rest ? ['rest' as const] : []),
    ...(limit ? ['limit' as const] : []),
    ...(['locals', 'average'] as const),
  ];
}

/** Writes the symbol of a mark: one that is pointed at where the pictures have it. */
export type WriteSymbol = (mark: FedMark, tex: string) => string;

export function symbolsOf(info: FedInfo): WriteSymbol {
  const marks = fedMarks(info);
  return (mark, tex) => (marks.includes(mark) ? symbol(mark, tex) : tex);
}
