import { formatReadout } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { shownRow } from '../../session/run/kept-steps.ts';
import type { AppState } from '../../session/store.ts';
import { countDirections, countKept, leftVerdict, objectiveOf, withinFacts } from './network-facts.ts';
import { networkOf } from './network-info.ts';
import { neuronsAt } from './network-pictures.ts';

/** Words for both sides' states: below panels, aloud, in captions. */

/** Compares descent with the proved bound. */
export function leftWords(session: Snapshot, state: AppState, t: Translate): string {
  return t('network.verdict', leftVerdict(session, state));
}

/** Reports the state of the program or of the relaxation. */
export function rightWords(session: Snapshot, state: AppState, t: Translate): string {
  const network = networkOf(state.opened);
  if (!network) return '';
  const flat = neuronsAt(session, 'right');
  const kept = countKept(flat, network.columns);
  if (!network.solved) {
    if (state.k === 0) return t('network.atStart');
    const objective = formatReadout(objectiveOf(session, 'right'));
    return t('network.verdictRelaxed', { objective, ...countDirections(flat, network.columns) });
  }
  const { status, endedAt } = state.sides.right;
  const row = shownRow(session, 'right');
  if (row === 0 && status !== 'optimal') return t('network.atStart');
  // Relative to the bound, as in the meter; the engine's criterion is relative to the objective.
  const { excess, least } = withinFacts(session, state, 'right');
  const ended = endedAt !== null && endedAt <= state.k;
  return t('network.verdictProgram', { status: ended ? status : 'moving', excess, least, endedAt, kept });
}
