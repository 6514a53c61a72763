import type { AppState } from './store.ts';
import type { Trajectories } from './trajectory.ts';

/**
 * What the excess loss of each side is over: 0 where the labels are the plant's own, else the lowest known loss, the run
 * itself included; null while it is not known, and for a side without a minimum.
 */
export function excessReferences(
  { opened, references }: Pick<AppState, 'opened' | 'references'>,
  { left, right }: Trajectories,
): { readonly left: number | null; readonly right: number | null } {
  if (opened?.planted) return { left: 0, right: 0 };
  if (!references) return { left: null, right: null };
  return {
    left: Math.min(references.left.loss, left.lowest),
    right: references.right && Math.min(references.right.loss, right.lowest),
  };
}
