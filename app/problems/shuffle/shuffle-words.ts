import type { SideName } from '../../../engine/contract.ts';
import type { ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import { formatFour as short } from '../../i18n/format.ts';
import { dynamicKey, type MessageKey, type Translate } from '../../i18n/messages.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt, shownNumber, shownStep } from '../../session/run/kept-steps.ts';
import { standingOf } from '../../session/run/standing.ts';
import type { AppState } from '../../session/store.ts';
import type { Footing } from '../../session/view.ts';
import { aboutMore } from './about-more.ts';
import { permutationName } from './permutation-names.ts';
import { lineOf, matrixNow, shuffleOf } from './shuffle-info.ts';
import { toldBound } from './told-bound.ts';
import type { Stand } from './words.en.ts';

/** Projector type is large, so use the short wording. */
const isBare = ({ scenario }: AppState): boolean => scenario.values.profile === 'projector';

type Known = Pick<AppState, 'opened' | 'openedProblem'>;

const say = (t: Translate, key: MessageKey, facts: object): string =>
  (t as (key: MessageKey, facts: object) => string)(key, facts);

/** Returns lambda/L; 0 if L is 0. */
const shareOf = ({ lambda, smoothness }: ShuffleInfo) => (smoothness > 0 ? lambda / smoothness : 0);

export function titleOf(state: Known, side: SideName, t: Translate): string {
  const info = shuffleOf(state);
  if (!info) return '';
  if (side === 'left') return t('shuffle.title.left');
  return t('shuffle.title.right', { share: short(shareOf(info)), ramp: info.ramp });
}

export function shortOf(_: Known, side: SideName, t: Translate): string {
  return t(side === 'left' ? 'shuffle.short.left' : 'shuffle.short.right');
}

export function aboutWords(state: AppState, panel: string, t: Translate): string {
  if (panel === 'more') return aboutMore(state, t);
  if (!shuffleOf(state) || (panel !== 'left' && panel !== 'right')) return '';
  return say(t, dynamicKey('shuffle.about', panel), { bare: isBare(state) });
}

export function standOf(snapshot: Snapshot, state: AppState, side: SideName, info: ShuffleInfo): Stand {
  const { carried = {} } = state.sides[side];
  const matrix = matrixNow(state, side);
  const at = (series: string) => shownNumber(snapshot, side, series);
  const bare = isBare(state);
  const nameOf = bare ? lineOf : permutationName;
  return {
    value: at(side === 'left' ? 'loss' : 'objective'),
    penalty: at('penalty'),
    cost: at('rounded'),
    name: matrix && !matrix.rounded.tie ? nameOf(matrix.rounded.permutation) : '',
    best: info.best?.cost ?? Number.NaN,
    listed: info.costs.length,
    least: carried.least ?? Number.NaN,
    largest: carried.largest ?? Number.NaN,
    threshold: carried.threshold ?? Number.NaN,
    lambda: info.lambda,
    bare,
  };
}

/** Returns the end at the shown step: `moving` before, `best` for an arrival. */
function endOf(snapshot: Snapshot, state: AppState, side: SideName): string {
  const { status } = standingOf(state, snapshot.trajectories, side);
  return status === 'reached' ? 'best' : status;
}

export function verdictWords(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): string {
  const info = shuffleOf(state);
  if (!info) return '';
  const end = endOf(snapshot, state, side);
  const key =
    end === 'moving' ? dynamicKey('shuffle', 'moving', side) : dynamicKey('end', 'shuffle', side, end);
  return say(t, key, standOf(snapshot, state, side, info));
}

/** Returns the line below a verdict, with proof or criterion. */
export function footingWords(snapshot: Snapshot, state: AppState, side: SideName, t: Translate): Footing {
  const info = shuffleOf(state);
  if (!info) return { below: '', why: '', ended: false, overshoots: false };
  const end = endOf(snapshot, state, side);
  const step = short(info.step);
  return {
    below:
      side === 'left'
        ? t('shuffle.settings.left', { smoothness: short(info.smoothness), step })
        : t('shuffle.settings.right', { lambda: short(info.lambda), step }),
    why: whyWords(snapshot, state, side, end, info, t),
    ended: end !== 'moving',
    overshoots: false,
  };
}

function whyWords(
  snapshot: Snapshot,
  state: AppState,
  side: SideName,
  end: string,
  info: ShuffleInfo,
  t: Translate,
): string {
  if (end === 'moving') return side === 'left' ? boundWords(snapshot, state, t) : t('shuffle.why.monotone');
  if (side === 'left') return t(end === 'tie' ? 'shuffle.why.tie' : 'shuffle.why.rests');
  if (end === 'between') return t('shuffle.why.between');
  return t('shuffle.why.corner', standOf(snapshot, state, side, info));
}

function boundWords({ trajectories }: Snapshot, state: AppState, t: Translate): string {
  const bound = numberAt(trajectories.left, 'bound', shownStep(state, 'left'));
  return Number.isFinite(bound) ? t('shuffle.why.bound', { bound: toldBound(bound) }) : '';
}

/** Reports lambda_k while it grows. */
export function noteWords(snapshot: Snapshot, side: SideName, t: Translate): string {
  const info = shuffleOf(snapshot.store.getState());
  if (!info || side === 'left' || info.ramp === 0) return '';
  const now = shownNumber(snapshot, 'right', 'lambda');
  return now < info.lambda ? t('shuffle.lambda.now', { lambda: short(now) }) : '';
}
