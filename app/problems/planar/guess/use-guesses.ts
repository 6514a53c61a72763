import { useCallback } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { snapped } from '../../../pictures/placing.ts';
import { asksGuess, isGuessing } from '../../../session/guessing.ts';
import { useApp, useSession } from '../../../session/session-context.tsx';

/** The guesses on a side's map: if they are asked, if flags are placed now, and the actions to place and undo. */
export function useGuesses(side: SideName) {
  const session = useSession();
  const asked = useApp(asksGuess);
  const guessing = useApp(isGuessing);
  const takeBack = useCallback(() => session.guess(side, null), [session, side]);
  /** Returns false if a click is no guess. */
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
