import type { SideState } from '../store.ts';

/** Steps after which a run that is known to fall for ever counts as shown. */
const UNBOUNDED_SHOWN = 100;

/** How a side stands, and since when. */
export type Stands = Pick<SideState, 'status' | 'endedAt' | 'labels'>;

/** Step at which a side has ended for the eye, or null while it moves. At `global` there is nothing better to come. */
export function endOf({ status, endedAt, labels }: Stands): number | null {
  if (endedAt === null || (labels && status !== 'global')) return null;
  return status === 'unbounded' ? Math.max(endedAt, UNBOUNDED_SHOWN) : endedAt;
}

/** Step at which a side has shown what it came to: its first arrival at the plant too, though it may leave again. */
function stopOf(side: SideState): number | null {
  return side.status === 'diverged' ? side.endedAt : (side.arrivedAt ?? endOf(side));
}

/** The step at which playing stops by itself: both sides have arrived or ended. Null while one moves. */
export function autoStopStep(left: SideState, right: SideState): number | null {
  const leftEnd = stopOf(left);
  const rightEnd = stopOf(right);
  return leftEnd === null || rightEnd === null ? null : Math.max(leftEnd, rightEnd);
}
