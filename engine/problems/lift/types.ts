/** Types of a lift that the app may import. */

import type { Vector } from '../../contract.ts';
import type { Update } from '../../update/read-update.ts';
import type { NetworkTerms, PenaltyParts } from '../two-layer/types.ts';

/** Terms of an update of one datum at (v, w). */
export interface LiftTerms {
  /** v - w; `residual` is v - w - y. */
  readonly output: number;
  readonly residual: number;
  readonly beta: number;
  /** Slopes before projection. */
  readonly slopes: Vector;
  /** True for a coordinate at 0 whose slope points outwards. */
  readonly held: readonly [boolean, boolean];
}

/** `network` on the left, `lift` on the right. */
export interface LiftSideTerms {
  readonly network: NetworkTerms | null;
  readonly lift: LiftTerms | null;
  readonly parts: PenaltyParts;
}

export type LiftUpdate = Update<LiftSideTerms>;
