import { type RefObject, useEffect } from 'react';
import { createLater, during } from '../../session/busy.ts';
import { firstPicture } from '../../session/picture/first-picture.ts';
import type { Describe } from '../../session/picture/picture.ts';
import { useSession, useTranslate } from '../../session/session-context.tsx';

/** Milliseconds between descriptions, at rest and during play: nobody reads faster. */
const PACE = { rest: 100, playing: 1000 };

/**
 * Updates a picture's text alternative (role `img`). `load` gets the describing code after the first picture; until then the rendered
 * name stays. It must be referentially stable.
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
      const words = word?.(session, store.getState(), t) ?? null;
      const element = picture.current;
      if (words !== null && element?.getAttribute('aria-label') !== words)
        element?.setAttribute('aria-label', words);
    };
    const later = createLater(tell);
    during(firstPicture().then(load)).then(
      (loaded) => {
        if (ended) return;
        word = loaded;
        // Any state may be described.
        unsubscribe = store.subscribe(({ playing }) => later.start(playing ? PACE.playing : PACE.rest));
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
