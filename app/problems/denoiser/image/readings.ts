import type { CleanReading, ImagesReading } from '../../../../engine/problems/denoiser/types.ts';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownIterate, shownStep } from '../../../session/run/kept-steps.ts';
import type { Session } from '../../../session/session.ts';
import type { AppState } from '../../../session/store.ts';
import { bindReadings, type Know } from '../../kit/bind-readings.ts';
import { imageOf } from '../denoiser-info.ts';

/** True if CLEAN is shown; it is read only then, because it restarts at every step. */
const showsClean = ({ readings }: AppState): boolean => (readings.more?.value ?? 'truth') === 'truth';

async function readImages(engine: EngineClient, snapshot: Snapshot, know: Know): Promise<void> {
  const state = snapshot.store.getState();
  if (!imageOf(state)) return;
  const { k } = state;
  const of = (side: 'left' | 'right') => Float64Array.from(shownIterate(snapshot, side));
  const told = await engine.reading<ImagesReading>('images', { left: of('left'), right: of('right') });
  if (told) know('images', k, told);
  if (!showsClean(state)) return;
  const clean = await engine.reading<CleanReading>('clean', { steps: k });
  if (clean) know('clean', k, clean);
}

/** Returns an unsubscribe function. */
export function bindImages(session: Session): () => void {
  const { pictureEngine } = session;
  return bindReadings(session, {
    key: (state) => [
      // Nothing is read for two pixels.
      imageOf(state),
      state.k,
      showsClean(state),
      shownStep(state, 'left'),
      shownStep(state, 'right'),
      session.trajectories.left.generation,
    ],
    ask: (_, know) => readImages(pictureEngine, session, know),
  });
}

export async function readSnapshotImages(
  engine: EngineClient,
  snapshot: Snapshot,
): Promise<Partial<AppState>> {
  const state = snapshot.store.getState();
  const known = { ...state.readings };
  await readImages(engine, snapshot, (name, step, value) => {
    known[name] = { landscape: state.landscape, step, value };
  });
  return { readings: known };
}
