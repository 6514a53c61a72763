import { useEffect, useRef, useState } from 'react';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import { viewOf } from '../session/view.ts';
import { useTelling } from './use-telling.ts';

/** Milliseconds for which a word stays on the page. */
const TOAST = 4000;

/** Tells the run in words at a calm pace, and shows short words about what just happened. */
export function LiveRegion() {
  const session = useSession();
  const t = useTranslate();
  const said = useApp((state) => state.toast);
  const [toast, setToast] = useState<string | null>(null);
  const region = useRef<HTMLParagraphElement>(null);

  useEffect(() => {
    if (!said) return;
    setToast(t(said.key));
    const timer = setTimeout(() => setToast(null), TOAST);
    return () => clearTimeout(timer);
  }, [said, t]);

  useTelling(region, (state) => viewOf(state).tell(session, state, t));

  return (
    <>
      <p ref={region} className="visually-hidden" aria-live="polite" data-testid="live" />
      <div role="status" className="toast-place">
        {toast !== null && <p className="toast">{toast}</p>}
      </div>
    </>
  );
}
