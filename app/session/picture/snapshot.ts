import type { Trajectories } from '../run/trajectory.ts';
import type { AppState } from '../store.ts';

/**
 * The input of pictures: a state and the trajectories that it shows a step of. A session is one itself, so page, figures and films share
 * their drawing code.
 */
export interface Snapshot {
  readonly store: { getState(): AppState };
  readonly trajectories: Trajectories;
}
