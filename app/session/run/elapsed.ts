/** Milliseconds since a `performance.now()`; after a clock jump timers fire early rather than never. */
export function elapsed(since: number): number {
  return Math.abs(performance.now() - since);
}
