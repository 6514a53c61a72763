import { createStore } from 'zustand/vanilla';

/** Newer version: `waiting` for consent, or `taken` by another tab, so that a reload uses it. */
export type Update = 'none' | 'waiting' | 'taken';

export interface UpdateState {
  readonly update: Update;
  /** True after "later", for this tab. */
  readonly later: boolean;
}

export const updates = createStore<UpdateState>(() => ({ update: 'none', later: false }));
