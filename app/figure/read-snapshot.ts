import type { Snapshot } from '../session/picture/snapshot.ts';
import { snapshotAt } from '../session/picture/snapshot-at.ts';
import type { Session } from '../session/session.ts';
import { viewOf } from '../session/view.ts';

/**
 * The run at a recorded step with all that its pictures show: what has to be read at the step's own iterates (a problem's
 * readings, arrows, projections on a slice) is asked of the pictures' engine. What that cannot tell, because another scenario was opened
 * meanwhile, is left out. Rejects with EngineError where the engine is gone.
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
