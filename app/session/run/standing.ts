import type { End, SideName } from '../../../engine/contract.ts';
import { CRITERIA } from '../../../engine/run/status.ts';
import type { AppState } from '../store.ts';
import { numberAt, shownStep } from './kept-steps.ts';
import type { Trajectories } from './trajectory.ts';

export interface Standing {
  /** `moving` until its end is shown, and again after it left the plant. */
  readonly status: End;
  readonly endedAt: number | null;
  /** Step at which it first met the criterion of arrival, if it has left; else null. */
  readonly passedAt: number | null;
}

/** Returns a side's state at the shown step; the engine reports only the last computed one's. */
export function standingOf(state: AppState, trajectories: Trajectories, side: SideName): Standing {
  const { k, opened, sides } = state;
  const { status, endedAt, arrivedAt } = sides[side];
  const ended = endedAt !== null && endedAt <= k;
  if (arrivedAt === null || arrivedAt > k || (ended && status === 'diverged'))
    return { status: ended ? status : 'moving', endedAt: ended ? endedAt : null, passedAt: null };
  const distance = numberAt(trajectories[side], 'distance', shownStep(state, side));
  const within =
    k === arrivedAt || distance <= CRITERIA.reached * Math.hypot(...(opened?.sides[side].goal ?? []));
  if (within) return { status: 'reached', endedAt: arrivedAt, passedAt: null };
  const rests = ended && status !== 'reached';
  return { status: rests ? status : 'moving', endedAt: rests ? endedAt : null, passedAt: arrivedAt };
}
