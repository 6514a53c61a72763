import { createLater, createNextFrame } from '../../session/busy.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import type { AppState, AppStore } from '../../session/store.ts';

/** Sweep duration in ms, and number of still steps with reduced motion. */
const SWEEP = 4000;
const STILL_STEPS = 5;

/** Returns the names of the readings that follow the landscape and the step: a turn of the knob asks for them again. */
const current = ({ readings, landscape }: AppState) =>
  Object.keys(readings).filter((name) => {
    const known = readings[name];
    return known !== undefined && known.step !== null && known.landscape === landscape;
  });

/** Sweeps a knob from share 0 to 1; `onEnd` follows the last. Returns a stop function. */
export function sweepKnob(store: AppStore, turnTo: (share: number) => void, onEnd: () => void): () => void {
  let begun: number | null = null;
  const read = current(store.getState());
  let before: AppState | null = null;
  /** False until the page and its pictures have opened the last value, so that they belong to the number shown. */
  const isReady = () => {
    const state = store.getState();
    if (state.phase !== 'ready') return false;
    if (!before || state.opened === before.opened || state.picturesFailed || read.length === 0) return true;
    return read.some((name) => state.readings[name] !== before?.readings[name]);
  };
  const frame = createNextFrame(() => {
    begun ??= performance.now();
    const share = Math.min(1, elapsed(begun) / SWEEP);
    const turns = isReady();
    if (turns) {
      before = store.getState();
      turnTo(share);
    }
    if (share < 1 || !turns) frame.ask();
    else onEnd();
  });
  let still = 0;
  const later = createLater(() => {
    turnTo(still / (STILL_STEPS - 1));
    if (++still < STILL_STEPS) later.start(SWEEP / STILL_STEPS);
    else onEnd();
  });
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) later.start(0);
  else frame.ask();
  return () => {
    frame.cancel();
    later.stop();
  };
}
