import type { Landscape } from '../contract.ts';
import { norm } from '../kernels/vector.ts';

/** How a run stands. `moving` is no end; `diverged` ends the run, every other end only labels it. */
export const STATUSES = [
  'moving',
  'reached',
  'global',
  'dead',
  'stationary',
  'unbounded',
  'diverged',
] as const;
export type Status = (typeof STATUSES)[number];

/** The criteria, as numbers, so that the page states exactly what the engine tests. */
export const CRITERIA = {
  /** reached: ||w - w*|| <= this ||w*||. */
  reached: 1e-3,
  /** global: loss <= this, where the loss cannot be negative. */
  global: 1e-12,
  /** vanished gradient: ||grad|| <= this L max(1, ||w||). */
  gradient: 1e-10,
} as const;

/** What the judge looks at, after every step. Weights in scaled units, distances in original ones. */
export interface Standing {
  readonly landscape: Landscape;
  readonly smoothness: number;
  readonly weights: Float64Array;
  readonly loss: number;
  readonly gradientNorm: number;
  /** ||w - w*||, NaN without a plant. */
  readonly distance: number;
  /** ||w*||, NaN without a plant. */
  readonly plantNorm: number;
  /** Length of the last move, for rules that carry a velocity; 0 for the others. */
  readonly drift: number;
}

/**
 * Names the end that the run stands at, or `moving`. Divergence is the race's to see: it is the step that could not be
 * taken. A rule with a velocity stands still only when its last move has vanished too (a heavy ball glides through a
 * dead zone on a zero gradient).
 */
export function judge(standing: Standing): Status {
  const { landscape, weights, smoothness } = standing;
  if (standing.distance <= CRITERIA.reached * standing.plantNorm) return 'reached';
  if (landscape.nonNegative && standing.loss <= CRITERIA.global) return 'global';
  const length = Math.max(1, norm(weights));
  if (
    standing.gradientNorm <= CRITERIA.gradient * smoothness * length &&
    standing.drift <= CRITERIA.gradient * length
  )
    return landscape.isDead(weights) ? 'dead' : 'stationary';
  return landscape.runsOff(weights) ? 'unbounded' : 'moving';
}
