import type { SideName } from '../../engine/contract.ts';
import { formatFixed, formatReadout } from '../i18n/format.ts';
import type { Translate } from '../i18n/messages.ts';
import type { Snapshot } from './snapshot.ts';
import { standingOf } from './standing.ts';
import { viewOf } from './view.ts';

/** A loss below half of this reads "0" where its side has arrived: the last of the decimals that a read-out has. */
const LAST_DECIMAL = 1e-5;

/** The loss at the shown step, as it stands beside a panel's title. On a projector the number stands alone: its letters are large. */
export function lossWords(snapshot: Snapshot, side: SideName, t: Translate): string {
  const state = snapshot.store.getState();
  const view = viewOf(state);
  const loss = view.loss(snapshot, side);
  const isNothing =
    loss < LAST_DECIMAL / 2 && standingOf(state, snapshot.trajectories, side).status === 'reached';
  const number = isNothing ? formatFixed(0, 0) : formatReadout(loss);
  return state.scenario.values.profile === 'projector' ? number : view.readout(number, t);
}
