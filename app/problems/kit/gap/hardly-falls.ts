import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { rowOf, shownStep } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';

/** Thresholds of no visible change: relative fall and swing of F over `steps`. */
const SLOW = { steps: 20, fall: 1e-4, swing: 1e-3 };

/** True if the left's series has hardly changed recently. With momentum it may rise, or swing back. */
export function hardlyFalls(
  { trajectories: { left } }: Pick<Snapshot, 'trajectories'>,
  state: AppState,
  series: string,
): boolean {
  const k = shownStep(state, 'left');
  if (k < SLOW.steps) return false;
  const last = left.series[series]!.subarray(rowOf(left, k - SLOW.steps), rowOf(left, k) + 1);
  const now = last.at(-1)!;
  return last[0]! - now <= SLOW.fall * now && Math.max(...last) - Math.min(...last) <= SLOW.swing * now;
}
