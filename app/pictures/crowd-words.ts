import './crowd-words.en.ts';
import type { SideName } from '../../engine/contract.ts';
import type { Translate } from '../i18n/messages.ts';
import { shownCrowd } from '../session/shown-crowd.ts';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';
import type { CrowdAim } from './crowd-words.en.ts';

/** How many of a side's dots have come to their end at the step that is shown, in words. */
export interface CrowdWords {
  /** “75 of 200”, and what they did. */
  readonly count: string;
  readonly reached: string;
  /** What the others do; empty where there are none. */
  readonly rest: string;
}

/** Null where no dots are shown. */
export function crowdWords(state: AppState, side: SideName, t: Translate): CrowdWords | null {
  const { frame } = shownCrowd(state) ?? {};
  if (!frame) return null;
  const { arrived, elsewhere, ...others } = frame[side].counts;
  // Without a star, and with nothing that is aimed at, nobody arrives.
  const isAimless = frame.aim === null && !state.opened?.plant;
  const aim = isAimless ? 'stopped' : ((frame.aim ?? 'star') as CrowdAim);
  return {
    count: t('crowd.of', { count: isAimless ? elsewhere : arrived, of: frame.count }),
    reached: t('crowd.reached', { aim }),
    rest: t('crowd.rest', { ...others, elsewhere: isAimless ? 0 : elsewhere }),
  };
}

/** The same as a sentence; empty where no dots are shown. */
export function crowdSentence(state: AppState, side: SideName, t: Translate): string {
  const words = crowdWords(state, side, t);
  return words === null ? '' : t('crowd.told', { words: words.count + words.reached, rest: words.rest });
}

/** Both sides' sentences, for a live region. */
export function crowdTold(state: AppState, t: Translate): string {
  return (['left', 'right'] as const)
    .map((side) => [viewOf(state).title(state, side, t), crowdSentence(state, side, t)] as const)
    .flatMap(([side, words]) => (words === '' ? [] : [t('crowd.side', { side, words })]))
    .join(' ');
}
