/** What the page may know of a lift: types only. */

import type { Vector } from '../../contract.ts';
import type { Update } from '../../update/read-update.ts';
import type { NetworkTerms, PenaltyParts } from '../two-layer/types.ts';

/** What an update of the lifted program of one datum is made of, at (v, w). */
export interface LiftTerms {
  /** v - w, what the program says of the datum, and that less its label. */
  readonly output: number;
  readonly residual: number;
  readonly beta: number;
  /** The slopes before they are projected: residual + beta and beta - residual. */
  readonly slopes: Vector;
  /** Whether a coordinate is 0 and its slope points out of the quadrant: then descent does not move it. */
  readonly held: readonly [boolean, boolean];
}

/** What the update of a lift is made of besides: of the left, a network of one neuron, and of the right. */
export interface LiftSideTerms {
  readonly network: NetworkTerms | null;
  readonly lift: LiftTerms | null;
  readonly parts: PenaltyParts;
}

/** One update of both sides. */
export type LiftUpdate = Update<LiftSideTerms>;
