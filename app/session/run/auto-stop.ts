import type { AppState, SideState } from '../store.ts';

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

/** True if the run is shown at the end where play stops by itself; false once it went on from there. */
export function isAtEnd({ k, sides, crowd, scenario, wentOn, playing, phase }: AppState): boolean {
  if (playing || wentOn || phase !== 'ready' || !scenario.values.autostop) return false;
  const end = autoStopStep(sides.left, sides.right);
  const last = crowd ? crowd.end : end;
  return end !== null && last !== null && k >= Math.max(end, last);
}
