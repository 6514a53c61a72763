import './guess.css';
import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { SideName } from '../../../engine/contract.ts';
import { formatDistance } from '../../i18n/format.ts';
import { drawGuess } from '../../pictures/guess-marks.ts';
import { isGuessing } from '../../session/guessing.ts';
import { createPicture } from '../../session/picture.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import { shownView } from '../../session/store.ts';
import { Drawing } from '../../ui/Drawing.tsx';
import { guessWords, revealed } from './guess.ts';

/** The room's guess on the map of a side, and what is said of it. */
export function GuessLayer({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const words = useApp(() => guessWords(session, side, t));
  const movable = useApp((state) => isGuessing(state) && state.guesses[side] !== null);

  const picture = useMemo(() => createGuess(side), [side]);

  return (
    <div className="guess-layer">
      <Drawing picture={picture} />
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

/** The guess, and once a side has ended how far it was off. */
function createGuess(side: SideName) {
  return createPicture({
    select(snapshot) {
      const state = snapshot.store.getState();
      const { end, distance } = revealed(snapshot, side) ?? { end: null, distance: null };
      return {
        view: shownView(state),
        guess: state.guesses[side],
        endX: end?.[0] ?? null,
        endY: end?.[1] ?? null,
        distance: distance === null ? '' : formatDistance(distance),
      };
    },
    draw: ({ endX, endY, ...input }, { size, drawStyle, t }) =>
      drawGuess({
        ...size,
        ...drawStyle,
        ...input,
        side,
        end: endX === null || endY === null ? null : [endX, endY],
        label: t('guess.mark'),
        both: t('guess.markAway', { distance: input.distance }),
      }),
  });
}
