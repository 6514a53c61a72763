/** Types of a lift that the app may import. */

import type { Vector } from '../../contract.ts';
import type { Update } from '../../update/read-update.ts';
import type { NetworkTerms, PenaltyParts } from '../two-layer/types.ts';

/** Terms of an update of the lifted program of one datum, at (v, w). */
export interface LiftTerms {
  /** v - w, the prediction, and v - w - y. */
  readonly output: number;
  readonly residual: number;
  readonly beta: number;
  /** Slopes before projection: residual + beta and beta - residual. */
  readonly slopes: Vector;
  /** True for a coordinate at 0 whose slope points out of the quadrant: descent does not move it. */
  readonly held: readonly [boolean, boolean];
}

/** Terms of one side: `network` of the left (one neuron), `lift` of the right. */
export interface LiftSideTerms {
  readonly network: NetworkTerms | null;
  readonly lift: LiftTerms | null;
  readonly parts: PenaltyParts;
}

export type LiftUpdate = Update<LiftSideTerms>;
