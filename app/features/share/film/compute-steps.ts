import { autoStopStep } from '../../../session/run/auto-stop.ts';
import { keptStepFrom } from '../../../session/run/kept-steps.ts';
import type { Session } from '../../../session/session.ts';
import type { AppState } from '../../../session/store.ts';

/** The race's engine is lost, or another scenario was opened. */
export class RunLost extends Error {
  override readonly name = 'RunLost';
}

/** Most steps searched for a race's end. */
const FARTHEST = 20_000;

/** Returns the first kept step at which both sides have ended, as far as computed, or null. */
export function knownEnd(state: AppState): number | null {
  const end = autoStopStep(state.sides.left, state.sides.right);
  return end === null || end > state.frontier ? end : keptStepFrom(state, end);
}

/** Computes up to a step unseen. Rejects with RunLost or the signal's reason. */
export function computeUpTo(
  session: Session,
  step: number,
  signal: AbortSignal,
  onProgress: (frontier: number) => void,
): Promise<void> {
  return compute(session, step, ({ frontier }) => frontier >= step, signal, onProgress);
}

/** Computes until both sides have ended, at most up to `last`. Returns the later end, or the last step if one still moves. */
export async function computeToEnd(
  session: Session,
  signal: AbortSignal,
  onProgress: (frontier: number, last: number) => void,
  last = FARTHEST,
): Promise<{ readonly end: number; readonly ended: boolean }> {
  const { store } = session;
  const isDone = (state: AppState) => {
    const end = knownEnd(state);
    return state.frontier >= last || (end !== null && end <= state.frontier);
  };
  await compute(session, last, isDone, signal, (frontier) => onProgress(frontier, last));
  const state = store.getState();
  const end = knownEnd(state);
  return end === null ? { end: state.frontier, ended: false } : { end, ended: true };
}

/** Seeks, and back to the shown step once enough is computed. */
function compute(
  session: Session,
  step: number,
  isDone: (state: AppState) => boolean,
  signal: AbortSignal,
  onProgress: (frontier: number) => void,
): Promise<void> {
  const { store } = session;
  const before = store.getState();
  // A link's limits concern only the view.
  const seek = (to: number) => session.bypassLimits(() => session.seek(to));
  const isLost = ({ phase, opened }: AppState) => phase !== 'ready' || opened !== before.opened;
  return new Promise((resolve, reject) => {
    if (signal.aborted) return reject(signal.reason);
    if (isLost(before)) return reject(new RunLost());
    if (isDone(before)) return resolve();
    const unsubscribe = store.subscribe((state, last) => {
      if (isLost(state)) end(() => reject(new RunLost()));
      else if (isDone(state)) end(resolve);
      else if (state.frontier !== last.frontier) onProgress(state.frontier);
    });
    const onAbort = () => end(() => reject(signal.reason));
    signal.addEventListener('abort', onAbort);

    /** Runs before the seek shows its step. */
    function end(settle: () => void): void {
      unsubscribe();
      signal.removeEventListener('abort', onAbort);
      if (!isLost(store.getState())) seek(before.k);
      settle();
    }

    seek(step);
    onProgress(before.frontier);
  });
}
