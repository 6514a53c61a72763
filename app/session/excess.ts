import type { SideName } from '../../engine/contract.ts';
import type { AppState } from './store.ts';

type Known = Pick<AppState, 'opened' | 'references'>;

/**
 * Returns each side's zero of the excess: 0 for planted labels, else the reference's loss; null if unknown or without a minimum.
 * Independent of the run, so colours and curves do not change during play.
 */
export function excessReferences({ opened, references }: Known): {
  readonly left: number | null;
  readonly right: number | null;
} {
  if (opened?.planted) return { left: 0, right: 0 };
  return { left: references?.left.loss ?? null, right: references?.right?.loss ?? null };
}

/** Returns the largest excess that may be rounding; 0 if the reference is exact. */
export function excessFloor({ opened, references }: Known, side: SideName): number {
  return opened?.planted ? 0 : (references?.rounding[side] ?? 0);
}

/** Returns a loss minus its reference: 0 within rounding, negative below the best known point, NaN without a reference. */
export function excessOver(state: Known, side: SideName, loss: number): number {
  const excess = loss - (excessReferences(state)[side] ?? Number.NaN);
  return Math.abs(excess) <= excessFloor(state, side) ? 0 : excess;
}
