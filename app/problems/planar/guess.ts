import './guess-words.en.ts';
import type { SideName } from '../../../engine/contract.ts';
import { formatPoint } from '../../i18n/format.ts';
import type { Translate } from '../../i18n/messages.ts';
import { isGuessing, outcomeOf } from '../../session/guessing.ts';
import { rowOf } from '../../session/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import type { GuessFacts } from './guess-words.en.ts';

/** Where a side stands that its guess is held against, and how far off the guess was; null while that is not told. */
export function revealed(
  { store, trajectories }: Snapshot,
  side: SideName,
): (GuessFacts & { readonly end: readonly [number, number] }) | null {
  const state = store.getState();
  const guess = state.guesses[side];
  const outcome = outcomeOf(state, side);
  const { iterates, dimension, last } = trajectories[side];
  if (!guess || !outcome || dimension !== 2 || outcome.k > last) return null;
  const row = rowOf(trajectories[side], outcome.k);
  const end = [iterates[2 * row]!, iterates[2 * row + 1]!] as const;
  return { ...outcome, end, distance: Math.hypot(end[0] - guess[0], end[1] - guess[1]) };
}

/** What is said of the guess of a side: the question, the guess, or how far it was off; empty where there is nothing to say. */
export function guessWords(session: Session, side: SideName, t: Translate): string {
  const state = session.store.getState();
  const guess = state.guesses[side];
  const facts = revealed(session, side);
  if (facts) return t('guess.distance', facts);
  if (guess) return t('guess.placed', { at: formatPoint(guess) });
  return isGuessing(state) ? t('guess.ask') : '';
}
