import { type RefObject, useEffect } from 'react';
import { shallow } from 'zustand/shallow';
import type { Translate } from '../i18n/messages.ts';
import { createLater, during } from '../session/busy.ts';
import { useSession, useTranslate } from '../session/session-context.tsx';
import type { Snapshot } from '../session/snapshot.ts';
import type { AppState } from '../session/store.ts';

/** Tells in words what a picture shows now. */
export type Describe = (snapshot: Snapshot, state: AppState, t: Translate) => string;

/** Milliseconds between two descriptions, at rest and while the run plays: nobody reads a picture forty times a second. */
const PACE = { rest: 100, playing: 1000 };

const watch = (state: AppState) => [
  state.k,
  state.version,
  state.playing,
  state.opened,
  state.references,
  state.structure,
  state.basins,
  state.pull,
  state.grid,
  state.slice,
  state.network,
  state.scenario,
];

/**
 * Keeps the name of a picture (its text alternative) saying what it shows: an element with role `img`. `load` gets the code
 * that words it, after the first paint; until then the name that it was rendered with stands. It must not change between
 * renderings.
 */
export function useDescription(
  picture: RefObject<HTMLElement | null>,
  load: (() => Promise<Describe>) | undefined,
): void {
  const session = useSession();
  const t = useTranslate();
  useEffect(() => {
    if (!load) return;
    const { store } = session;
    let word: Describe | null = null;
    let unsubscribe = () => {};
    let ended = false;
    const tell = () => {
      if (word) picture.current?.setAttribute('aria-label', word(session, store.getState(), t));
    };
    const later = createLater(tell);
    during(load()).then(
      (loaded) => {
        if (ended) return;
        word = loaded;
        unsubscribe = store.subscribe(
          watch,
          () => later.start(store.getState().playing ? PACE.playing : PACE.rest),
          { equalityFn: shallow },
        );
        tell();
      },
      () => undefined,
    );
    return () => {
      ended = true;
      later.stop();
      unsubscribe();
    };
  }, [session, t, picture, load]);
}
