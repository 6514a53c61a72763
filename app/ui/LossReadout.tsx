import { useRef } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { lossWords } from '../session/loss-words.ts';
import { useApp, useSession, useTransient, useTranslate } from '../session/session-context.tsx';
import { viewOf } from '../session/view.ts';

/** The loss at the present iterate. */
export function LossReadout({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  useTransient(
    (state) => `${state.k} ${state.version} ${state.sides[side].arrivedAt} ${state.scenario.values.profile}`,
    () => {
      if (output.current) output.current.textContent = lossWords(session, side, t);
    },
  );
  const name = useApp((state) => viewOf(state).heard(state, side, t));
  return <output ref={output} aria-live="off" aria-label={name} data-testid={`loss-${side}`} />;
}
