import { useRef } from 'react';
import { useSession, useTranslate } from '../../session/session-context.tsx';
import { useTelling } from '../../ui/use-telling.ts';
import { leftWords, rightWords } from './network-words.ts';

/** Tells the run of two layers in words at a calm pace. */
export function NetworkLive() {
  const session = useSession();
  const t = useTranslate();
  const region = useRef<HTMLParagraphElement>(null);
  useTelling(region, (state) =>
    t('aria.network', {
      k: state.k,
      left: leftWords(session, state, t),
      right: rightWords(session, state, t),
    }),
  );
  return <p ref={region} className="visually-hidden" aria-live="polite" data-testid="live-network" />;
}
