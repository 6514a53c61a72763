import type { Trajectories } from '../run/trajectory.ts';
import type { AppState } from '../store.ts';

/** Pictures' input, shared by page, figures and films. A session is one. */
export interface Snapshot {
  readonly store: { getState(): AppState };
  readonly trajectories: Trajectories;
}
