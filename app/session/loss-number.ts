import type { SideName } from '../../engine/contract.ts';
import { formatFixed, formatReadout } from '../i18n/format.ts';
import type { Snapshot } from './picture/snapshot.ts';
import { standingOf } from './run/standing.ts';
import { viewOf } from './view.ts';

/** Returns the shown loss as in a read-out; "≈ 0" if its side has arrived and five decimals are 0. */
export function lossNumber(snapshot: Snapshot, side: SideName): string {
  const state = snapshot.store.getState();
  const loss = viewOf(state).loss(snapshot, side);
  const { status } = standingOf(state, snapshot.trajectories, side);
  const isThere = status === 'reached' && state.sides[side].arrivedAt !== null;
  if (isThere && loss < 5e-6) return loss === 0 ? formatFixed(0, 0) : `≈\u00a0${formatFixed(0, 0)}`;
  const { decimals } = viewOf(state);
  if (decimals === undefined || Number.isNaN(loss)) return formatReadout(loss);
  return Number.isFinite(loss) ? formatFixed(loss, decimals) : loss > 0 ? '∞' : '–';
}
