import type { SideName } from '../../../engine/contract.ts';
import type { Snapshot } from '../picture/snapshot.ts';
import type { AppState } from '../store.ts';
import type { Trajectory } from './trajectory.ts';

/** A long run keeps every 2nd, 4th, 8th ... step and the last: steps count computed ones, rows kept ones. Reads use kept steps. */

/** Returns the row of the latest kept step up to `step`; -1 without rows. */
export function rowOf(
  { count, stride, last }: Pick<Trajectory, 'count' | 'stride' | 'last'>,
  step: number,
): number {
  return step >= last ? count - 1 : Math.max(0, Math.floor(step / stride));
}

export function stepOf(
  { count, stride, last }: Pick<Trajectory, 'count' | 'stride' | 'last'>,
  row: number,
): number {
  return row >= count - 1 ? last : row * stride;
}

/** Returns a side's shown step: the last finite one after it diverged. */
export function shownStep(state: AppState, side: SideName): number {
  return Math.min(state.k, state.sides[side].last);
}

export function shownRow({ store, trajectories }: Snapshot, side: SideName): number {
  return rowOf(trajectories[side], shownStep(store.getState(), side));
}

/** Returns a series' number at a step; NaN if none. */
export function numberAt(trajectory: Trajectory, series: string, step: number): number {
  return trajectory.series[series]?.[rowOf(trajectory, step)] ?? Number.NaN;
}

export function shownNumber({ store, trajectories }: Snapshot, side: SideName, series: string): number {
  return numberAt(trajectories[side], series, shownStep(store.getState(), side));
}

/** Returns the shown weights, as a view. */
export function shownIterate(snapshot: Snapshot, side: SideName): Float64Array {
  const { iterates, dimension } = snapshot.trajectories[side];
  const row = shownRow(snapshot, side);
  return iterates.subarray(row * dimension, (row + 1) * dimension);
}

/** Returns the latest step up to `step` that both sides keep. */
export function keptStep({ frontier, stride }: Pick<AppState, 'frontier' | 'stride'>, step: number): number {
  return step >= frontier ? frontier : Math.floor(step / stride) * stride;
}

/** Returns the first step from `step` on that both sides keep; else the frontier. */
export function keptStepFrom(
  { frontier, stride }: Pick<AppState, 'frontier' | 'stride'>,
  step: number,
): number {
  return Math.min(frontier, Math.ceil(step / stride) * stride);
}
