import { selectSide } from '../../pictures/side-at.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { shownRow, shownStep, stepOf } from '../../session/run/kept-steps.ts';

/** Networks of a snapshot, as pictures of neurons show them. */

/** Largest F/F(0) pictured; beyond it colours and axes are meaningless. */
const FARTHEST = 1e4;

/** Returns the shown step, or the last before divergence. */
export function picturedStep(session: Snapshot, side: 'left' | 'right'): number {
  return stepOf(session.trajectories[side], picturedRow(session, side));
}

export function picturedRow(session: Snapshot, side: 'left' | 'right'): number {
  const { objective, loss } = session.trajectories[side].series;
  // Sides are compared by their objective, or by their loss if they have none.
  const F = objective ?? loss!;
  let row = shownRow(session, side);
  // Written so that NaN counts as diverged.
  if (side === 'left') while (row > 0 && !(F[row]! <= FARTHEST * F[0]!)) row--;
  return row;
}

/** Returns the pictures' last step after divergence; null if they follow the read-outs. */
export function heldStep(session: Snapshot): number | null {
  const k = picturedStep(session, 'left');
  return k < shownStep(session.store.getState(), 'left') ? k : null;
}

/** Copies the side's weights at the pictured step. */
export function networkAt(session: Snapshot, side: 'left' | 'right'): Float64Array<ArrayBuffer> {
  const { iterates, dimension } = session.trajectories[side];
  const row = picturedRow(session, side);
  return Float64Array.from(iterates.subarray(row * dimension, (row + 1) * dimension));
}

export const selectNetwork = (side: 'left' | 'right') => selectSide(side, picturedRow);
