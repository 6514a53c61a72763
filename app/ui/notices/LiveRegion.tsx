import { useEffect, useRef, useState } from 'react';
import type { Translate } from '../../i18n/messages.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState, AppStore } from '../../session/store.ts';
import { viewOf } from '../../session/view.ts';

/** Milliseconds for which a word stays on the page. */
const TOAST = 4000;

/** Tells the run in words at a calm pace, and shows short words about what just happened. */
export function LiveRegion() {
  const session = useSession();
  const t = useTranslate();
  const said = useApp((state) => state.toast);
  const [toast, setToast] = useState<string | null>(null);
  const region = useRef<HTMLParagraphElement>(null);
  const latest = useRef(t);
  latest.current = t;

  useEffect(() => {
    if (!said) return;
    setToast(t(said.key));
    const timer = setTimeout(() => setToast(null), TOAST);
    return () => clearTimeout(timer);
  }, [said, t]);

  useEffect(() => {
    const tell = (state: AppState) => accountOf(session, state, latest.current);
    return tellShown(session.store, tell, (words) => {
      if (region.current) region.current.textContent = words;
    });
  }, [session]);

  return (
    <>
      <p ref={region} className="visually-hidden" aria-live="polite" data-testid="live" />
      <div role="status" className="toast-place">
        {toast !== null && <p className="toast">{toast}</p>}
      </div>
    </>
  );
}

/** True once the requested problem is open; until then the page has another problem's words. */
const isShown = ({ opened, openedProblem, scenario }: AppState) =>
  opened !== null && openedProblem === scenario.problem;

/** Describes the run for screen readers. Empty until the requested problem is open. */
export const accountOf = (snapshot: Snapshot, state: AppState, t: Translate): string =>
  isShown(state) ? viewOf(state).tell(snapshot, state, t) : '';

/** Milliseconds between two accounts of a run that plays, and the least between any two. */
const PACE = 5000;
const LEAST = 1000;

/** Milliseconds of rest before what is shown is told: not each step or value that a slider passes. */
const REST = 300;

/** Writes what is shown in words: at a calm pace while it plays, then where it rests, and whenever the words have become others. Returns what ends it. */
export function tellShown(
  store: AppStore,
  tell: (state: AppState) => string,
  write: (words: string) => void,
): () => void {
  let written: string | null = null;
  let spokenAt = Number.NEGATIVE_INFINITY;
  // It waits for its time by design: the page is idle meanwhile.
  let timer: ReturnType<typeof setTimeout>;
  /** True while an announcement of a playing run is due; further steps do not move it. */
  let paced = false;
  function speak(): void {
    paced = false;
    const words = tell(store.getState());
    if (words === written) return;
    write(words);
    written = words;
    // After the wording, which takes time of its own.
    spokenAt = performance.now();
  }
  function follow(): void {
    const { playing } = store.getState();
    if (playing && paced) return;
    paced = playing;
    const since = elapsed(spokenAt);
    const rest = playing ? PACE - since : Math.max(REST, LEAST - since);
    // Up: a timer drops the fraction.
    clearTimeout(timer);
    timer = setTimeout(speak, Math.ceil(rest));
  }
  // Whatever of the state changes may be told.
  const unsubscribe = store.subscribe(follow);
  follow();
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
