import type { SideName } from '../../../engine/contract.ts';
import type { Snapshot } from '../picture/snapshot.ts';
import type { AppState } from '../store.ts';
import type { Trajectory } from './trajectory.ts';

/**
 * Of a long run every 2nd, 4th, 8th ... step is kept, and the last one computed: steps are counted as they were taken, rows as they
 * are kept. Everything that is read at a step is read at a kept one.
 */

/** The row of the latest kept step that is not after a step; -1 where nothing is kept. */
export function rowOf(
  { count, stride, last }: Pick<Trajectory, 'count' | 'stride' | 'last'>,
  step: number,
): number {
  return step >= last ? count - 1 : Math.max(0, Math.floor(step / stride));
}

/** The step that a row holds. */
export function stepOf(
  { count, stride, last }: Pick<Trajectory, 'count' | 'stride' | 'last'>,
  row: number,
): number {
  return row >= count - 1 ? last : row * stride;
}

/** The step of a side that is shown: its last finite one after it diverged. */
export function shownStep(state: AppState, side: SideName): number {
  return Math.min(state.k, state.sides[side].last);
}

/** The row of a side that is shown: its last finite step after it diverged. */
export function shownRow({ store, trajectories }: Snapshot, side: SideName): number {
  return rowOf(trajectories[side], shownStep(store.getState(), side));
}

/** A number of a side at a step; NaN where it has none. */
export function numberAt(trajectory: Trajectory, series: string, step: number): number {
  return trajectory.series[series]?.[rowOf(trajectory, step)] ?? Number.NaN;
}

/** The same at its shown step. */
export function shownNumber({ store, trajectories }: Snapshot, side: SideName, series: string): number {
  return numberAt(trajectories[side], series, shownStep(store.getState(), side));
}

/** The weights of a side at its shown step: a view. */
export function shownIterate(snapshot: Snapshot, side: SideName): Float64Array {
  const { iterates, dimension } = snapshot.trajectories[side];
  const row = shownRow(snapshot, side);
  return iterates.subarray(row * dimension, (row + 1) * dimension);
}

/** The latest step that both sides keep and that is not after a step. */
export function keptStep({ frontier, stride }: Pick<AppState, 'frontier' | 'stride'>, step: number): number {
  return step >= frontier ? frontier : Math.floor(step / stride) * stride;
}

/** The first step that both sides keep and that is not before a step; the frontier where there is none. */
export function keptStepFrom(
  { frontier, stride }: Pick<AppState, 'frontier' | 'stride'>,
  step: number,
): number {
  return Math.min(frontier, Math.ceil(step / stride) * stride);
}
