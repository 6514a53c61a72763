/** A computation in slices, so that the caller can stop in between. */
export interface Search<Found, Progress = unknown> {
  /** Works for a few milliseconds; returns false, without doing anything, once finished. */
  step(): boolean;
  /** Returns the result once `step` has returned false. */
  found(): Found;
  /** Returns plain-data progress for display. */
  readonly progress?: () => Progress;
}

/** Wraps a known result. */
export function foundAtOnce<Found>(found: Found): Search<Found> {
  return { step: () => false, found: () => found };
}

/** Runs a search to the end. */
export function findAll<Found>(search: Search<Found>): Found {
  while (search.step());
  return search.found();
}
