import { useRef } from 'react';
import { useSession, useTransient, useTranslate } from '../views/session-context.tsx';
import { leftWords, rightWords } from './network-words.ts';

/** Milliseconds between two spoken accounts of a run. */
const PACE = 5000;

/** Tells the run of two layers in words at a calm pace. */
export function NetworkLive() {
  const session = useSession();
  const t = useTranslate();
  const region = useRef<HTMLParagraphElement>(null);
  const spokenAt = useRef(0);
  useTransient(
    (state) => `${state.k} ${state.playing}`,
    () => {
      const state = session.store.getState();
      const now = performance.now();
      if (!region.current || (state.playing && now - spokenAt.current < PACE)) return;
      spokenAt.current = now;
      region.current.textContent = t('aria.network', {
        k: state.k,
        left: leftWords(session, state, t),
        right: rightWords(session, state, t),
      });
    },
  );
  return <p ref={region} className="visually-hidden" aria-live="polite" data-testid="live-network" />;
}
