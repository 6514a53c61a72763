import type { SideName } from '../../engine/contract.ts';
import { CRITERIA } from '../../engine/race/status.ts';
import type { VerdictFacts } from '../messages/messages.ts';
import { longestRun } from './batch-steps.ts';
import type { Trajectories } from './player.ts';
import type { AppState } from './store.ts';

/** The step of a side that is shown: its last finite one after it diverged. */
export function shownStep(state: AppState, side: SideName): number {
  return Math.min(state.k, state.sides[side].last);
}

/** The weights of a trajectory at a step. */
function iterateAt({ iterates, dimension: d }: Trajectories[SideName], k: number): Float64Array {
  return iterates.subarray(k * d, (k + 1) * d);
}

/** The step length of a side as a multiple of 1/L. */
export function stepFactor(state: AppState, side: SideName): number {
  const { opened } = state;
  return opened ? opened.settings[side].step * (opened.smoothness || 1) : 1;
}

/** A run that has lost its gradient is this near to its end, against max(1, ||w||). */
const NEAR = 1e-4;

/** The place among the stationary points at which a side stands, where that is not the lowest. */
function placeOf({ structure }: AppState, side: SideName, w: ArrayLike<number>): VerdictFacts['place'] {
  const points = structure?.[side];
  if (!points || w.length !== 2) return null;
  const near = NEAR * Math.max(1, Math.hypot(w[0]!, w[1]!));
  const lowest = Math.min(
    ...[...points.minima, ...points.valleys, ...points.plateaus, points.origin].map(({ loss }) => loss),
  );
  const isHigher = (loss: number) => loss > lowest + 1e-9 * Math.max(points.origin.loss, Math.abs(lowest));
  const minimum = points.minima.find(({ at }) => Math.hypot(w[0]! - at[0], w[1]! - at[1]) < near);
  if (minimum?.strict) return isHigher(minimum.loss) ? 'spurious' : null;
  const valley = points.valleys.find(({ through, direction, from, to }) => {
    const across = direction[0] * (w[1]! - through[1]) - direction[1] * (w[0]! - through[0]);
    const inside = from[0] * w[1]! - from[1] * w[0]! > -near && w[0]! * to[1] - w[1]! * to[0] > -near;
    return inside && Math.abs(across) < near;
  });
  if (valley) return isHigher(valley.loss) ? 'valley' : null;
  return Math.hypot(w[0]!, w[1]!) < near && isHigher(points.origin.loss) ? 'origin' : null;
}

/** Whether the right side is known to be convex: the relaxation itself, and the lifted program; of another problem nobody knows. */
function isRightConvex({ problem, values }: AppState['scenario']): boolean {
  return problem === 'lift' || (problem === 'one-neuron' && values.blend === 1);
}

/** What the verdict of a side is told from. */
export function verdictFacts(state: AppState, trajectories: Trajectories, side: SideName): VerdictFacts {
  const { opened, references, sides, k } = state;
  const c = stepFactor(state, side);
  const { losses } = trajectories[side];
  const loss = losses[shownStep(state, side)] ?? Number.NaN;
  const first = losses[0] ?? Number.NaN;
  const least = opened?.planted ? 0 : references?.[side]?.loss;
  return {
    side,
    status: sides[side].status,
    endedAt: sides[side].endedAt,
    k,
    distance: trajectories[side].distances[shownStep(state, side)] ?? Number.NaN,
    slow:
      (trajectories[side].gradientNorms[shownStep(state, side)] ?? 1) <=
      CRITERIA.slow * (opened?.smoothness ?? 1),
    convex: side === 'right' && isRightConvex(state.scenario),
    growing: c >= 2 && loss > CRITERIA.growth * Math.max(first, Number.MIN_VALUE),
    atMinimum: least !== undefined && loss - least <= 1e-9 * Math.max(Math.abs(first), Math.abs(least)),
    place:
      sides[side].status === 'stationary'
        ? placeOf(state, side, iterateAt(trajectories[side], shownStep(state, side)))
        : null,
    planted: opened?.planted ?? false,
    hasPlant: (opened?.plant ?? null) !== null,
    c: Number(c.toPrecision(12)),
    safe: c < 2,
    optimumKnown: state.scenario.problem === 'lift',
    limit: k >= longestRun(opened),
  };
}
