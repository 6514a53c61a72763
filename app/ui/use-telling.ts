import { type RefObject, useEffect, useRef } from 'react';
import { elapsed } from '../session/elapsed.ts';
import { useSession } from '../session/session-context.tsx';
import type { AppState } from '../session/store.ts';

/** Milliseconds between two accounts of a run that plays, and the least between any two. */
const PACE = 5000;
const LEAST = 1000;

/** Milliseconds of rest before the step that was gone to is told: not each one that a slider passes. */
const REST = 300;

/** Tells the run in a live region: at a calm pace while it plays, then where it rests. `tell` words a state. */
export function useTelling(region: RefObject<HTMLElement | null>, tell: (state: AppState) => string): void {
  const { store } = useSession();
  const latest = useRef(tell);
  latest.current = tell;
  useEffect(() => {
    let spokenAt = Number.NEGATIVE_INFINITY;
    // It waits for its time by design: the page is idle meanwhile.
    let timer: ReturnType<typeof setTimeout>;
    function speak(): void {
      if (region.current) region.current.textContent = latest.current(store.getState());
      // After the wording, which takes time of its own.
      spokenAt = performance.now();
    }
    const unsubscribe = store.subscribe(
      ({ k, playing, language }) => `${k} ${playing} ${language}`,
      () => {
        const since = elapsed(spokenAt);
        const rest = store.getState().playing ? PACE - since : Math.max(REST, LEAST - since);
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
