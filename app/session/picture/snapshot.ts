import type { Trajectories } from '../run/trajectory.ts';
import type { AppState } from '../store.ts';

/** Input of pictures: a state and its trajectories. A session is one, so page, figures and films share their drawing code. */
export interface Snapshot {
  readonly store: { getState(): AppState };
  readonly trajectories: Trajectories;
}
