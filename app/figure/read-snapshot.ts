import type { Snapshot } from '../session/picture/snapshot.ts';
import { snapshotAt } from '../session/picture/snapshot-at.ts';
import type { Session } from '../session/session.ts';
import { viewOf } from '../session/view.ts';

/**
 * Returns the run at a recorded step with its pictures' data. The pictures' engine computes the step's readings, arrows and projections;
 * they are missing if another scenario was opened meanwhile. Rejects with EngineError without an engine.
 */
export async function readSnapshot(
  session: Pick<Session, 'store' | 'trajectories' | 'pictureEngine'>,
  k: number,
): Promise<Snapshot> {
  const snapshot = snapshotAt(session, k);
  const state = snapshot.store.getState();
  const whole = { ...state, ...(await viewOf(state).read?.(session.pictureEngine, snapshot)) };
  return { store: { getState: () => whole }, trajectories: session.trajectories };
}
