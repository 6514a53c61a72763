import { createNextFrame } from '../busy.ts';
import type { AppStore } from '../store.ts';

type Look = (time: number) => void;

const all = new WeakMap<AppStore, Set<Look>>();

/**
 * Calls back once in the frame after a store change. Returns a function that ends it. An exception is reported and stops no other
 * callbacks.
 */
export function onFrames(store: AppStore, look: Look): () => void {
  let looks = all.get(store);
  if (!looks) {
    const every = new Set<Look>();
    looks = every;
    all.set(store, every);
    const frame = createNextFrame((time) => {
      for (const each of every)
        try {
          each(time);
        } catch (error) {
          reportError(error);
        }
    });
    store.subscribe(() => {
      if (every.size > 0) frame.ask();
    });
  }
  looks.add(look);
  return () => void looks.delete(look);
}
