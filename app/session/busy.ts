/**
 * Pending engine requests, due frames, file reads, delayed writes to address or storage. At 0 the root element of page or embed has
 * `data-idle`. Deliberate delays (toast, account of a run, the printed sheet's code) do not count.
 */
let underWay = 0;
/** Engine requests among them. */
let asked = 0;

export const isAsked = (): boolean => asked > 0;

/** Counts a task; the returned function ends it, once. */
export function begin(ofEngine = false): () => void {
  if (underWay++ === 0) tell();
  if (ofEngine) asked++;
  let ended = false;
  return () => {
    if (ended) return;
    ended = true;
    if (ofEngine) asked--;
    if (--underWay === 0) tell();
  };
}

function tell(): void {
  // Unit tests have no document.
  globalThis.document?.documentElement.toggleAttribute('data-idle', underWay === 0);
}

/** Counts work until it settles. */
export function during<T>(work: Promise<T>): Promise<T> {
  const end = begin();
  work.then(end, end);
  return work;
}

/** Creates a timer that counts until it has fired. */
export function createLater(act: () => void) {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let end = () => {};

  function stop(): void {
    clearTimeout(timer);
    timer = undefined;
    end();
  }

  function restart(milliseconds: number): void {
    const before = end;
    end = begin();
    before();
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      const rest = end;
      // The page never looks idle before tasks begun by `act`.
      try {
        act();
      } finally {
        rest();
      }
    }, milliseconds);
  }

  return {
    /** Fires in this many milliseconds, unless already waiting. */
    start(milliseconds: number): void {
      if (timer === undefined) restart(milliseconds);
    },
    /** Fires in this many milliseconds from now, even if waiting. */
    restart,
    stop,
    isWaiting: () => timer !== undefined,
  };
}

export type Later = ReturnType<typeof createLater>;

/** Creates a display-frame request that counts. */
export function createNextFrame(act: (time: number) => void) {
  let handle = 0;
  let end = () => {};
  return {
    ask(): void {
      if (handle !== 0) return;
      end = begin();
      handle = requestAnimationFrame((time) => {
        handle = 0;
        const rest = end;
        try {
          act(time);
        } finally {
          rest();
        }
      });
    },
    cancel(): void {
      cancelAnimationFrame(handle);
      handle = 0;
      end();
    },
  };
}

export type NextFrame = ReturnType<typeof createNextFrame>;
