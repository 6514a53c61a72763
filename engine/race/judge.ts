import type { Landscape } from '../contract.ts';
import { norm } from '../kernels/vector.ts';
import { CRITERIA, type Status } from './status.ts';

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
  /** Where the loss has no smoothness, so that L is a convention: rest is judged by the loss too. */
  readonly relative: boolean;
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
    (!standing.relative ||
      standing.gradientNorm * standing.gradientNorm <= CRITERIA.decrease * smoothness * standing.loss) &&
    standing.drift <= CRITERIA.gradient * length
  )
    return landscape.isDead(weights) ? 'dead' : 'stationary';
  return landscape.runsOff(weights) ? 'unbounded' : 'moving';
}
