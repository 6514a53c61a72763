import { keptStep } from '../run/kept-steps.ts';
import type { AppState } from '../store.ts';
import type { Snapshot } from './snapshot.ts';

/**
 * Returns the run at the latest kept and computed step up to k, without pointer, pulse, walk and readings, which are unknown at another
 * step.
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
