/** Default milliseconds between two checks for a newer message. */
export const LISTEN_EVERY = 20;

/** Work in steps of some milliseconds; `step` returns false once all is done. */
export interface Search {
  step(): boolean | Promise<boolean>;
}

/**
 * Runs a search to its end and listens for messages in between; with `listenEvery` 0 after each step. Calls `onProgress` each time before
 * listening. Returns false once `isStale` afterwards.
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
    // If the clock jumps either way, the due check comes, at worst too early.
    if (Math.abs(performance.now() - listened) < listenEvery) continue;
    onProgress?.();
    await yieldToMessages();
    if (isStale()) return false;
    listened = performance.now();
  }
}

/** Lets waiting messages be handled; a timer would wait four milliseconds. */
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
