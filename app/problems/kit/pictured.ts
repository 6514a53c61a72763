import { selectSide } from '../../pictures/side-at.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { shownRow, shownStep, stepOf } from '../../session/run/kept-steps.ts';

/** The networks of a snapshot as pictures of neurons show them. */

/** Times F at the start beyond which a network that diverges is pictured no more: its colours and axes would say nothing. */
const FARTHEST = 1e4;

/** The step whose network is pictured: the one that is shown, or where descent has diverged by then the last before. */
export function picturedStep(session: Snapshot, side: 'left' | 'right'): number {
  return stepOf(session.trajectories[side], picturedRow(session, side));
}

/** The row of that step. */
export function picturedRow(session: Snapshot, side: 'left' | 'right'): number {
  const { objective, loss } = session.trajectories[side].series;
  // What both sides are compared by, where it is not their loss.
  const F = objective ?? loss!;
  let row = shownRow(session, side);
  // Also where it is not a number.
  if (side === 'left') while (row > 0 && !(F[row]! <= FARTHEST * F[0]!)) row--;
  return row;
}

/** The step at which descent is held in the pictures; null where they show the same as the read-outs. */
export function heldStep(session: Snapshot): number | null {
  const k = picturedStep(session, 'left');
  return k < shownStep(session.store.getState(), 'left') ? k : null;
}

/** The state of a side's network as it is pictured. */
export function networkAt(session: Snapshot, side: 'left' | 'right'): Float64Array<ArrayBuffer> {
  const { iterates, dimension } = session.trajectories[side];
  const row = picturedRow(session, side);
  return Float64Array.from(iterates.subarray(row * dimension, (row + 1) * dimension));
}

/** A side whose network is pictured, as a part of what pictures select. */
export const selectNetwork = (side: 'left' | 'right') => selectSide(side, picturedRow);
