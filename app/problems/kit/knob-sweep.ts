import { createLater, createNextFrame } from '../../session/busy.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import type { AppStore } from '../../session/store.ts';

/** Milliseconds from one end to the other, and still steps in place of the motion where a person wants none. */
const SWEEP = 4000;
const STILL_STEPS = 5;

/** Turns a knob from one end to the other, by shares of its way; `onEnd` comes behind the last. Returns what stops it. */
export function sweepKnob(store: AppStore, turnTo: (share: number) => void, onEnd: () => void): () => void {
  let begun: number | null = null;
  const frame = createNextFrame(() => {
    begun ??= performance.now();
    const share = Math.min(1, elapsed(begun) / SWEEP);
    // While the page opens what was turned to last it is not asked for more.
    const isReady = store.getState().phase === 'ready';
    if (isReady) turnTo(share);
    if (share < 1 || !isReady) frame.ask();
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
