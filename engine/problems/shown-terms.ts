import type { SideUpdate, Update } from '../update/read-update.ts';
import type { LiftTerms } from './lift/lift-terms.ts';
import type { SampleTerms } from './one-neuron/sample-terms.ts';
import type { NetworkTerms, PenaltyParts } from './two-layer/network-terms.ts';
import type { RoundTerms } from './two-layer/round-terms.ts';

/** What the page's explanation reads of an update, from whichever problem that ships: a list of the terms that they bring. */
export interface ShownTerms {
  readonly samples?: SampleTerms | null;
  readonly network?: NetworkTerms | null;
  readonly lift?: LiftTerms | null;
  readonly parts?: PenaltyParts | null;
}

export type ShownSideUpdate = SideUpdate & ShownTerms;
export type ShownUpdate = Update<ShownTerms, RoundTerms>;
