import type { SideName } from '../../engine/contract.ts';
import { CRITERIA } from '../../engine/run/status.ts';
import type { VerdictFacts } from '../i18n/messages.ts';
import { MAX_STEPS } from './batch-steps.ts';
import { excessFloor } from './excess.ts';
import { rowOf, shownStep } from './kept-steps.ts';
import { standingOf } from './standing.ts';
import type { AppState } from './store.ts';
import type { Trajectories } from './trajectory.ts';

/** The weights of a row. */
function iterateAt({ iterates, dimension: d }: Trajectories[SideName], row: number): Float64Array {
  return iterates.subarray(row * d, (row + 1) * d);
}

/** The step length of a side as a multiple of 1/L. */
export function stepFactor(state: AppState, side: SideName): number {
  const { opened } = state;
  return opened ? opened.settings[side].step * (opened.smoothness || 1) : 1;
}

/** A run that has lost its gradient is this near to its end, against max(1, ||w||), and in its loss against that of the origin. */
const NEAR = 1e-4;
const LEVEL = 1e-6;

/**
 * The place among the stationary points at which a side stands, where that is not the lowest. Of rows that are nearly parallel places
 * far apart in the loss are near in the weights: so both must agree.
 */
function placeOf(
  { structure }: AppState,
  side: SideName,
  w: ArrayLike<number>,
  loss: number,
): VerdictFacts['place'] {
  const points = structure?.[side];
  if (!points || w.length !== 2) return null;
  const near = NEAR * Math.max(1, Math.hypot(w[0]!, w[1]!));
  const lowest = Math.min(
    ...[...points.minima, ...points.valleys, ...points.plateaus, points.origin].map(({ loss }) => loss),
  );
  const isHigher = (loss: number) => loss > lowest + 1e-9 * Math.max(points.origin.loss, Math.abs(lowest));
  const isLevel = (place: { readonly loss: number }) =>
    Math.abs(loss - place.loss) <= LEVEL * Math.max(points.origin.loss, Math.abs(lowest));
  const minimum = points.minima.find((place) => {
    const { at } = place;
    return isLevel(place) && Math.hypot(w[0]! - at[0], w[1]! - at[1]) < near;
  });
  if (minimum?.strict) return isHigher(minimum.loss) ? 'spurious' : null;
  const valley = points.valleys.find((place) => {
    const { through, direction, from, to } = place;
    const across = direction[0] * (w[1]! - through[1]) - direction[1] * (w[0]! - through[0]);
    const inside = from[0] * w[1]! - from[1] * w[0]! > -near && w[0]! * to[1] - w[1]! * to[0] > -near;
    return isLevel(place) && inside && Math.abs(across) < near;
  });
  if (valley) return isHigher(valley.loss) ? 'valley' : null;
  const isOrigin = isLevel(points.origin) && Math.hypot(w[0]!, w[1]!) < near;
  return isOrigin && isHigher(points.origin.loss) ? 'origin' : null;
}

/** Whether the right side is known to be convex: the relaxation itself, and the lifted program; of another problem nobody knows. */
function isRightConvex({ problem, values }: AppState['scenario']): boolean {
  return problem === 'lift' || (problem === 'one-neuron' && values.blend === 1);
}

/** What the verdict of a side is told from. */
export function verdictFacts(state: AppState, trajectories: Trajectories, side: SideName): VerdictFacts {
  const { references, k, opened } = state;
  const standing = standingOf(state, trajectories, side);
  const c = stepFactor(state, side);
  const { losses, distances, gradientNorms } = trajectories[side];
  const row = rowOf(trajectories[side], shownStep(state, side));
  const loss = losses[row] ?? Number.NaN;
  const first = losses[0] ?? Number.NaN;
  const least = opened?.planted ? 0 : references?.[side]?.loss;
  return {
    side,
    ...standing,
    k,
    distance: distances[row] ?? Number.NaN,
    slow: (gradientNorms[row] ?? 1) <= CRITERIA.slow * (opened?.smoothness ?? 1),
    convex: side === 'right' && isRightConvex(state.scenario),
    growing: c >= 2 && loss > CRITERIA.growth * Math.max(first, Number.MIN_VALUE),
    certified: references?.certified[side] ?? true,
    restarts: references?.restarts ?? 0,
    lower: least !== undefined && loss < least - excessFloor(state, side),
    atMinimum: least === undefined ? null : loss - least <= 1e-9 * Math.max(Math.abs(first), Math.abs(least)),
    place:
      standing.status === 'stationary'
        ? placeOf(state, side, iterateAt(trajectories[side], row), loss)
        : null,
    planted: opened?.planted ?? false,
    hasPlant: (opened?.plant ?? null) !== null,
    c: Number(c.toPrecision(12)),
    safe: c < 2,
    optimumKnown: state.scenario.problem === 'lift',
    limit: k >= MAX_STEPS,
    sizes: opened?.sizes ?? { labels: 1, weights: 1 },
  };
}
