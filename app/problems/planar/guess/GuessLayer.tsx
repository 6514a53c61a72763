import './guess.css';
import { useEffect, useMemo, useState } from 'react';
import type { SideName } from '../../../../engine/contract.ts';
import { formatDistance } from '../../../i18n/format.ts';
import { createNextFrame } from '../../../session/busy.ts';
import { createPicture } from '../../../session/picture/picture.ts';
import { useApp, useSession } from '../../../session/session-context.tsx';
import { shownView } from '../../../session/store.ts';
import { Drawing } from '../../../ui/Drawing.tsx';
import { GuessChip } from './GuessChip.tsx';
import { revealed } from './guess.ts';
import { drawGuess } from './marks.ts';

/** Milliseconds in which the lines from the flags grow to the end. */
const GROWING = 600;

/** Shows the audience's guesses on a side's map, with their words. */
export function GuessLayer({ side }: { side: SideName }) {
  const session = useSession();
  const phase = useGrowth(useApp(() => revealed(session, side) !== null));

  const picture = useMemo(() => createGuess(side, phase), [side, phase]);

  return (
    <div className="guess-layer">
      <Drawing picture={picture} />
      <GuessChip side={side} surface=".surface" />
    </div>
  );
}

/** Animates from 0 to 1 once `told` is true, at once with reduced motion; 0 otherwise. */
function useGrowth(told: boolean): number {
  const [phase, setPhase] = useState(0);
  useEffect(() => {
    setPhase(0);
    if (!told) return;
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      setPhase(1);
      return;
    }
    let began: number | null = null;
    const frame = createNextFrame((now) => {
      began ??= now;
      const next = Math.min(1, (now - began) / GROWING);
      setPhase(next);
      if (next < 1) frame.ask();
    });
    frame.ask();
    return frame.cancel;
  }, [told]);
  return phase;
}

/** Draws the guesses and, once a side has ended, their distances. */
function createGuess(side: SideName, phase: number) {
  return createPicture({
    select(snapshot) {
      const state = snapshot.store.getState();
      const { end, distance } = revealed(snapshot, side) ?? { end: null, distance: null };
      return {
        view: shownView(state),
        guesses: state.guesses[side],
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
        phase,
        end: endX === null || endY === null ? null : [endX, endY],
        label: t('guess.mark'),
        both: t('guess.markAway', { distance: input.distance }),
      }),
  });
}
