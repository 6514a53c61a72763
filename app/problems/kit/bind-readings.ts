import { shallow } from 'zustand/shallow';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';

/** Keeps an answer of the engine for the pictures. */
export type Know = (name: string, step: number | null, value: unknown) => void;

interface Reader {
  /** What the answers are of: they are asked for again when a part of it is another. */
  key(state: AppState): readonly unknown[];
  /** Asks for all that is drawn of a state, one question after another. */
  ask(state: AppState, know: Know): Promise<void>;
  /** What is asked for beside that, whether or not the former question has been answered. */
  beside?(state: AppState, know: Know): Promise<void>;
}

/**
 * Keeps what is drawn of the networks up to date with the step that is shown: one question at a time, the latest wins. Nothing is asked for
 * until the pictures' engine has what is shown: its answers would be of something else. Returns a function that ends it.
 */
export function bindReadings({ store }: Session, { key, ask, beside }: Reader): () => void {
  let reading = false;
  let ended = false;
  let read: readonly unknown[] = [];
  const keyOf = (state: AppState) => [state.pictured, state.landscape, ...key(state)];

  /** Answers that come later are of the landscape that they were asked of. */
  const knowOf =
    (landscape: number): Know =>
    (name, step, value) => {
      if (ended) return;
      store.setState({ readings: { ...store.getState().readings, [name]: { landscape, step, value } } });
    };

  async function readShown(): Promise<void> {
    if (reading) return;
    reading = true;
    try {
      while (!ended) {
        const state = store.getState();
        const now = keyOf(state);
        if (shallow(now, read) || !state.opened || state.pictured !== state.landscape) return;
        read = now;
        await ask(state, knowOf(state.landscape));
      }
    } finally {
      reading = false;
    }
  }

  function update(): void {
    readShown().catch(ignoreLost);
    const state = store.getState();
    if (state.opened && state.pictured === state.landscape)
      beside?.(state, knowOf(state.landscape)).catch(ignoreLost);
  }

  const unsubscribe = store.subscribe(keyOf, update, { equalityFn: shallow });
  update();
  return () => {
    ended = true;
    unsubscribe();
    store.setState({ readings: {} });
  };
}

/** The race's engine reports a loss to the person; the pictures just stay as they are. */
function ignoreLost(): void {}
