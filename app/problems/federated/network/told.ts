import type { SideName } from '../../../../engine/contract.ts';
import type { NetworkInfo } from '../../../../engine/problems/federated/types.ts';
import { dynamicKey, type Translate } from '../../../i18n/messages.ts';
import { isAsking, openScene } from '../../../session/guessing.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownNumber } from '../../../session/run/kept-steps.ts';
import { standingOf } from '../../../session/run/standing.ts';
import type { Footing } from '../../../session/view.ts';
import type { At } from '../../kit/define-view.ts';
import { isBare, say } from '../../kit/say.ts';
import { saidBand } from '../factor-words.ts';
import { askedBelow, toldBelow } from '../federated-words.ts';

type Open = At<NetworkInfo>;

export const networkTitle = ({ opened }: Open, side: SideName, t: Translate): string =>
  side === 'left' ? t('fed.title.network', { m: opened.info.width }) : t('fed.title.linearised');

export const networkShort = (_: Open, side: SideName, t: Translate): string =>
  t(side === 'left' ? 'fed.short.network' : 'fed.short.linearised');

export function networkAbout(state: Open, panel: string, t: Translate): string {
  if (panel === 'right') return t('fed.about.linearised');
  if (panel !== 'left') return '';
  return t('fed.about.local', { k: state.opened.info.local, bare: isBare(state) });
}

/** Relative tolerance: losses within it are equal, and a factor this near to 1 may be on either side. */
const ROUNDING = 1e-12;

/** Compares both losses at the shown step with the linearisation's known rest. */
export function networkVerdict(snapshot: Snapshot, state: Open, side: SideName, t: Translate): string {
  const { rest, isRankSure, expected, rounds } = state.opened.info;
  const { status, endedAt } = standingOf(state, snapshot.trajectories, side);
  const [network, linear] = [shownNumber(snapshot, 'left', 'loss'), shownNumber(snapshot, 'right', 'loss')];
  const bare = isBare(state);
  const facts = { k: endedAt, network, linear, bare };
  const excess = rest?.excess ?? Number.NaN;
  if (status !== 'moving') return say(t, dynamicKey('end', 'fednet', status), { ...facts, excess });
  if (state.k === 0) return t('verdict.ready');
  if (side === 'left') {
    // A side that diverged shows an earlier round; a lecture compares in its own words.
    const other = standingOf(state, snapshot.trajectories, 'right').status;
    if (other === 'diverged' || openScene(state)) return t('fed.net.moving', { loss: network });
    const isAlike = Math.abs(network - linear) <= ROUNDING * Math.max(network, linear);
    return t(isAlike ? 'fed.net.alike' : 'fed.net.lower', facts);
  }
  if (isAsking(state) || !rest || !isRankSure || !(expected < 1 - ROUNDING))
    return t('fed.net.moving', { loss: linear });
  return t('fed.net.rests', { ...rest, rounds: Math.max(1, Math.ceil(rounds)), bare });
}

export function networkFooting(snapshot: Snapshot, state: Open, side: SideName, t: Translate): Footing {
  const { info } = state.opened;
  const { status } = standingOf(state, snapshot.trajectories, side);
  if (status !== 'moving') return toldBelow(info, t(dynamicKey('fed.why.net', status)), true, t);
  if (isAsking(state)) return askedBelow(state, info, t);
  return toldBelow(info, side === 'left' ? '' : rateWords(info, t), false, t);
}

const rateWords = ({ bracket }: NetworkInfo, t: Translate): string =>
  bracket && bracket[1] < 1 ? t('fed.why.bracket', saidBand(bracket, 3)) : t('fed.why.noBracket');
