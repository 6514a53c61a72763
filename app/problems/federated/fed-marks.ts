import type { FedInfo } from '../../../engine/problems/federated/types.ts';
import { type SymbolWriter, symbolWriter } from '../kit/explain/told-sides.ts';

/**
 * Marks that the explanation points at (`Shown.highlight`). Pictures highlight those they have; `left` and `right` only on their own side.
 */
export type FedMark =
  /** A side's state: theta on the plane, f over the circle. */
  | 'left'
  | 'right'
  /** t*, the common minimum. */
  | 'best'
  /** b_c, the clients' own minima. */
  | 'minima'
  /** F_K: its contour through the side's point. */
  | 'surrogate'
  | 'rest'
  /** Limit of the rest point as K grows. */
  | 'limit'
  /** theta_c: the round's paths and ends; for the network, the local models. */
  | 'locals'
  | 'average'
  | 'samples'
  /** u_i, drawn from the labels to the curve. */
  | 'residuals'
  | 'kernel'
  /** Certified rates next to the right side's loss curve. */
  | 'band'
  /** ||u_net - u_lin|| over the rounds. */
  | 'gap';

/** Name of a client of the plane, counted from 0: contours have numbers. */
export const letterOf = (client: number): string => String.fromCharCode(65 + client);

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

export type WriteSymbol = SymbolWriter<FedMark>;

export const symbolsOf = (info: FedInfo) => symbolWriter(fedMarks(info));
