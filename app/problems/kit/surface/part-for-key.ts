/** Returns the part in 0 .. `last` after a key (null: none); undefined if the key reads nothing. */
export function partForKey(key: string, now: number | null, last: number): number | null | undefined {
  const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[key];
  if (last < 0) return undefined;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'Escape' && now !== null) return null;
  if (!way) return undefined;
  if (now === null) return way > 0 ? 0 : last;
  return Math.max(0, Math.min(last, now + way));
}
