import type { SideName } from '../../../engine/contract.ts';
import type { NetworkInfo, PlaneSide } from '../../../engine/problems/federated/types.ts';
import { formatDistance } from '../../i18n/format.ts';
import { dynamicKey, type MessageKey, type Translate } from '../../i18n/messages.ts';
import { isAsking } from '../../session/guessing.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { shownNumber } from '../../session/run/kept-steps.ts';
import { standingOf } from '../../session/run/standing.ts';
import type { AppState } from '../../session/store.ts';
import type { Footing } from '../../session/view.ts';
import { saidBand, saidFactor } from './factor-words.ts';
import { federatedOf, networkOf, planeOf, planeSideOf } from './federated-info.ts';

/** Names and states of the sides for panels, screen readers, captions. */

type Known = Pick<AppState, 'opened' | 'openedProblem'>;

/** Projector type is large, so use the short wording. */
const isBare = ({ scenario }: AppState): boolean => scenario.values.profile === 'projector';

/** Translates a composed key with any facts. */
const say = (t: Translate, key: MessageKey, facts: object): string =>
  (t as (key: MessageKey, facts: object) => string)(key, facts);

export function titleOf(state: Known, side: SideName, t: Translate): string {
  const info = federatedOf(state);
  if (!info) return '';
  if (info.level === 'network')
    return side === 'left' ? t('fed.title.network', { m: info.width }) : t('fed.title.linearised');
  const k = info.sides[side].local;
  if (side === 'left' || info.versus === 'rounds') return t('fed.title.local', { k });
  return t(info.versus === 'work' ? 'fed.title.work' : 'fed.title.equal');
}

export function shortOf(state: Known, side: SideName, t: Translate): string {
  const info = federatedOf(state);
  if (!info) return '';
  if (info.level === 'network') return t(side === 'left' ? 'fed.short.network' : 'fed.short.linearised');
  const k = info.sides[side].local;
  if (side === 'left' || info.versus === 'rounds') return t('fed.short.local', { k });
  return t(info.versus === 'work' ? 'fed.short.work' : 'fed.short.equal');
}

/** Returns a line below a panel's name. */
export function aboutWords(state: AppState, panel: string, t: Translate): string {
  const info = federatedOf(state);
  if (info?.level === 'plane' && panel === 'more') return t('fed.about.more');
  if (!info || (panel !== 'left' && panel !== 'right')) return '';
  if (info.level === 'network' && panel === 'right') return t('fed.about.linearised');
  if (info.level === 'plane' && panel === 'right' && info.versus !== 'rounds')
    return say(t, dynamicKey('fed.about', info.versus), { k: info.sides.right.local });
  const k = info.level === 'plane' ? info.sides[panel].local : info.local;
  return t('fed.about.local', { k, bare: isBare(state) });
}

const planeFacts = ({ bias, excess, slowest, expected, local }: PlaneSide) => ({
  bias: formatDistance(bias),
  excess: formatDistance(excess),
  factor: saidFactor(slowest),
  rounds: Number.isFinite(expected) ? Math.max(1, Math.ceil(expected)) : null,
  local,
});

/** Returns the proved facts on a side of the plane, for its title; empty while a scene asks. */
export function forecastWords(state: AppState, side: SideName, t: Translate): string {
  const of = planeSideOf(state, side);
  if (!of || isAsking(state)) return '';
  return say(t, `fed.forecast.${of.outlook}`, planeFacts(of));
}

function planeVerdict(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): string {
  const { status, endedAt } = standingOf(state, snapshot.trajectories, side);
  const of = planeSideOf(state, side)!;
  const facts = { ...planeFacts(of), k: endedAt, bare: isBare(state) };
  if (status !== 'moving') return say(t, dynamicKey('end', 'federated', status), facts);
  if (isAsking(state)) return t('fed.plane.asking');
  return say(t, `fed.plane.${of.outlook}`, facts);
}

/** Relative tolerance: losses within it are equal, and a factor this near to 1 may be on either side. */
const ROUNDING = 1e-12;

/** Compares the network's losses at the shown step with the linearisation's known rest. */
function networkVerdict(
  snapshot: Snapshot,
  state: AppState,
  info: NetworkInfo,
  side: SideName,
  t: Translate,
): string {
  const { status, endedAt } = standingOf(state, snapshot.trajectories, side);
  const [network, linear] = [shownNumber(snapshot, 'left', 'loss'), shownNumber(snapshot, 'right', 'loss')];
  const facts = { k: endedAt, network, linear, bare: isBare(state) };
  const excess = info.rest?.excess ?? Number.NaN;
  if (status !== 'moving') return say(t, dynamicKey('end', 'fednet', status), { ...facts, excess });
  if (state.k === 0) return t('fed.net.ready', facts);
  if (side === 'left') {
    // A side that diverged shows an earlier round.
    const other = standingOf(state, snapshot.trajectories, 'right').status;
    if (other === 'diverged') return t('fed.net.moving', { loss: network });
    const isAlike = Math.abs(network - linear) <= ROUNDING * Math.max(network, linear);
    return t(isAlike ? 'fed.net.alike' : 'fed.net.lower', facts);
  }
  if (isAsking(state) || !info.rest || !info.isRankSure || !(info.expected < 1 - ROUNDING))
    return t('fed.net.moving', { loss: linear });
  return t('fed.net.rests', {
    ...info.rest,
    rounds: Math.max(1, Math.ceil(info.rounds)),
    bare: isBare(state),
  });
}

export function verdictWords(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): string {
  if (planeOf(state)) return planeVerdict(snapshot, state, side, t);
  const info = networkOf(state);
  return info ? networkVerdict(snapshot, state, info, side, t) : '';
}

/** Returns the line below a verdict, with proof or criterion. */
export function footingWords(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): Footing {
  const info = federatedOf(state);
  if (!info) return { below: '', why: '', ended: false, overshoots: false };
  const { status } = standingOf(state, snapshot.trajectories, side);
  const { local, eta, server } = info.level === 'plane' ? info.sides[side] : info;
  return {
    below: t('fed.settings', {
      local,
      eta: formatDistance(eta),
      server: server === 1 ? null : formatDistance(server),
    }),
    why: whyWords(state, side, status, t),
    ended: status !== 'moving',
    overshoots: false,
  };
}

function whyWords(state: AppState, side: SideName, status: string, t: Translate): string {
  const plane = planeSideOf(state, side);
  if (plane) {
    if (status !== 'moving') return t(dynamicKey('fed.why', status));
    return isAsking(state) ? '' : t('fed.why.round', { ...planeFacts(plane) });
  }
  if (status !== 'moving') return t(dynamicKey('fed.why.net', status));
  const bracket = networkOf(state)?.bracket;
  if (side === 'left' || isAsking(state)) return '';
  return bracket && bracket[1] < 1 ? t('fed.why.bracket', saidBand(bracket, 3)) : t('fed.why.noBracket');
}
