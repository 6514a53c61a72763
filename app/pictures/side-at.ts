import type { SideName } from '../../engine/contract.ts';
import { createSelection } from '../session/picture/picture.ts';
import type { Snapshot } from '../session/picture/snapshot.ts';
import { shownRow } from '../session/run/kept-steps.ts';
import type { Trajectory } from '../session/run/trajectory.ts';

/** A side at the shown step. Its trajectory grows in place; the version detects this. */
export interface SideAt {
  readonly trajectory: Trajectory;
  readonly version: number;
  readonly row: number;
}

/** Selects a side at the shown step, or at the row of `rowOf`. */
export function selectSide(side: SideName, rowOf: (snapshot: Snapshot, side: SideName) => number = shownRow) {
  return createSelection((snapshot): SideAt => {
    const trajectory = snapshot.trajectories[side];
    return { trajectory, version: trajectory.version, row: rowOf(snapshot, side) };
  });
}

/** Returns its weights as a view. */
export function iterateAt({ trajectory: { iterates, dimension }, row }: SideAt): Float64Array {
  return iterates.subarray(row * dimension, (row + 1) * dimension);
}
