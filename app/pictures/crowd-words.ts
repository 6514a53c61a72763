import './crowd-words.en.ts';
import { CATALOG, endsOf } from '../../engine/catalog.ts';
import type { ProblemCard, SideName } from '../../engine/contract.ts';
import { arrivesAt, goesOn } from '../../engine/run/status.ts';
import type { CrowdFrame } from '../../workers/protocol.ts';
import { dynamicKey, type Translate } from '../i18n/messages.ts';
import { fieldOf } from '../session/picture/in-plane.ts';
import { shownCrowd } from '../session/picture/shown-crowd.ts';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';
import type { CrowdAim } from './crowd-words.en.ts';

/** Words on how many of a side's dots have ended. */
export interface CrowdWords {
  /** “75 of 200”, with what they reached. */
  readonly count: string;
  readonly reached: string;
  /** Words on the others; may be empty. */
  readonly rest: string;
}

export function crowdWords(state: AppState, side: SideName, t: Translate): CrowdWords | null {
  const { frame } = shownCrowd(state) ?? {};
  if (!frame) return null;
  if (fieldOf(state.opened, side)) return onFields(state, frame, side, t);
  const { arrived, elsewhere, ...others } = frame[side].counts;
  // Without a star or aim no dot arrives.
  const isAimless = frame.aim === null && !state.opened?.plant;
  const aim = isAimless ? 'stopped' : ((frame.aim ?? 'star') as CrowdAim);
  return {
    count: t('crowd.of', { count: isAimless ? elsewhere : arrived, of: frame.count }),
    reached: t('crowd.reached', { aim }),
    // Before the first step a count of stopped dots would tell the end.
    rest:
      frame.step === 0 ? '' : t('crowd.rest', { ...others, own: [], elsewhere: isAimless ? 0 : elsewhere }),
  };
}

/** Counts dots on maps of their own by end; words for an end: `crowd.<problem>.<end>`, as “have come to rest”. */
function onFields({ openedProblem }: AppState, frame: CrowdFrame, side: SideName, t: Translate): CrowdWords {
  const { ends, counts } = frame[side];
  const card: ProblemCard = CATALOG[openedProblem];
  const own = endsOf(openedProblem).flatMap((end, code) => {
    const words = t(dynamicKey('crowd', openedProblem, end));
    const number = words ? ends.reduce((sum, at) => sum + (at === code ? 1 : 0), 0) : 0;
    return number > 0 ? [{ end, number, words }] : [];
  });
  const [arrived, others] = [true, false].map((is) => own.filter(({ end }) => arrivesAt(end, card) === is));
  const first = arrived![0];
  const isOne = first?.number === counts.arrived;
  const told = others!.filter(({ end }) => end !== 'moving' && end !== 'diverged');
  const untold = (isMoving: boolean, all: number) =>
    told.reduce((left, { end, number }) => (goesOn(end, card) === isMoving ? left - number : left), all);
  return {
    count: t('crowd.of', { count: counts.arrived, of: frame.count }),
    reached: t('crowd.reached', { aim: 'arrived', ...(isOne && { own: first.words }) }),
    rest:
      frame.step === 0
        ? ''
        : t('crowd.rest', {
            ...counts,
            own: told.map(({ number, words }) => [number, words] as const),
            moving: untold(true, counts.moving),
            elsewhere: untold(false, counts.elsewhere),
          }),
  };
}

/** Returns a side's words as a sentence; empty without dots. */
export function crowdSentence(state: AppState, side: SideName, t: Translate): string {
  const words = crowdWords(state, side, t);
  return words === null ? '' : t('crowd.told', { words: words.count + words.reached, rest: words.rest });
}

/** Returns both sides' sentences, for a live region. */
export function crowdTold(state: AppState, t: Translate): string {
  return (['left', 'right'] as const)
    .map((side) => [viewOf(state).title(state, side, t), crowdSentence(state, side, t)] as const)
    .flatMap(([side, words]) => (words === '' ? [] : [t('crowd.side', { side, words })]))
    .join(' ');
}
