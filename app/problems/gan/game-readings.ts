import type { PlayersAsked, PlayersReading, RegionsReading } from '../../../engine/problems/gan/types.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { createMemo } from '../../session/picture/picture.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { shownIterate, shownStep } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';
import { bindReadings, type Know } from '../kit/bind-readings.ts';
import { gameOf, planeSideOf } from './game-info.ts';
import { type RegionWindow, windowOf } from './region-geometry.ts';

/** What is asked of the engine for the pictures: both players at the shown step, or where the rules of the plane arrive. */

/** Where the rules arrive, in the window that it was asked for. */
export interface RegionsRead {
  readonly window: RegionWindow;
  readonly told: RegionsReading['told'];
  /** The game that they are of. */
  readonly info: unknown;
}

export const regionsRead = ({ readings, landscape }: Pick<AppState, 'readings' | 'landscape'>) =>
  readings.regions?.landscape === landscape ? (readings.regions.value as RegionsRead) : null;

/** A window that stays as it is: while a hand moves a dot (`at` is null), then as long as the dots are where it left them. */
interface Held {
  readonly window: RegionWindow;
  readonly at: string | null;
}

const placeOfDots = ({ scenario: { values } }: Pick<AppState, 'scenario'>) =>
  JSON.stringify([values.c, values.step, values.rho, values.rho2]);

/** Holds the window that is shown: for a hand that moves a dot, or that has left it there. */
export function holdWindow({ store }: Session, isMoving: boolean): void {
  const state = store.getState();
  const { readings, landscape } = state;
  const window = shownWindow(state);
  const value = window && ({ window, at: isMoving ? null : placeOfDots(state) } satisfies Held);
  store.setState({ readings: { ...readings, heldWindow: { landscape, step: null, value } } });
}

const kept = createMemo<RegionWindow>();

/** The window of the inset, the same object for the same dots; null but of the plane. */
export function shownWindow(state: AppState): RegionWindow | null {
  const [left, right] = [planeSideOf(state, 'left'), planeSideOf(state, 'right')];
  if (!left || !right) return null;
  const held = state.readings.heldWindow?.value as Held | null | undefined;
  if (held && (held.at === null || held.at === placeOfDots(state))) return held.window;
  const [eta, rho] = [left.eta, Math.max(left.rho, right.rho)];
  return kept([eta, rho], () => windowOf(eta, rho));
}

function statesOf(snapshot: Snapshot): PlayersAsked {
  const copy = (side: 'left' | 'right') => Float64Array.from(shownIterate(snapshot, side));
  return { left: copy('left'), right: copy('right') };
}

async function readGame(engine: EngineClient, snapshot: Snapshot, know: Know): Promise<void> {
  const state = snapshot.store.getState();
  const window = shownWindow(state);
  if (window) {
    // Steps change nothing of it.
    const [known, info] = [regionsRead(state), gameOf(state)];
    if (known?.window === window && known.info === info) return;
    const told = await engine.reading<RegionsReading>('regions', window);
    if (told) know('regions', null, { window, told, info } satisfies RegionsRead);
  } else if (gameOf(state)) {
    const { k } = state;
    const told = await engine.reading<PlayersReading>('players', statesOf(snapshot));
    if (told) know('players', k, told);
  }
}

/** Keeps that up to date with the step that is shown. Returns a function that ends it. */
export function bindGame(session: Session): () => void {
  return bindReadings(session, {
    key: (state) => [
      shownStep(state, 'left'),
      shownStep(state, 'right'),
      session.trajectories.left.generation,
      shownWindow(state),
    ],
    ask: (_, know) => readGame(session.pictureEngine, session, know),
  });
}

/** The same, read at the step of a snapshot. */
export async function readSnapshotGame(engine: EngineClient, snapshot: Snapshot): Promise<Partial<AppState>> {
  const { readings, landscape } = snapshot.store.getState();
  const known = { ...readings };
  await readGame(engine, snapshot, (name, step, value) => {
    known[name] = { landscape, step, value };
  });
  return { readings: known };
}
