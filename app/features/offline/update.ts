import { createStore } from 'zustand/vanilla';

/** Whether a newer version is there: `waiting` for a yes, or `taken` by a yes in another tab, so that a reload has it. */
export type Update = 'none' | 'waiting' | 'taken';

/** What of updates is told on the page. */
export interface UpdateState {
  readonly update: Update;
  /** A person has said "later": nothing more of it in this tab. */
  readonly later: boolean;
}

export const updates = createStore<UpdateState>(() => ({ update: 'none', later: false }));
