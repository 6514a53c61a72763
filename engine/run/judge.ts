import type { Landscape } from '../contract.ts';
import { norm } from '../kernels/vector.ts';
import type { RunSizes } from './sizes-of.ts';
import { CRITERIA, type Status } from './status.ts';

/** What the judge looks at, after every step. Weights in scaled units, distances in original ones. */
export interface Standing {
  readonly landscape: Landscape;
  readonly smoothness: number;
  readonly weights: Float64Array;
  readonly gradient: Float64Array;
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
  /** What the labels and the weights of this run are measured by. */
  readonly sizes: RunSizes;
}

/**
 * Whether the gradient has vanished: it is small in the coordinates that steps are taken in, and what it could still gain in better
 * ones is rounding. Without the second a side that hardly moves, because its columns are large or nearly parallel, would rest at once.
 */
export function hasVanished(standing: Standing): boolean {
  const { landscape, gradient, gradientNorm, smoothness, weights, loss, sizes } = standing;
  if (!(gradientNorm <= CRITERIA.gradient * smoothness * lengthOf(weights, sizes))) return false;
  if (standing.relative) return gradientNorm * gradientNorm <= CRITERIA.decrease * smoothness * loss;
  // What is 0 of 0 is no gain.
  return !landscape.gain || !(landscape.gain(gradient, weights, loss) > CRITERIA.gain);
}

/** Whether the loss is zero to rounding, where it cannot be below. */
export function isZeroLoss(standing: Pick<Standing, 'landscape' | 'loss' | 'sizes'>): boolean {
  const { landscape, loss, sizes } = standing;
  return landscape.nonNegative && loss <= CRITERIA.global * sizes.labels * sizes.labels;
}

const lengthOf = (weights: Float64Array, sizes: RunSizes) => Math.max(sizes.weights, norm(weights));

/**
 * Names the end that the run stands at, or `moving`. Divergence is the run's to see: it is the step that could not be taken. A rule with a
 * velocity stands still only when its last move has vanished too (a heavy ball glides through a dead zone on a zero gradient).
 */
export function judge(standing: Standing): Status {
  const { landscape, weights, sizes } = standing;
  if (standing.distance <= CRITERIA.reached * standing.plantNorm) return 'reached';
  if (isZeroLoss(standing)) return 'global';
  if (standing.drift <= CRITERIA.gradient * lengthOf(weights, sizes) && hasVanished(standing))
    return landscape.isDead(weights) ? 'dead' : 'stationary';
  return landscape.runsOff(weights) ? 'unbounded' : 'moving';
}
