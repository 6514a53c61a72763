import { useEffect, useRef, useState } from 'react';
import type { SideName } from '../../engine/contract.ts';
import { sideTitle } from '../pictures/side-words.ts';
import { verdictFacts } from '../session/facts.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { useTelling } from './use-telling.ts';

/** Milliseconds for which a word stays on the page. */
const TOAST = 4000;

/** Tells the run in words at a calm pace, and shows short words about what just happened. */
export function LiveRegion() {
  const session = useSession();
  const t = useTranslate();
  const said = useApp((state) => state.said);
  const [toast, setToast] = useState<string | null>(null);
  const region = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    if (!said) return;
    setToast(t(said.key));
    const timer = setTimeout(() => setToast(null), TOAST);
    return () => clearTimeout(timer);
  }, [said, t]);

  useTelling(region, (state) => {
    // Two layers tell their run themselves.
    if (state.opened?.network) return '';
    const words = (side: SideName) => t('verdict', verdictFacts(state, session.trajectories, side));
    return t('aria.run', {
      k: state.k,
      left: words('left'),
      right: words('right'),
      names: { left: sideTitle(state, 'left', t), right: sideTitle(state, 'right', t) },
    });
  });

  return (
    <>
      <p ref={region} className="visually-hidden" aria-live="polite" data-testid="live" />
      <div role="status" className="toast-place">
        {toast !== null && <p className="toast">{toast}</p>}
      </div>
    </>
  );
}
