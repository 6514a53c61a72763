/** Seconds of silence after which the worker is asked whether it hears, and after which it is told of; then once a minute. */
const ASK_AFTER = 5;
const SILENT_AFTER = 10;
const AGAIN_AFTER = 60;

/** Tells an engine that works long, and answers between its pieces, from one that answers nothing. It ends neither. */
export interface Watchdog {
  /** Something waits for an answer. */
  watch(): void;
  /** A message came. */
  heard(): void;
  /** Nothing waits any more. */
  rest(): void;
}

/**
 * `ask` sends what any worker answers at once that is not deep in a step. `onSilence` gets true after ten seconds in which nothing
 * came, and once a minute from then on; false when something comes, or nothing waits any more. Seconds are counted by timers and
 * not read from a clock: a clock that jumps, or a machine that slept, is no silence.
 */
export function createWatchdog(ask: () => void, onSilence: (silent: boolean) => void): Watchdog {
  let timer: ReturnType<typeof setInterval> | null = null;
  let seconds = 0;

  function heard(): void {
    if (seconds >= SILENT_AFTER) onSilence(false);
    seconds = 0;
  }

  function tick(): void {
    seconds++;
    if (seconds === ASK_AFTER) ask();
    if (seconds >= SILENT_AFTER && (seconds - SILENT_AFTER) % AGAIN_AFTER === 0) onSilence(true);
  }

  return {
    watch() {
      timer ??= setInterval(tick, 1000);
    },
    heard,
    rest() {
      if (timer !== null) clearInterval(timer);
      timer = null;
      heard();
    },
  };
}
