import type { LevelsReading, MatricesReading } from '../../../engine/problems/shuffle/types.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { shownIterate, shownStep } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { bindReadings, type Know } from '../kit/bind-readings.ts';
import { type Levels, levelsRead, shuffleOf } from './shuffle-info.ts';
import { createBasinReader } from './triangle/basins.ts';
import { along, LAST_SHARE } from './triangle/levels-plot.ts';

/** Shares lambda/L on the axis of the rest points, beside the thresholds: finely where branches turn. */
const SHARES = 160;

/** The shares at which rest points are asked for: evenly on the axis, and closely about each threshold. */
export function sharesOf(thresholds: readonly number[]): Float64Array<ArrayBuffer> {
  const even = Array.from({ length: SHARES + 1 }, (_, i) => along.invert(i / SHARES));
  const beside = thresholds
    .filter((share) => share > 0 && share < LAST_SHARE)
    .flatMap((share) => [share * (1 - 1e-6), share * (1 + 1e-6)]);
  return Float64Array.from([...even, ...beside].sort((a, b) => a - b));
}

/** Both matrices at the shown step. */
async function readMatrices(engine: EngineClient, snapshot: Snapshot, know: Know): Promise<void> {
  const of = (side: 'left' | 'right') => Float64Array.from(shownIterate(snapshot, side));
  const { k } = snapshot.store.getState();
  const told = await engine.reading<MatricesReading>('matrices', { left: of('left'), right: of('right') });
  if (told) know('matrices', k, told);
}

/** Asks once for each triangle for its rest points at every lambda. */
function createLevelsReader() {
  let asked: string | null = null;
  return async (engine: EngineClient, state: AppState, know: Know): Promise<void> => {
    const info = shuffleOf(state);
    const of = info?.triangle?.quadratic.join() ?? null;
    if (!info?.triangle || of === asked || levelsRead(state)) return;
    asked = of;
    const shares = sharesOf(info.thresholds.map(({ threshold }) => threshold / info.smoothness));
    try {
      const rests = await engine.reading<LevelsReading>('levels', { shares });
      if (rests) know('levels', null, { quadratic: info.triangle.quadratic, shares, rests } satisfies Levels);
    } finally {
      if (asked === of) asked = null;
    }
  };
}

/** Keeps that up to date with the step that is shown. Returns a function that ends it. */
export function bindShuffle(session: Session): () => void {
  const [readBasins, readLevels] = [createBasinReader(), createLevelsReader()];
  const { pictureEngine } = session;
  return bindReadings(session, {
    key: (state) => [
      state.scenario.values.ground,
      // Beyond the ends the same states are read for another step.
      state.k,
      shownStep(state, 'left'),
      shownStep(state, 'right'),
      session.trajectories.left.generation,
    ],
    ask: (_, know) => readMatrices(pictureEngine, session, know),
    beside: async (state, know) => {
      await Promise.all([readBasins(pictureEngine, state, know), readLevels(pictureEngine, state, know)]);
    },
  });
}

/** The same, read at the step of a snapshot. */
export async function readSnapshotMatrices(
  engine: EngineClient,
  snapshot: Snapshot,
): Promise<Partial<AppState>> {
  const state = snapshot.store.getState();
  const known = { ...state.readings };
  const know: Know = (name, step, value) => {
    known[name] = { landscape: state.landscape, step, value };
  };
  await readMatrices(engine, snapshot, know);
  await createLevelsReader()(engine, state, know);
  await createBasinReader()(engine, state, know);
  return { readings: known };
}
