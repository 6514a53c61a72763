import type { OrbitReading } from '../../../engine/problems/game/types.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { formatNumberShort } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';

const ROUNDS = 1000;

/** Requests how far the players get. */
async function readOrbit(
  engine: EngineClient,
  { readings, landscape }: AppState,
): Promise<Partial<AppState>> {
  const value = await engine.reading<OrbitReading>('orbit', { rounds: ROUNDS });
  return value === null ? {} : { readings: { ...readings, orbit: { landscape, step: null, value } } };
}

/** Requests the orbit once per landscape, when the pictures' engine has opened it. Returns a function that stops. */
export function askOrbit({ store, pictureEngine }: Session): () => void {
  const { subscribe, getState } = store;
  return subscribe(
    ({ pictured, landscape }) => pictured === landscape && landscape,
    (landscape) => {
      if (landscape === false) return;
      // The page reports a lost engine; the words are omitted.
      readOrbit(pictureEngine, getState()).then(
        (read) => getState().landscape === landscape && store.setState(read),
        () => undefined,
      );
    },
    { fireImmediately: true },
  );
}

/** Describes the orbit; empty before the answer. */
export function orbitWords({ readings, landscape }: AppState, t: Translate): string {
  const { orbit } = readings;
  if (orbit?.landscape !== landscape) return '';
  return t('game.orbit', { far: formatNumberShort(orbit.value as number), rounds: ROUNDS });
}
