/** Lets waiting messages be heard; a timer would wait four milliseconds. */
export function breathe(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}

/** Milliseconds since a moment of `performance.now()`, whichever way the clock has jumped: what is due comes, at worst too early. */
export function elapsed(since: number): number {
  return Math.abs(performance.now() - since);
}
