import './words.en.ts';
import './present.css';
import { X } from 'lucide-react';
import { useCallback } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { formatDistance } from '../../../i18n/format.ts';
import { drawGuess } from '../../../pictures/guess-marks.ts';
import { isGuessing } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { type AppState, shownView } from '../../../session/store.ts';
import { Drawing, type Size } from '../../../ui/Drawing.tsx';
import { useThemeContext } from '../../../ui/theme-context.ts';
import { guessWords, revealed } from './guess-words.ts';

/** The room's guess on the map of a side, and what is said of it. */
export function GuessLayer({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const { palette, scale } = useThemeContext();
  const words = useApp(() => guessWords(session, side, t));
  const movable = useApp((state) => isGuessing(state) && state.guesses[side] !== null);

  const watch = useCallback(
    (state: AppState) => [
      state.guesses[side],
      state.k,
      state.version,
      state.playing,
      state.opened,
      shownView(state),
      state.sides[side],
    ],
    [side],
  );

  const draw = useCallback(
    ({ width, height }: Size) => {
      const state = session.store.getState();
      const facts = revealed(session, side);
      const distance = facts ? formatDistance(facts.distance) : '';
      return drawGuess({
        width,
        height,
        scale,
        palette,
        view: shownView(state),
        side,
        guess: state.guesses[side],
        end: facts?.end ?? null,
        label: t('guess.mark'),
        distance,
        both: t('guess.markAway', { distance }),
      });
    },
    [session, side, palette, scale, t],
  );

  return (
    <div className="guess-layer">
      <Drawing draw={draw} watch={watch} />
      {words !== '' && (
        <p className="guess-chip" data-testid={`guess-${side}`}>
          {words}
          {movable && (
            <button
              type="button"
              title={t('guess.takeBack')}
              aria-label={t('guess.takeBack')}
              onClick={(event) => {
                // The button goes with the guess; the map is where the next one is placed.
                const plate = event.currentTarget.closest('.plate');
                session.guess(side, null);
                plate?.querySelector<HTMLElement>('.surface')?.focus();
              }}
            >
              <X size={18} aria-hidden />
            </button>
          )}
        </p>
      )}
    </div>
  );
}
