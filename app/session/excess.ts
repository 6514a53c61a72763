import type { SideName } from '../../engine/contract.ts';
import type { AppState } from './store.ts';

type Known = Pick<AppState, 'opened' | 'references'>;

/**
 * What the excess loss of each side is over: 0 where the labels are the plant's own, else the loss of its reference; null while it
 * is not known, and for a side without a minimum. It hangs on the scenario alone: a run that falls below its reference is no new one,
 * so that colours and curves are the same however far it was played.
 */
export function excessReferences({ opened, references }: Known): {
  readonly left: number | null;
  readonly right: number | null;
} {
  if (opened?.planted) return { left: 0, right: 0 };
  return { left: references?.left.loss ?? null, right: references?.right?.loss ?? null };
}

/** The excess of a side up to which it is rounding of the reference: 0 where the reference is exact. */
export function excessFloor({ opened, references }: Known, side: SideName): number {
  return opened?.planted ? 0 : (references?.rounding[side] ?? 0);
}

/**
 * The excess of a loss over the side's reference, 0 where it is rounding, negative where a run is lower than the best point known;
 * NaN without a reference.
 */
export function excessOver(state: Known, side: SideName, loss: number): number {
  const excess = loss - (excessReferences(state)[side] ?? Number.NaN);
  return Math.abs(excess) <= excessFloor(state, side) ? 0 : excess;
}
