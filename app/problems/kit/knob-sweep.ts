import { createLater, createNextFrame } from '../../session/busy.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import type { AppStore } from '../../session/store.ts';

/** Sweep duration in ms, and number of still steps with reduced motion. */
const SWEEP = 4000;
const STILL_STEPS = 5;

/** Sweeps a knob from share 0 to 1; `onEnd` follows the last. Returns a stop function. */
export function sweepKnob(store: AppStore, turnTo: (share: number) => void, onEnd: () => void): () => void {
  let begun: number | null = null;
  const frame = createNextFrame(() => {
    begun ??= performance.now();
    const share = Math.min(1, elapsed(begun) / SWEEP);
    // Skip frames while the page still opens the previous value.
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
