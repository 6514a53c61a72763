/**
 * Outcomes of one side of a run, as people count them; each run has exactly one. `star`: within the criterion of the weights that made the
 * data. `perfect`: loss 0 elsewhere. `best`: within the criterion of the best there is. `met`: within another criterion of the problem.
 * `tie`: neither hit nor miss (`Aim.series`). `stuck`: at rest above it. `dead`: no unit is active. `falling`: forever, or out of bounds.
 */
export const OUTCOMES = [
  'star',
  'perfect',
  'best',
  'met',
  'tie',
  'stuck',
  'dead',
  'moving',
  'falling',
] as const;
/** One of `OUTCOMES`. */
export type Outcome = (typeof OUTCOMES)[number];
