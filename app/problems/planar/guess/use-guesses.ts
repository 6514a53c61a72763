import { useCallback } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { snapped } from '../../../pictures/placing.ts';
import { asksGuess, isGuessing } from '../../../session/guessing.ts';
import { useApp, useSession } from '../../../session/session-context.tsx';

/** The room's guesses on the map of a side: whether it is asked, whether flags are placed now, and what places and takes them back. */
export function useGuesses(side: SideName) {
  const session = useSession();
  const asked = useApp(asksGuess);
  const guessing = useApp(isGuessing);
  const takeBack = useCallback(() => session.guess(side, null), [session, side]);
  /** False where a click is no guess. */
  const place = useCallback(
    (x: number, y: number): boolean => {
      const isGuess = isGuessing(session.store.getState());
      if (isGuess) session.guess(side, [snapped(x), snapped(y)]);
      return isGuess;
    },
    [session, side],
  );
  return { asked, guessing, place, onBack: guessing ? takeBack : undefined };
}
