import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { createTranslate, type Translate } from '../i18n/messages.ts';
import type { Session } from './session.ts';
import type { AppState } from './store.ts';

const Context = createContext<Session | null>(null);

export function SessionProvider({ session, children }: { session: Session; children: ReactNode }) {
  return <Context value={session}>{children}</Context>;
}

export function useSession(): Session {
  const session = useContext(Context);
  if (!session) throw new Error('expected a SessionProvider above this component; got none');
  return session;
}

/** Reads a slice of the state and renders anew where it changes. Not for what changes every frame. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useSession().store, select);
}

/** Calls back at once and whenever the selected value changes, without rendering: for canvases and counters. */
export function useTransient<T>(select: (state: AppState) => T, apply: (value: T) => void): void {
  const { store } = useSession();
  const latest = useRef({ select, apply });
  latest.current = { select, apply };
  useEffect(
    () =>
      store.subscribe(
        (state) => latest.current.select(state),
        (value) => latest.current.apply(value),
        { fireImmediately: true },
      ),
    [store],
  );
}

/** The words in the page's language. */
export function useTranslate(): Translate {
  const language = useApp((state) => state.language);
  // Words that have come since are found by the next rendering.
  const words = useApp((state) => state.moreWords);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function tells those who keep it that there are more words.
  return useMemo(() => createTranslate(language), [language, words]);
}
