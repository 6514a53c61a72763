import { useRef } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { isAsking } from '../session/guessing.ts';
import { lossNumber } from '../session/loss-number.ts';
import { useApp, useSession, useTransient, useTranslate } from '../session/session-context.tsx';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';
import { writeText } from './write-text.ts';

/** True before the first step where the end is asked for: both numbers tell nothing yet. */
const isIdle = (state: AppState) =>
  state.k === 0 && state.lecture === null && viewOf(state).foretells === true && isAsking(state);

export function LossReadout({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  useTransient(
    (state) =>
      `${state.k} ${state.version} ${state.sides[side].arrivedAt} ${state.scenario.values.profile} ${isIdle(state)}`,
    () => {
      const state = session.store.getState();
      const number = lossNumber(session, side);
      // Projector letters are large: only the number.
      const isBare = state.scenario.values.profile === 'projector';
      const words = isIdle(state) ? '' : viewOf(state).readout(number, t, state);
      writeText(output.current, isBare && words !== '' ? number : words);
    },
  );
  const name = useApp((state) => viewOf(state).heard(state, side, t));
  return <output ref={output} aria-live="off" aria-label={name} data-testid={`loss-${side}`} />;
}
