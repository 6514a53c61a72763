import { createContext, type ReactNode, useContext, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import { createTranslate, type Translate } from '../i18n/messages.ts';
import { onFrames } from './run/on-frames.ts';
import { variantOf } from './scene-parts.ts';
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

/** Selects state and rerenders when it changes; not for values that change every frame. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useSession().store, select);
}

/** Calls `apply` at once, and in the frame after a change, without rendering. */
export function useTransient<T>(select: (state: AppState) => T, apply: (value: T) => void): void {
  const { store } = useSession();
  const latest = useRef({ select, apply });
  latest.current = { select, apply };
  useEffect(() => {
    let value = latest.current.select(store.getState());
    latest.current.apply(value);
    return onFrames(store, () => {
      const next = latest.current.select(store.getState());
      if (Object.is(next, value)) return;
      value = next;
      latest.current.apply(value);
    });
  }, [store]);
}

export function useTranslate(): Translate {
  const language = useApp((state) => state.language);
  const variant = useApp(variantOf);
  // Rerenders when they have loaded.
  const words = useApp((state) => state.moreWords);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another function tells those who keep it that there are more words.
  return useMemo(() => createTranslate(language, variant), [language, variant, words]);
}
