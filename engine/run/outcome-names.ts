/** Outcomes of one side of a run. Each run has exactly one. */
export const OUTCOMES = [
  /** It met its criterion, a distance from the weights that made the data. */
  'star',
  /** Its loss is 0 at other weights. */
  'perfect',
  /** It met its criterion, a distance or excess from the minimum, or has a certificate that it is there. */
  'best',
  /** It met another criterion of its problem. */
  'met',
  /** It neither met nor missed its criterion (`Aim.series`). */
  'tie',
  /** It stopped without meeting its criterion. */
  'stuck',
  /** It stopped where no unit is active. */
  'dead',
  /** Its loss has stopped falling, but it does not rest. */
  'hovering',
  /** It has not met its criterion, and it is proved that it never will. */
  'barred',
  'moving',
  /** Its loss falls forever, or its weights are out of bounds. */
  'falling',
] as const;
/** One of `OUTCOMES`. */
export type Outcome = (typeof OUTCOMES)[number];
