import './words.en.ts';
import type { SideName } from '../../../../engine/contract.ts';
import type { View } from '../../../charts/geometry.ts';
import { formatPoint } from '../../../i18n/format.ts';
import type { Translate } from '../../../i18n/messages.ts';
import { guessKind, isGuessing, outcomeOf } from '../../../session/guessing.ts';
import { lossNumber } from '../../../session/loss-number.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { rowOf } from '../../../session/run/kept-steps.ts';
import { toldPlace } from '../../../session/run/told-place.ts';
import type { Session } from '../../../session/session.ts';
import { viewOf } from '../../../session/view.ts';
import type { GuessFacts } from './words.en.ts';

/** Returns a round number near a ninth of the fitted window, in map units: flags within it count as close. */
function nearIn({ x0, x1 }: View): number {
  const wanted = (x1 - x0) / 9;
  const power = 10 ** Math.floor(Math.log10(wanted));
  const [nearest] = [1, 2, 5, 10]
    .map((digit) => digit * power)
    .sort((a, b) => Math.abs(Math.log(a / wanted)) - Math.abs(Math.log(b / wanted)));
  return Number(nearest!.toPrecision(1));
}

/** Returns the point that a side's guesses are compared with, and their errors; null until revealed. */
export function revealed(
  { store, trajectories }: Snapshot,
  side: SideName,
): (GuessFacts & { readonly end: readonly [number, number] }) | null {
  const state = store.getState();
  const guesses = state.guesses[side];
  const outcome = outcomeOf(state, side);
  const { iterates, places, dimension, last } = trajectories[side];
  if (guesses.length === 0 || !outcome || outcome.k > last) return null;
  const row = rowOf(trajectories[side], outcome.k);
  // If the map has its own coordinates, use the side's place there.
  const [from, stride] = places.length > 0 ? [places, 3] : [iterates, dimension];
  const end = [from[stride * row]!, from[stride * row + 1]!] as const;
  if (!Number.isFinite(end[0] + end[1])) return null;
  const distances = guesses.map(([x, y]) => Math.hypot(end[0] - x, end[1] - y));
  const within = nearIn(state.autoView);
  const close = distances.filter((distance) => distance <= within).length;
  return { ...outcome, end, distance: distances[0]!, count: guesses.length, close, within };
}

/** Returns the question, the guesses, or their errors; empty if there is none. */
export function guessWords(session: Session, side: SideName, t: Translate): string {
  const state = session.store.getState();
  if (guessKind(state) === 'votes') return voteWords(session, side, t);
  const guesses = state.guesses[side];
  const facts = revealed(session, side);
  if (facts) return t('guess.distance', facts);
  const [guess] = guesses;
  if (guess)
    return t('guess.placed', {
      at: formatPoint(toldPlace(state.opened, side, guess)),
      count: guesses.length,
    });
  return isGuessing(state) ? t('guess.ask') : '';
}

/** Same for votes, revealed once the better side is known. */
function voteWords(session: Session, side: SideName, t: Translate): string {
  const state = session.store.getState();
  const { left, right } = state.guesses;
  const [votes, of] = [state.guesses[side].length, left.length + right.length];
  if (of === 0) return isGuessing(state) ? t('guess.vote.ask') : '';
  const outcomes = [outcomeOf(state, 'left'), outcomeOf(state, 'right')];
  if (outcomes.some((outcome) => !outcome)) return t('guess.vote.count', { votes });
  const view = viewOf(state);
  const ahead = view.loss(session, side) - view.loss(session, side === 'left' ? 'right' : 'left');
  return t('guess.vote.told', {
    ...{ votes, of, order: ahead > 0 ? 'better' : ahead < 0 ? 'worse' : 'equal' },
    k: outcomes.some((outcome) => outcome?.how === 'paused') ? state.k : null,
    readout: view.readout(lossNumber(session, side), t, state),
  });
}
