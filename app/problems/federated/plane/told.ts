import type { SideName } from '../../../../engine/contract.ts';
import type { PlaneInfo, PlaneSide } from '../../../../engine/problems/federated/types.ts';
import { formatDistance } from '../../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../../i18n/messages.ts';
import { isAsking } from '../../../session/guessing.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { standingOf } from '../../../session/run/standing.ts';
import type { AppState } from '../../../session/store.ts';
import type { Footing } from '../../../session/view.ts';
import type { At } from '../../kit/define-view.ts';
import { isBare, say } from '../../kit/say.ts';
import { saidFactor } from '../factor-words.ts';
import { planeOf } from '../federated-info.ts';
import { askedBelow, toldBelow } from '../federated-words.ts';

type Open = At<PlaneInfo>;

const nameAs =
  (kind: 'title' | 'short') =>
  ({ opened }: Open, side: SideName, t: Translate): string => {
    const { versus, sides } = opened.info;
    if (side === 'left' || versus === 'rounds') return t(`fed.${kind}.local`, { k: sides[side].local });
    return t(`fed.${kind}.${versus}`);
  };

export const planeTitle = nameAs('title');
export const planeShort = nameAs('short');

export function planeAbout(state: Open, panel: string, t: Translate): string {
  const { versus, sides } = state.opened.info;
  if (panel === 'more') return t('fed.about.more');
  if (panel !== 'left' && panel !== 'right') return '';
  const k = sides[panel].local;
  if (panel === 'right' && versus !== 'rounds') return say(t, dynamicKey('fed.about', versus), { k });
  return t('fed.about.local', { k, bare: isBare(state) });
}

const hasMemory = ({ method }: PlaneSide) => method === 'scaffold';

/** SCAFFOLD's end is proved by its certificate alone. */
const outlookOf = (side: PlaneSide) => (hasMemory(side) && side.bound === null ? 'unproved' : side.outlook);

const planeFacts = (side: PlaneSide) => {
  const { bias, excess, slowest, expected, local } = side;
  return {
    bias: formatDistance(bias),
    excess: formatDistance(excess),
    factor: saidFactor(slowest),
    // SCAFFOLD's distance may grow before it shrinks: its factor bounds no number of rounds.
    rounds: Number.isFinite(expected) && !hasMemory(side) ? Math.max(1, Math.ceil(expected)) : null,
    local,
  };
};

/** Returns the proved facts on a side, for its title; empty while a scene asks. */
export function forecastWords(state: AppState, side: SideName, t: Translate): string {
  const of = planeOf(state)?.sides[side];
  return of && !isAsking(state) ? say(t, `fed.forecast.${outlookOf(of)}`, planeFacts(of)) : '';
}

export function planeVerdict(snapshot: Snapshot, state: Open, side: SideName, t: Translate): string {
  const { status, endedAt } = standingOf(state, snapshot.trajectories, side);
  const of = state.opened.info.sides[side];
  const facts = { ...planeFacts(of), k: endedAt, bare: isBare(state) };
  if (status !== 'moving') return say(t, dynamicKey('end', 'federated', status), facts);
  if (isAsking(state)) return t(state.k === 0 ? 'verdict.ready' : 'fed.plane.asking');
  return say(t, `fed.plane.${outlookOf(of)}`, facts);
}

export function planeFooting(snapshot: Snapshot, state: Open, side: SideName, t: Translate): Footing {
  const { status } = standingOf(state, snapshot.trajectories, side);
  const of = state.opened.info.sides[side];
  if (status !== 'moving') return toldBelow(of, t(dynamicKey('fed.why', status)), true, t);
  if (isAsking(state)) return askedBelow(state, of, t);
  return toldBelow(of, t(hasMemory(of) ? 'fed.why.memory' : 'fed.why.round', planeFacts(of)), false, t);
}
