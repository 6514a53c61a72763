/** Milliseconds between two looks for a newer message, unless a caller asks for others. */
export const LISTEN_EVERY = 20;

/** Work in steps of some milliseconds; `step` returns false where all is done. */
export interface Search {
  step(): boolean | Promise<boolean>;
}

/**
 * Runs a search to its end and listens for messages in between; 0 for `listenEvery` listens after each step. `onProgress` is called each
 * time before it listens. False as soon as `isStale` says after that that nobody wants the answer any more.
 */
export async function runSliced(
  { step }: Search,
  isStale: () => boolean,
  onProgress?: () => void,
  listenEvery = LISTEN_EVERY,
): Promise<boolean> {
  let listened = performance.now();
  for (;;) {
    const more = step();
    if (!(typeof more === 'boolean' ? more : await more)) return true;
    // Whichever way the clock has jumped, what is due comes: at worst too early.
    if (Math.abs(performance.now() - listened) < listenEvery) continue;
    onProgress?.();
    await yieldToMessages();
    if (isStale()) return false;
    listened = performance.now();
  }
}

/** Lets waiting messages be heard; a timer would wait four milliseconds. */
export function yieldToMessages(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
