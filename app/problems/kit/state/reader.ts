import { shallow } from 'zustand/shallow';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownStep } from '../../../session/run/kept-steps.ts';
import type { Session } from '../../../session/session.ts';
import type { AppState } from '../../../session/store.ts';
import type { Readings } from './readings.ts';

/** Stores an engine answer for the pictures. A null step means that it holds for every step. */
export type Know<Values> = <N extends keyof Values & string>(
  name: N,
  step: number | null,
  value: Values[N],
) => void;

export type Ask<Values> = (engine: EngineClient, snapshot: Snapshot, know: Know<Values>) => Promise<void>;

/** A question whose answer holds for more than one step. */
export interface Once<Values> {
  /** Returns the key of the missing answer; null if none is missing. */
  missing(state: AppState): string | null;
  readonly ask: Ask<Values>;
}

interface Questions<Values> {
  /** Returns what answers depend on besides the shown steps; a change asks again. */
  key?(state: AppState): readonly unknown[];
  /** Asks for everything drawn at the shown step, one question after another. */
  readonly ask?: Ask<Values>;
  /** Asked in parallel to `ask`, unless the same is being asked. */
  readonly once?: readonly Once<Values>[];
}

export interface Reader {
  /** Follows the shown step. Returns a function that ends it and clears the state of the view. */
  bind(session: Session): () => void;
  /** Reads the same for a snapshot. */
  read(engine: EngineClient, snapshot: Snapshot): Promise<Pick<AppState, 'readings'>>;
}

/** Asks the engine for a problem's readings. `create` is called for each binding and each snapshot. */
export function createReader<Values>(readings: Readings<Values>, create: () => Questions<Values>): Reader {
  return {
    bind: (session) => follow(session, readings, create()),
    async read(engine, snapshot) {
      const { landscape, readings: before } = snapshot.store.getState();
      const known = { ...before };
      const know: Know<Values> = (name, step, value) => {
        known[name] = { landscape, step, value };
      };
      const { ask, once = [] } = create();
      await ask?.(engine, snapshot, know);
      await Promise.all(once.map((question) => askOnce(question)(engine, snapshot, know)));
      return { readings: known };
    },
  };
}

/** Asks if an answer is missing and not already on its way. */
function askOnce<Values>({ missing, ask }: Once<Values>): Ask<Values> {
  let asked: string | null = null;
  return async (engine, snapshot, know) => {
    const needed = missing(snapshot.store.getState());
    if (needed === null || needed === asked) return;
    asked = needed;
    try {
      await ask(engine, snapshot, know);
    } finally {
      if (asked === needed) asked = null;
    }
  };
}

/**
 * Asks one question at a time, the latest wins. Waits for the pictures' engine to open the shown landscape; earlier answers belong to
 * another.
 */
function follow<Values>(
  session: Session,
  readings: Readings<Values>,
  { key, ask, once = [] }: Questions<Values>,
): () => void {
  const { store, trajectories, pictureEngine: engine } = session;
  const others = once.map((question) => askOnce(question));
  let reading = false;
  let ended = false;
  let read: readonly unknown[] = [];
  const stepKey = (state: AppState) =>
    ask ? [shownStep(state, 'left'), shownStep(state, 'right'), trajectories.left.generation] : [];
  const keyOf = (state: AppState) => [
    state.pictured,
    state.landscape,
    ...stepKey(state),
    ...(key?.(state) ?? []),
  ];

  /** Late answers keep the landscape that they were asked for. */
  const knowOf =
    (landscape: number): Know<Values> =>
    (name, step, value) => {
      if (!ended) readings.keep(store, name, { landscape, step, value });
    };

  const isReady = ({ opened, pictured, landscape }: AppState) => opened !== null && pictured === landscape;

  async function readShown(): Promise<void> {
    if (reading) return;
    reading = true;
    try {
      while (!ended) {
        const state = store.getState();
        const now = keyOf(state);
        if (shallow(now, read) || !isReady(state)) return;
        read = now;
        await ask?.(engine, session, knowOf(state.landscape));
      }
    } finally {
      reading = false;
    }
  }

  function update(): void {
    readShown().catch(ignoreLost);
    const state = store.getState();
    if (!isReady(state)) return;
    for (const other of others) other(engine, session, knowOf(state.landscape)).catch(ignoreLost);
  }

  const unsubscribe = store.subscribe(keyOf, update, { equalityFn: shallow });
  update();
  return () => {
    ended = true;
    unsubscribe();
    store.setState({ readings: {}, viewState: {} });
  };
}

/** Does nothing: the run's engine reports a lost worker, and the pictures stay. */
function ignoreLost(): void {}
