import type { SideState } from '../store.ts';

/** Step at which a run that falls forever counts as ended. */
const UNBOUNDED_SHOWN = 100;

export type Stands = Pick<SideState, 'status' | 'endedAt' | 'labels'>;

/** Returns the step at which a side has visibly ended, or null. Labels count only at `global`, the best. */
export function endOf({ status, endedAt, labels }: Stands): number | null {
  if (endedAt === null || (labels && status !== 'global')) return null;
  return status === 'unbounded' ? Math.max(endedAt, UNBOUNDED_SHOWN) : endedAt;
}

/** Returns the step that shows a side's result; first arrival at the plant counts, though it may leave. */
function stopOf(side: SideState): number | null {
  return side.status === 'diverged' ? side.endedAt : (side.arrivedAt ?? endOf(side));
}

/** Returns the step at which play stops: both sides have arrived or ended. Null while one moves. */
export function autoStopStep(left: SideState, right: SideState): number | null {
  const leftEnd = stopOf(left);
  const rightEnd = stopOf(right);
  return leftEnd === null || rightEnd === null ? null : Math.max(leftEnd, rightEnd);
}
