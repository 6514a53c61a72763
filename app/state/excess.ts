import type { AppState } from './store.ts';

/**
 * What the excess loss of each side is over: 0 where the labels are the plant's own, else the lowest known loss; null
 * while it is not known, and for a side without a minimum.
 */
export function excessReferences({ opened, references }: Pick<AppState, 'opened' | 'references'>): {
  readonly left: number | null;
  readonly right: number | null;
} {
  if (opened?.planted) return { left: 0, right: 0 };
  return { left: references?.left.loss ?? null, right: references?.right?.loss ?? null };
}
