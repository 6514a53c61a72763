import { useRef } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { formatReadout } from '../i18n/format.ts';
import { useApp, useSession, useTransient, useTranslate } from '../session/session-context.tsx';
import { viewOf } from '../session/view.ts';

/** The loss at the present iterate, in digits of fixed width. */
export function LossReadout({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  useTransient(
    (state) => `${state.k} ${state.version}`,
    () => {
      const view = viewOf(session.store.getState());
      if (output.current)
        output.current.textContent = view.readout(formatReadout(view.loss(session, side)), t);
    },
  );
  const name = useApp((state) => viewOf(state).heard(state, side, t));
  return <output ref={output} aria-live="off" aria-label={name} data-testid={`loss-${side}`} />;
}
