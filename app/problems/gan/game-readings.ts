import type { PlayersAsked, PlayersReading, RegionsReading } from '../../../engine/problems/gan/types.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { shownIterate, shownStep } from '../../session/kept-steps.ts';
import { createMemo } from '../../session/picture.ts';
import type { Session } from '../../session/session.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import type { AppState } from '../../session/store.ts';
import { bindReadings, type Know } from '../bind-readings.ts';
import { gameOf, planeSideOf } from './game-info.ts';
import { type RegionWindow, windowOf } from './region-geometry.ts';

/** What is asked of the engine for the pictures: both players at the shown step, or where the rules of the plane arrive. */

/** Where the rules arrive, in the window that it was asked for. */
export interface RegionsRead {
  readonly window: RegionWindow;
  readonly told: RegionsReading['told'];
}

export const regionsRead = ({ readings, landscape }: Pick<AppState, 'readings' | 'landscape'>) =>
  readings.regions?.landscape === landscape ? (readings.regions.value as RegionsRead) : null;

/** The window that stays as it is while a hand moves a dot; else null. */
const heldWindow = ({ readings }: Pick<AppState, 'readings'>) =>
  (readings.heldWindow?.value ?? null) as RegionWindow | null;

/** Holds the window while a hand moves a dot, or lets it go. */
export function holdWindow({ store }: Session, window: RegionWindow | null): void {
  const { readings, landscape } = store.getState();
  store.setState({ readings: { ...readings, heldWindow: { landscape, step: null, value: window } } });
}

const kept = createMemo<RegionWindow>();

/** The window of the inset, the same object for the same dots; null but of the plane. */
export function shownWindow(state: AppState): RegionWindow | null {
  const [left, right] = [planeSideOf(state, 'left'), planeSideOf(state, 'right')];
  if (!left || !right) return null;
  const [eta, rho] = [left.eta, Math.max(left.rho, right.rho)];
  return heldWindow(state) ?? kept([eta, rho], () => windowOf(eta, rho));
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
    if (regionsRead(state)?.window === window) return;
    const told = await engine.reading<RegionsReading>('regions', window);
    if (told) know('regions', null, { window, told } satisfies RegionsRead);
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
      heldWindow(state),
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
