import type { PlaneInfo, RegionsReading } from '../../../../engine/problems/gan/types.ts';
import { createMemo } from '../../../session/picture/picture.ts';
import type { Session } from '../../../session/session.ts';
import type { AppState } from '../../../session/store.ts';
import { createReader } from '../../kit/state/reader.ts';
import { defineReadings } from '../../kit/state/readings.ts';
import { defineViewState } from '../../kit/state/view-state.ts';
import { planeOf } from '../game-info.ts';
import { type RegionWindow, windowOf } from '../region-geometry.ts';

export interface RegionsRead {
  readonly window: RegionWindow;
  readonly told: RegionsReading['told'];
  readonly info: PlaneInfo | null;
}

export const REGIONS = defineReadings<{ regions: RegionsRead }>();

const placeOfDots = ({ scenario: { values } }: Pick<AppState, 'scenario'>) =>
  JSON.stringify([values.c, values.step, values.rho, values.rho2]);

/** Fixed during a drag (`at` is null), then until the dots move on. */
const HELD = defineViewState<{ readonly window: RegionWindow; readonly at: string | null } | null>(
  'heldWindow',
  null,
);

export function holdWindow({ store }: Session, isMoving: boolean): void {
  const state = store.getState();
  const window = shownWindow(state);
  HELD.set(store, window && { window, at: isMoving ? null : placeOfDots(state) });
}

const kept = createMemo<RegionWindow>();

/** Returns the window, referentially stable for the same dots; null off the plane. */
export function shownWindow(state: AppState): RegionWindow | null {
  const sides = planeOf(state)?.sides;
  if (!sides) return null;
  const held = HELD.of(state);
  if (held && (held.at === null || held.at === placeOfDots(state))) return held.window;
  const [eta, rho] = [sides.left.eta, Math.max(sides.left.rho, sides.right.rho)];
  return kept([eta, rho], () => windowOf(eta, rho));
}

export const REGION_READER = createReader(REGIONS, () => ({
  key: (state) => [shownWindow(state)],
  async ask(engine, { store }, know) {
    const state = store.getState();
    const [window, info, known] = [shownWindow(state), planeOf(state), REGIONS.now(state, 'regions')];
    if (!window || (known?.window === window && known.info === info)) return;
    const told = await engine.reading<RegionsReading>('regions', window);
    if (told) know('regions', null, { window, told, info });
  },
}));
