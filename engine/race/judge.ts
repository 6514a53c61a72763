import type { Landscape } from '../contract.ts';
import { norm } from '../kernels/vector.ts';
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
  /** Root mean squares of the features' columns, where they are so uneven that each weight is judged by its own; else null. */
  readonly columns: Float64Array | null;
}

/** Whether the gradient has vanished, by the criteria of its size alone. */
export function hasVanished(standing: Standing): boolean {
  const { gradientNorm, smoothness, weights, loss, columns } = standing;
  if (columns) {
    // |mean(x_j r)| against rms(x_j) rms(r): how far residuals still go with a column, in no units at all.
    const level = CRITERIA.gradient * Math.sqrt(2 * Math.max(0, loss));
    return standing.gradient.every((slope, j) => Math.abs(slope) <= level * columns[j]!);
  }
  return (
    gradientNorm <= CRITERIA.gradient * smoothness * Math.max(1, norm(weights)) &&
    (!standing.relative || gradientNorm * gradientNorm <= CRITERIA.decrease * smoothness * loss)
  );
}

/**
 * Names the end that the run stands at, or `moving`. Divergence is the race's to see: it is the step that could not be
 * taken. A rule with a velocity stands still only when its last move has vanished too (a heavy ball glides through a
 * dead zone on a zero gradient).
 */
export function judge(standing: Standing): Status {
  const { landscape, weights } = standing;
  if (standing.distance <= CRITERIA.reached * standing.plantNorm) return 'reached';
  if (landscape.nonNegative && standing.loss <= CRITERIA.global) return 'global';
  if (hasVanished(standing) && standing.drift <= CRITERIA.gradient * Math.max(1, norm(weights)))
    return landscape.isDead(weights) ? 'dead' : 'stationary';
  return landscape.runsOff(weights) ? 'unbounded' : 'moving';
}
