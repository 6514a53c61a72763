/** Milliseconds since a moment of `performance.now()`, whichever way the clock has jumped: what is due comes, at worst too early. */
export function elapsed(since: number): number {
  return Math.abs(performance.now() - since);
}
