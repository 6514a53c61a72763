/** Shared statuses. `moving` is no end; `diverged` and the two ends of a solver stop the run; every other end is only a label. */
export const STATUSES = [
  'moving',
  'reached',
  'global',
  'dead',
  'stationary',
  'unbounded',
  'optimal',
  'resists',
  'diverged',
] as const;
/** One of `STATUSES`. */
export type Status = (typeof STATUSES)[number];

/** Returns all status names of a problem's runs: the shared ones, then those of its card, which may redefine a shared one. */
export function endNames(card: { readonly ends?: Readonly<Record<string, unknown>> }): readonly string[] {
  return [...new Set([...STATUSES, ...Object.keys(card.ends ?? {})])];
}

type WithEnds = {
  readonly ends?: Readonly<Record<string, { readonly stops: boolean; readonly arrived: boolean }>>;
};

/** True if a side with this status has reached its target. */
export function arrivesAt(end: string, { ends = {} }: WithEnds): boolean {
  return end === 'reached' || (ends[end]?.arrived ?? false);
}

/** True if it is still on its way: moving, or at an end that is only a label. */
export function goesOn(end: string, { ends = {} }: WithEnds): boolean {
  return end === 'moving' || (ends[end]?.stops === false && !ends[end].arrived);
}

/** Criteria (docs/mathematics.md, section 9), as numbers, so that the page states exactly what the engine tests. */
export const CRITERIA = {
  /** reached: ||w - w*|| <= this ||w*||. */
  reached: 1e-3,
  /** global: loss <= this y^2, y being the labels' size (`sizesOf`), if the loss cannot be negative. */
  global: 1e-12,
  /** vanished gradient: ||grad|| <= this L max(s, ||w||), s being the weights' size (`sizesOf`). */
  gradient: 1e-10,
  /** vanished gradient, also: possible gain of a step in the best coordinates (`Landscape.gain`) <= this, relative to the loss. */
  gain: 1e-15,
  /** vanished gradient of two layers, also: ||grad||^2/L, the gain of a step, <= this loss. */
  decrease: 1e-18,
  /** dead, also: max relu(a.w) <= this max||a|| ||w|| (for one neuron also <= this max|y|, unless all labels are 0). */
  activation: 1e-6,
  /** optimal: (objective - lower bound) <= this objective. A solver that rests or runs out of rounds above it resists. */
  gap: 1e-9,
  /** Wording only: with ||grad|| <= this L, after moves of at most this, no motion is visible (`hardlyMoves`). */
  slow: 1e-3,
  /** Wording only: the loss exceeds the start's by this factor under a step of at least 2/L. */
  growth: 1e6,
} as const;

/** Number of consecutive short moves before a side is said to hardly move. */
export const SHORT_MOVES = 10;

/**
 * True if the gradient is small and no recent move was long (`Descent.move`; NaN for gradient descent, where the gradient alone decides,
 * because the next move is c/L times it). False if the gradient is NaN.
 */
export function hardlyMoves(gradientNorm: number, move: number, stepUnit: number): boolean {
  return gradientNorm <= CRITERIA.slow * stepUnit && !(move > CRITERIA.slow);
}
