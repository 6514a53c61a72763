import type { RoundReading } from '../../../engine/problems/federated/types.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { shownIterate, shownStep } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { bindReadings, type Know } from '../kit/bind-readings.ts';
import { planeOf } from './federated-info.ts';
import { readNetwork } from './network/readings.ts';

/** Reads the rounds that begin at the shown step, or the curves of the network. */
async function readShown(engine: EngineClient, snapshot: Snapshot, know: Know): Promise<void> {
  const state = snapshot.store.getState();
  if (!planeOf(state)) return readNetwork(engine, snapshot, know);
  const of = (side: 'left' | 'right') => Float64Array.from(shownIterate(snapshot, side));
  const { k } = state;
  const told = await engine.reading<RoundReading>('round', { left: of('left'), right: of('right') });
  if (told) know('round', k, told);
}

/** Keeps the readings in step with the shown step. Returns a function that ends it. */
export function bindFederated(session: Session): () => void {
  return bindReadings(session, {
    key: (state) => [
      shownStep(state, 'left'),
      shownStep(state, 'right'),
      session.trajectories.left.generation,
    ],
    ask: (_, know) => readShown(session.pictureEngine, session, know),
  });
}

/** Reads the same at the step of a snapshot. */
export async function readSnapshotRound(
  engine: EngineClient,
  snapshot: Snapshot,
): Promise<Partial<AppState>> {
  const { readings, landscape } = snapshot.store.getState();
  const known = { ...readings };
  await readShown(engine, snapshot, (name, step, value) => {
    known[name] = { landscape, step, value };
  });
  return { readings: known };
}
