/** How a run stands. `moving` is no end; `diverged` ends the run, as do the two ends of a solver, every other end only labels it. */
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

/** All names that runs of a problem may stand at: the shared ones, then those of its card, which may say more of a shared one. */
export function endNames(card: { readonly ends?: Readonly<Record<string, unknown>> }): readonly string[] {
  return [...new Set([...STATUSES, ...Object.keys(card.ends ?? {})])];
}

/** What is asked of a card about its ends. */
type WithEnds = {
  readonly ends?: Readonly<Record<string, { readonly stops: boolean; readonly arrived: boolean }>>;
};

/** Whether a side that stands at such a name has arrived at what it was looking for. */
export function arrivesAt(end: string, { ends = {} }: WithEnds): boolean {
  return end === 'reached' || (ends[end]?.arrived ?? false);
}

/** Whether it is on its way there: it moves, or its end only labels what it does meanwhile. */
export function goesOn(end: string, { ends = {} }: WithEnds): boolean {
  return end === 'moving' || (ends[end]?.stops === false && !ends[end].arrived);
}

/** The criteria (docs/mathematics.md, section 9), as numbers, so that the page states exactly what the engine tests. */
export const CRITERIA = {
  /** reached: ||w - w*|| <= this ||w*||. */
  reached: 1e-3,
  /** global: loss <= this y^2, y being the labels' size (`sizesOf`), where the loss cannot be negative. */
  global: 1e-12,
  /** vanished gradient: ||grad|| <= this L max(s, ||w||), s being the weights' size (`sizesOf`). */
  gradient: 1e-10,
  /** vanished gradient, besides: what a step can still gain in the best coordinates (`Landscape.gain`) <= this, against the loss. */
  gain: 1e-15,
  /** vanished gradient of two layers, besides: ||grad||^2/L, what a step gains, <= this loss. */
  decrease: 1e-18,
  /** dead: besides, max relu(a.w) <= this max||a|| ||w|| (of one neuron also <= this max|y|, where a label is not 0). */
  activation: 1e-6,
  /** optimal: (objective - lower bound) <= this objective. A solver that rests or runs out of rounds above it resists. */
  gap: 1e-9,
  /** No end, only a word: at ||grad|| <= this L, after moves of at most this, the eye sees no move (`hardlyMoves`). */
  slow: 1e-3,
  /** No end, only a word: the loss has grown this many times over the start's under a step of 2/L or more. */
  growth: 1e6,
} as const;

/** Moves that must have been short before a side is said to hardly move. */
export const SHORT_MOVES = 10;

/**
 * Whether a side hardly moves: its gradient is small, and none of its last moves was long (`Descent.move`). The next move of gradient
 * descent is c/L times its gradient, which decides alone: `move` is NaN then. False where the gradient is NaN.
 */
export function hardlyMoves(gradientNorm: number, move: number, stepUnit: number): boolean {
  return gradientNorm <= CRITERIA.slow * stepUnit && !(move > CRITERIA.slow);
}
