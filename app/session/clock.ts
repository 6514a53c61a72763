import { begin } from './busy.ts';

/** Calls back once a display frame with the seconds since the last one, while it runs. */
export interface Clock {
  start(): void;
  stop(): void;
}

/** Longest time that one frame may stand for, so that a tab that slept does not leap. */
const LONGEST = 0.25;

export function createClock(onFrame: (seconds: number) => void): Clock {
  let handle = 0;
  let last = 0;
  let rest = () => {};

  function frame(now: number): void {
    handle = requestAnimationFrame(frame);
    const seconds = Math.min(LONGEST, Math.max(0, (now - last) / 1000));
    last = now;
    onFrame(seconds);
  }

  return {
    start() {
      if (handle !== 0) return;
      rest = begin();
      last = performance.now();
      handle = requestAnimationFrame(frame);
    },
    stop() {
      cancelAnimationFrame(handle);
      handle = 0;
      rest();
    },
  };
}
