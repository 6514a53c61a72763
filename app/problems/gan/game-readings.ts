import type { PlayersAsked, PlayersReading, RegionsReading } from '../../../engine/problems/gan/types.ts';
import { createMemo } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { shownIterate } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { createReader } from '../kit/state/reader.ts';
import { defineViewState } from '../kit/state/view-state.ts';
import { GAME, gameOf, planeSideOf } from './game-info.ts';
import { type RegionWindow, windowOf } from './region-geometry.ts';

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
  const [left, right] = [planeSideOf(state, 'left'), planeSideOf(state, 'right')];
  if (!left || !right) return null;
  const held = HELD.of(state);
  if (held && (held.at === null || held.at === placeOfDots(state))) return held.window;
  const [eta, rho] = [left.eta, Math.max(left.rho, right.rho)];
  return kept([eta, rho], () => windowOf(eta, rho));
}

function statesOf(snapshot: Snapshot): PlayersAsked {
  const copy = (side: 'left' | 'right') => Float64Array.from(shownIterate(snapshot, side));
  return { left: copy('left'), right: copy('right') };
}

export const GAME_READER = createReader(GAME, () => ({
  key: (state) => [shownWindow(state)],
  async ask(engine, snapshot, know) {
    const state = snapshot.store.getState();
    const [window, info] = [shownWindow(state), gameOf(state)];
    if (window) {
      const known = GAME.now(state, 'regions');
      if (known?.window === window && known.info === info) return;
      const told = await engine.reading<RegionsReading>('regions', window);
      if (told) know('regions', null, { window, told, info });
    } else if (info) {
      const told = await engine.reading<PlayersReading>('players', statesOf(snapshot));
      if (told) know('players', state.k, told);
    }
  },
}));
