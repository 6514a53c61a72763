import type { SideName } from '../../engine/contract.ts';
import { CRITERIA } from '../../engine/race/status.ts';
import type { VerdictFacts } from '../messages/messages.ts';
import { MAX_STEPS, type Trajectories } from './player.ts';
import type { AppState } from './store.ts';

/** The step of a side that is shown: its last finite one after it diverged. */
export function shownStep(state: AppState, side: SideName): number {
  return Math.min(state.k, state.sides[side].last);
}

/** The step length of a side as a multiple of 1/L. */
export function stepFactor(state: AppState, side: SideName): number {
  const { opened } = state;
  return opened ? opened.settings[side].step * (opened.smoothness || 1) : 1;
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
    convex: side === 'right' && state.scenario.values.blend === 1,
    growing: c >= 2 && loss > CRITERIA.growth * Math.max(first, Number.MIN_VALUE),
    atMinimum: least !== undefined && loss - least <= 1e-9 * Math.max(Math.abs(first), Math.abs(least)),
    planted: opened?.planted ?? false,
    hasPlant: (opened?.plant ?? null) !== null,
    c: Number(c.toPrecision(12)),
    safe: c < 2,
    limit: k >= MAX_STEPS,
  };
}
