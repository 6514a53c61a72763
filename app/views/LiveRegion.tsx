import { useEffect, useRef, useState } from 'react';
import { verdictFacts } from '../state/facts.ts';
import { useApp, useSession, useTransient, useTranslate } from './session-context.tsx';
import { sideTitle } from './side-words.ts';

/** Milliseconds between two spoken accounts of a run. */
const PACE = 5000;

/** Milliseconds for which a word stays on the page. */
const TOAST = 4000;

/** Tells the run in words at a calm pace, and shows short words about what just happened. */
export function LiveRegion() {
  const session = useSession();
  const t = useTranslate();
  const said = useApp((state) => state.said);
  const [toast, setToast] = useState<string | null>(null);
  const region = useRef<HTMLParagraphElement>(null);
  const spokenAt = useRef(0);

  useEffect(() => {
    if (!said) return;
    setToast(t(said.key));
    const timer = setTimeout(() => setToast(null), TOAST);
    return () => clearTimeout(timer);
  }, [said, t]);

  useTransient(
    (state) => `${state.k} ${state.playing}`,
    () => {
      const state = session.store.getState();
      // Two layers tell their run themselves.
      if (state.opened?.network) {
        if (region.current) region.current.textContent = '';
        return;
      }
      const now = performance.now();
      if (state.playing && now - spokenAt.current < PACE) return;
      spokenAt.current = now;
      const words = (side: 'left' | 'right') => t('verdict', verdictFacts(state, session.trajectories, side));
      if (region.current)
        region.current.textContent = t('aria.run', {
          k: state.k,
          left: words('left'),
          right: words('right'),
          names: { left: sideTitle(state, 'left', t), right: sideTitle(state, 'right', t) },
        });
    },
  );

  return (
    <>
      <p ref={region} className="visually-hidden" aria-live="polite" data-testid="live" />
      <div role="status" className="toast-place">
        {toast !== null && <p className="toast">{toast}</p>}
      </div>
    </>
  );
}
