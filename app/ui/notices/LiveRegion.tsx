import { useEffect, useRef, useState } from 'react';
import type { Translate } from '../../i18n/messages.ts';
import type { Snapshot } from '../../session/picture/snapshot.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import { hasPart } from '../../session/scene-parts.ts';
import { useApp, useSession, useTranslate } from '../../session/session-context.tsx';
import type { AppState, AppStore } from '../../session/store.ts';
import { viewOf } from '../../session/view.ts';

/** Milliseconds of a toast. */
const TOAST = 4000;

/** Announces the run calmly, and shows toasts. */
export function LiveRegion() {
  const session = useSession();
  const t = useTranslate();
  const said = useApp((state) => state.toast);
  const [toast, setToast] = useState<string | null>(null);
  const region = useRef<HTMLParagraphElement>(null);
  const latest = useRef(t);
  latest.current = t;

  useEffect(() => {
    setToast(said && t(said.key));
    if (!said) return;
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

/** True once the requested problem is open; before, the words are another's. */
const isShown = ({ opened, openedProblem, scenario }: AppState) =>
  opened !== null && openedProblem === scenario.problem;

/** Describes the run for screen readers; empty until the requested problem is open, and while a scene hides verdicts. */
export const accountOf = (snapshot: Snapshot, state: AppState, t: Translate): string =>
  isShown(state) && hasPart(state, 'verdict') ? viewOf(state).tell(snapshot, state, t) : '';

/** Milliseconds between announcements of a playing run, and between any two. */
const PACE = 5000;
const LEAST = 1000;

/** Milliseconds of rest before an announcement, which skip a slider's intermediate values. */
const REST = 300;

/** Announces the shown state: calmly during play, at rest, and when the words have changed. Returns a function that ends this. */
export function tellShown(
  store: AppStore,
  tell: (state: AppState) => string,
  write: (words: string) => void,
): () => void {
  let written: string | null = null;
  let spokenAt = Number.NEGATIVE_INFINITY;
  // Deliberate, so the page counts as idle.
  let timer: ReturnType<typeof setTimeout>;
  /** True while an announcement during play is due; further steps do not move it. */
  let paced = false;
  function speak(): void {
    paced = false;
    const words = tell(store.getState());
    if (words === written) return;
    write(words);
    written = words;
    // After the wording, which takes time.
    spokenAt = performance.now();
  }
  function follow(): void {
    const { playing } = store.getState();
    if (playing && paced) return;
    paced = playing;
    const since = elapsed(spokenAt);
    const rest = playing ? PACE - since : Math.max(REST, LEAST - since);
    // Rounded up: a timer drops the fraction.
    clearTimeout(timer);
    timer = setTimeout(speak, Math.ceil(rest));
  }
  // Any state may be announced.
  const unsubscribe = store.subscribe(follow);
  follow();
  return () => {
    clearTimeout(timer);
    unsubscribe();
  };
}
