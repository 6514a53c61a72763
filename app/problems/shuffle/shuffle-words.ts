import './matrix-words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import type { ShuffleInfo } from '../../../engine/problems/shuffle/types.ts';
import { formatFour as short } from '../../i18n/format.ts';
import { dynamicKey, type Translate } from '../../i18n/messages.ts';
import { isAsking } from '../../session/guessing.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { numberAt, shownNumber, shownStep } from '../../session/run/kept-steps.ts';
import { standingOf } from '../../session/run/standing.ts';
import type { AppState } from '../../session/store.ts';
import { viewOf } from '../../session/view.ts';
import type { At, LevelView } from '../kit/define-view.ts';
import { isBare, say } from '../kit/say.ts';
import { CHOSEN } from '../kit/state/view-state.ts';
import { permutationName } from './permutation-names.ts';
import { lineOf, matrixNow, shuffleOf } from './shuffle-info.ts';
import { toldBound } from './told-bound.ts';
import type { Stand } from './words.en.ts';

type Open = At<ShuffleInfo>;

/** Returns lambda/L; 0 if L is 0. */
const shareOf = ({ lambda, smoothness }: ShuffleInfo) => (smoothness > 0 ? lambda / smoothness : 0);

/** Formats lambda_k as a share of L. */
export const nowShare = (lambda: number, { smoothness }: ShuffleInfo): string =>
  short(smoothness > 0 ? lambda / smoothness : 0);

function titleOf({ opened: { info } }: Open, side: SideName, t: Translate): string {
  if (side === 'left') return t('shuffle.title.left');
  return t('shuffle.title.right', { share: short(shareOf(info)), ramp: info.ramp });
}

/** Explains a panel; `levels`: the third one shows rest points over lambda. */
export const aboutWords =
  (levels: boolean) =>
  (state: Open, panel: string, t: Translate): string => {
    if (panel === 'left' || panel === 'right') return t(dynamicKey('shuffle.about', panel));
    if (panel !== 'more' || CHOSEN.of(state) === 'tally') return '';
    // The cyclic shift explains the notation.
    const { n } = state.opened.info;
    const example = Array.from({ length: n }, (_, row) => (row + 1) % n);
    return t('shuffle.about.more', { line: lineOf(example), name: permutationName(example), levels });
  };

function standOf(snapshot: Snapshot, state: Open, side: SideName): Stand {
  const { carried = {} } = state.sides[side];
  const { info } = state.opened;
  const matrix = matrixNow(state, side);
  const at = (series: string) => shownNumber(snapshot, side, series);
  const bare = isBare(state);
  return {
    value: at(side === 'left' ? 'loss' : 'objective'),
    penalty: at('penalty'),
    cost: at('rounded'),
    name: matrix && !matrix.rounded.tie ? permutationName(matrix.rounded.permutation) : '',
    best: info.best?.cost ?? Number.NaN,
    listed: info.costs.length,
    least: carried.least ?? Number.NaN,
    largest: carried.largest ?? Number.NaN,
    threshold: (carried.threshold ?? Number.NaN) / (info.smoothness || 1),
    lambda: shareOf(info),
    bare,
    asks: isAsking(snapshot.store.getState()),
  };
}

/** Returns the end at the shown step: `moving` before, `best` for an arrival. */
function endOf(snapshot: Snapshot, state: AppState, side: SideName): string {
  const { status } = standingOf(state, snapshot.trajectories, side);
  return status === 'reached' ? 'best' : status;
}

function whyWords(snapshot: Snapshot, state: Open, side: SideName, end: string, t: Translate): string {
  if (end === 'moving' && isAsking(state)) return '';
  if (end === 'moving') return side === 'left' ? boundWords(snapshot, state, t) : t('shuffle.why.monotone');
  if (side === 'left') return t(end === 'tie' ? 'shuffle.why.tie' : 'shuffle.why.rests');
  if (end === 'between') return t('shuffle.why.between');
  return t('shuffle.why.corner', standOf(snapshot, state, side));
}

function boundWords({ trajectories }: Snapshot, state: AppState, t: Translate): string {
  const bound = numberAt(trajectories.left, 'bound', shownStep(state, 'left'));
  return Number.isFinite(bound) ? t('shuffle.why.bound', { bound: toldBound(bound) }) : '';
}

/** Words of both levels. */
export const MATCHING: LevelView<ShuffleInfo> = {
  title: titleOf,
  heard: (state, side, t) => `${viewOf(state).title(state, side, t)}: ${t('shuffle.curve.cost')}`,
  verdict(snapshot, state, side, t) {
    const end = endOf(snapshot, state, side);
    if (state.k === 0 && end === 'moving' && isAsking(state)) return t('verdict.ready');
    const key =
      end === 'moving' ? dynamicKey('shuffle', 'moving', side) : dynamicKey('end', 'shuffle', side, end);
    return say(t, key, standOf(snapshot, state, side));
  },
  /** Returns the line below a verdict, with proof or criterion. */
  footing(snapshot, state, side, t) {
    const { info } = state.opened;
    const end = endOf(snapshot, state, side);
    const step = short(info.step);
    return {
      below:
        side === 'left'
          ? t('shuffle.settings.left', { smoothness: short(info.smoothness), step })
          : t('shuffle.settings.right', { lambda: short(shareOf(info)), step }),
      why: whyWords(snapshot, state, side, end, t),
      ended: end !== 'moving',
      overshoots: false,
    };
  },
  /** Reports lambda_k while it grows. */
  note(snapshot, side, t) {
    const info = shuffleOf(snapshot.store.getState());
    if (!info || side === 'left' || info.ramp === 0) return '';
    const now = shownNumber(snapshot, 'right', 'lambda');
    return now < info.lambda ? t('shuffle.lambda.now', { lambda: nowShare(now, info) }) : '';
  },
};
