import type { Trajectories } from '../run/trajectory.ts';
import type { AppState } from '../store.ts';

/**
 * What pictures are drawn from: a state, and the trajectories of which it shows a step. A session is one, that of now; so page,
 * figures and films draw by the same functions.
 */
export interface Snapshot {
  readonly store: { getState(): AppState };
  readonly trajectories: Trajectories;
}
