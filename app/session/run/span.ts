/** Returns the curves' and scrub line's step range: the least of 1, 1.2, 2, 2.5, 5, 10 x 10^m above 100 that contains the frontier. */
export function shownSpan(frontier: number): number {
  if (frontier <= 120) return 120;
  let decade = 100;
  while (decade * 10 < frontier) decade *= 10;
  for (const factor of [1.2, 2, 2.5, 5]) if (factor * decade >= frontier) return factor * decade;
  return 10 * decade;
}
