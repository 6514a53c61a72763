import type { SideName } from '../../../../engine/contract.ts';
import { formatDistance, formatReadout } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownRow } from '../../../session/run/kept-steps.ts';

/** Returns the iterate's distance from the slice and the loss of its projection; empty while unknown. */
export function projectionWords(snapshot: Snapshot, side: SideName, t: Translate): string {
  const state = snapshot.store.getState();
  const { projections } = snapshot.trajectories[side];
  const row = shownRow(snapshot, side);
  const shadow = state.projections?.[side][side].loss;
  if (shadow === undefined || projections.length === 0) return '';
  return t('readout.shadow', {
    off: formatDistance(clean(projections[3 * row + 2]!, projections[3 * row]!, projections[3 * row + 1]!)),
    shadow: formatReadout(shadow),
  });
}

/** Returns a distance, or 0 if it is only rounding of the coordinates. */
function clean(off: number, s: number, t: number): number {
  return off <= 1e-12 * Math.max(1, Math.abs(s), Math.abs(t)) ? 0 : off;
}
