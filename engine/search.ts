/** Something that is computed in slices, so that whoever waits can stop in between. */
export interface Search<Found, Progress = unknown> {
  /** Goes on for a moment (some milliseconds); false, without doing anything, where all is found. */
  step(): boolean;
  /** What was found, once `step` has said false. */
  found(): Found;
  /** How far it is, to be shown; plain data. */
  readonly progress?: () => Progress;
}

/** What is known at once. */
export function foundAtOnce<Found>(found: Found): Search<Found> {
  return { step: () => false, found: () => found };
}

/** Goes on to the end. */
export function findAll<Found>(search: Search<Found>): Found {
  while (search.step());
  return search.found();
}
