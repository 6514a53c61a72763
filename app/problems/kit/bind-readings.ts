import { shallow } from 'zustand/shallow';
import type { Session } from '../../session/session.ts';
import type { AppState } from '../../session/store.ts';

/** Stores an engine answer for the pictures. */
export type Know = (name: string, step: number | null, value: unknown) => void;

interface Reader {
  /** Dependencies of the answers; a change asks again. */
  key(state: AppState): readonly unknown[];
  /** Asks for everything drawn of a state, one question after another. */
  ask(state: AppState, know: Know): Promise<void>;
  /** Asks in parallel, without waiting for the previous question. */
  beside?(state: AppState, know: Know): Promise<void>;
}

/**
 * Asks one question at a time, the latest wins. Waits for the pictures' engine to open the shown landscape; earlier answers belong to
 * another. Returns an unsubscribe function.
 */
export function bindReadings({ store }: Session, { key, ask, beside }: Reader): () => void {
  let reading = false;
  let ended = false;
  let read: readonly unknown[] = [];
  const keyOf = (state: AppState) => [state.pictured, state.landscape, ...key(state)];

  /** Late answers keep the landscape that they were asked for. */
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

/** Does nothing: the run's engine reports a lost worker, and the pictures stay. */
function ignoreLost(): void {}
