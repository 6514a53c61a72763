import './guess.css';
import { X } from 'lucide-react';
import type { SideName } from '../../../../engine/contract.ts';
import { isGuessing } from '../../../session/guessing.ts';
import { useApp, useSession, useTranslate } from '../../../session/session-context.tsx';
import { guessWords } from './guess.ts';

/** Shows a side's guesses and a button that undoes the last. `surface` is a selector of the element that gets the focus afterwards. */
export function GuessChip({ side, surface }: { side: SideName; surface: string }) {
  const session = useSession();
  const t = useTranslate();
  const words = useApp(() => guessWords(session, side, t));
  const movable = useApp((state) => isGuessing(state) && state.guesses[side].length > 0);
  if (words === '') return null;
  return (
    <p className="guess-chip" data-testid={`guess-${side}`}>
      {words}
      {movable && (
        <button
          type="button"
          title={t('guess.takeBack')}
          aria-label={t('guess.takeBack')}
          onClick={(event) => {
            // The button disappears with the last guess.
            const plate = event.currentTarget.closest('.plate');
            session.guess(side, null);
            if (session.store.getState().guesses[side].length > 0) return;
            plate?.querySelector<HTMLElement>(surface)?.focus();
          }}
        >
          <X size={18} aria-hidden />
        </button>
      )}
    </p>
  );
}
