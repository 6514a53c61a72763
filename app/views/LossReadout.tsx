import { useRef } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { formatReadout } from '../messages/format.ts';
import { shownStep } from '../state/facts.ts';
import { useSession, useTransient, useTranslate } from './session-context.tsx';

/** The loss at the present iterate, in digits of fixed width. */
export function LossReadout({ side }: { side: SideName }) {
  const session = useSession();
  const t = useTranslate();
  const output = useRef<HTMLOutputElement>(null);
  useTransient(
    (state) => `${state.k} ${state.version}`,
    () => {
      const state = session.store.getState();
      const loss = session.trajectories[side].losses[shownStep(state, side)] ?? Number.NaN;
      if (output.current) output.current.textContent = t('readout.loss', { loss: formatReadout(loss) });
    },
  );
  return <output ref={output} aria-live="off" data-testid={`loss-${side}`} />;
}
