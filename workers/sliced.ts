/** Default milliseconds between checks for messages. */
export const LISTEN_EVERY = 20;

/** Work in steps of milliseconds; `step` returns false at the end. */
export interface Search {
  step(): boolean | Promise<boolean>;
}

/**
 * Runs a search to its end and listens for messages in between; with `listenEvery` 0 after each step. Calls `onProgress` before listening.
 * Returns false once `isStale`.
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
    // If the clock jumps, a check comes early at worst.
    if (Math.abs(performance.now() - listened) < listenEvery) continue;
    onProgress?.();
    await yieldToMessages();
    if (isStale()) return false;
    listened = performance.now();
  }
}

/** Lets messages be handled; a timer would take four milliseconds. */
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
