import { createLater, createNextFrame } from '../../session/busy.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import type { AppState, AppStore } from '../../session/store.ts';

/** Sweep duration in ms, and number of still steps with reduced motion. */
const SWEEP = 4000;
const STILL_STEPS = 5;

/** Milliseconds between looks at a still step that is not yet shown. */
const WAITING = 50;

/** Largest share that one turn moves the knob: a slow engine takes longer and still shows what lies between. */
const LARGEST_TURN = 1 / 8;

/** Returns the names of the readings that follow the landscape and the step: a turn of the knob asks for them again. */
const current = ({ readings, landscape }: AppState) =>
  Object.keys(readings).filter((name) => {
    const known = readings[name];
    return known !== undefined && known.step !== null && known.landscape === landscape;
  });

/** True if the maps, if there are any, show the landscape of the numbers. */
const isMapped = ({ grid, fields, mapped, landscape }: AppState) =>
  (!grid && !fields.left && !fields.right) || mapped === landscape;

/** Sweeps a knob from share 0 to 1; `onEnd` follows the last. Returns a stop function. */
export function sweepKnob(store: AppStore, turnTo: (share: number) => void, onEnd: () => void): () => void {
  const read = current(store.getState());
  let before: AppState | null = null;
  let turned = 0;
  let share = 0;
  /** False until the page and its pictures have opened the last value, so that they belong to the number shown. */
  const isReady = () => {
    const state = store.getState();
    if (state.phase !== 'ready') return false;
    if (!before || state.opened === before.opened || state.picturesFailed) return true;
    const isRead = read.length === 0 || read.some((name) => state.readings[name] !== before?.readings[name]);
    return isRead && isMapped(state);
  };
  function turn(to: number): void {
    share = to;
    before = store.getState();
    turned = performance.now();
    turnTo(share);
  }
  const frame = createNextFrame(() => {
    const turns = isReady();
    // A picture that has come is seen for a frame before the next begins.
    if (turns) turn(before ? Math.min(1, share + Math.min(elapsed(turned) / SWEEP, LARGEST_TURN)) : 0);
    if (share < 1 || !turns) frame.ask();
    else onEnd();
  });
  let still = 0;
  const later = createLater(() => {
    const turns = isReady();
    if (turns) turn(still++ / (STILL_STEPS - 1));
    if (still < STILL_STEPS) later.start(turns ? SWEEP / STILL_STEPS : WAITING);
    else onEnd();
  });
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) later.start(0);
  else frame.ask();
  return () => {
    frame.cancel();
    later.stop();
  };
}
