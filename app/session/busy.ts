/**
 * What the page has under way: a request to an engine, a frame or a picture that is due, a file of its own on its way, what is to be
 * written into the address or stored. While there is none of it `data-idle` stands on the root element, of the page and of an embed.
 * What waits for its time by design (a word's leave, the account of a run, the printed sheet's code) does not count.
 */
let underWay = 0;
/** How much of it is an engine's. */
let asked = 0;

/** Whether an engine is asked for something. */
export const isAsked = (): boolean => asked > 0;

/** Something begins, of an engine or not; what is returned ends it, once. */
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
  // There is no document in unit tests.
  globalThis.document?.documentElement.toggleAttribute('data-idle', underWay === 0);
}

/** Counts work as under way until it has ended, one way or the other. */
export function during<T>(work: Promise<T>): Promise<T> {
  const end = begin();
  work.then(end, end);
  return work;
}

/** A timer that counts as under way: what it does is done once, a while later. */
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
      // What it begins counts before it has ended itself.
      try {
        act();
      } finally {
        rest();
      }
    }, milliseconds);
  }

  return {
    /** Does it in so many milliseconds; where it is waited for already, that stays. */
    start(milliseconds: number): void {
      if (timer === undefined) restart(milliseconds);
    },
    /** Does it in so many milliseconds from now. */
    restart,
    stop,
    isWaiting: () => timer !== undefined,
  };
}

export type Later = ReturnType<typeof createLater>;

/** A display frame that counts as under way. */
export function createNextFrame(act: (time: number) => void) {
  let handle = 0;
  let end = () => {};
  return {
    /** Acts in the next frame; once, however often it is asked for. */
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
