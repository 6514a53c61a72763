import { neuronRequest, readingRequest } from '../problems/two-layer/network-pictures.ts';
import { readIterates } from '../session/read-iterates.ts';
import type { Session } from '../session/session.ts';
import type { Snapshot } from '../session/snapshot.ts';
import { snapshotAt } from '../session/snapshot-at.ts';
import type { AppState } from '../session/store.ts';

/**
 * The run at a recorded step with all that its pictures show: what has to be read at the step's own iterates (networks of two
 * layers, arrows, shadows on a slice) is asked of the pictures' engine. What that cannot tell, because another scenario was opened
 * meanwhile, is left out. Rejects with EngineError where the engine is gone.
 */
export async function readSnapshot(
  session: Pick<Session, 'store' | 'trajectories' | 'pictureEngine'>,
  k: number,
): Promise<Snapshot> {
  const { pictureEngine: engine, trajectories } = session;
  const snapshot = snapshotAt(session, k);
  const state = snapshot.store.getState();
  const withMore = (more: Partial<AppState>): Snapshot => {
    const whole = { ...state, ...more };
    return { store: { getState: () => whole }, trajectories };
  };
  if (!state.opened?.network) {
    const { arrows } = state.scenario.values;
    return arrows || state.slice ? withMore(await readIterates(engine, snapshot)) : snapshot;
  }
  const { request, xs, mapView } = readingRequest(snapshot, false);
  const reading = await engine.readNetworks(request);
  if (!reading) return snapshot;
  const known = { ...state.network, reading, readingOf: state.landscape, xs, mapView };
  if (state.opened.network.columns !== 2) return withMore({ network: known });
  const { left, neuron, view, size } = neuronRequest(snapshot, false);
  const values = await engine.neuron(left, neuron, view, size);
  return withMore({ network: { ...known, grid: values && { neuron, view, size, values } } });
}
