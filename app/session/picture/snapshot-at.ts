import { keptStep } from '../run/kept-steps.ts';
import type { AppState } from '../store.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * The same run at another step (the latest kept one that is not after it, within what was computed), with nothing on it that belongs to
 * a pointer, a pulse or a walk-through. What is read at the shown iterates (arrows, projections, a problem's
 * readings) is not known at another step, and left out.
 */
export function snapshotAt({ store, trajectories }: Snapshot, k: number): Snapshot {
  const now = store.getState();
  const step = Math.max(0, keptStep(now, k));
  const at: AppState = {
    ...now,
    ...(step === now.k
      ? {}
      : { slopes: null, projections: null, crowd: null, readings: ofEveryStep(now.readings) }),
    k: step,
    playing: false,
    crosshair: null,
    probe: null,
    dataWindow: null,
    hoverStep: null,
    pulse: { left: null, right: null },
    extra: null,
  };
  return { store: { getState: () => at }, trajectories };
}

function ofEveryStep(readings: AppState['readings']): AppState['readings'] {
  return Object.fromEntries(Object.entries(readings).filter(([, { step }]) => step === null));
}
