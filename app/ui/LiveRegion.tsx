import { type RefObject, useEffect, useRef, useState } from 'react';
import { elapsed } from '../session/elapsed.ts';
import { useApp, useSession, useTranslate } from '../session/session-context.tsx';
import type { AppState } from '../session/store.ts';
import { viewOf } from '../session/view.ts';

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

/** Milliseconds between two accounts of a run that plays, and the least between any two. */
const PACE = 5000;
const LEAST = 1000;

/** Milliseconds of rest before the step that was gone to is told: not each one that a slider passes. */
const REST = 300;

/** Tells the run in a live region: at a calm pace while it plays, then where it rests. `tell` words a state. */
function useTelling(region: RefObject<HTMLElement | null>, tell: (state: AppState) => string): void {
  const { store } = useSession();
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    let spokenAt = Number.NEGATIVE_INFINITY;
    // It waits for its time by design: the page is idle meanwhile.
    let timer: ReturnType<typeof setTimeout>;
    /** Whether it waits for the next account of a run that plays: no step changes when that comes. */
    let paced = false;
    function speak(): void {
      if (region.current) region.current.textContent = latest.current(store.getState());
      // After the wording, which takes time of its own.
      spokenAt = performance.now();
      paced = false;
    }
    const unsubscribe = store.subscribe(
      ({ k, playing, language }) => `${k} ${playing} ${language}`,
      () => {
        const { playing } = store.getState();
        if (playing && paced) return;
        paced = playing;
        const since = elapsed(spokenAt);
        const rest = playing ? PACE - since : Math.max(REST, LEAST - since);
        // Up: a timer drops the fraction.
        clearTimeout(timer);
        timer = setTimeout(speak, Math.ceil(rest));
      },
      { fireImmediately: true },
    );
    return () => {
      clearTimeout(timer);
      unsubscribe();
    };
  }, [store, region]);
}
