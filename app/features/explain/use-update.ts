import { useEffect, useState } from 'react';
import { shallow } from 'zustand/shallow';
import { scenarioParams } from '../../../engine/catalog.ts';
import { shapesRun, type Values } from '../../../engine/params.ts';
import type { Update } from '../../../workers/protocol.ts';
import { createLater } from '../../session/busy.ts';
import { elapsed } from '../../session/run/elapsed.ts';
import { shownStep } from '../../session/run/kept-steps.ts';
import type { Session } from '../../session/session.ts';
import { useSession } from '../../session/session-context.tsx';
import type { AppState } from '../../session/store.ts';

/** Least ms between two requests during playback. */
const CALM = 250;

export interface UpdateState {
  /** Update from the shown step, or latest known; null before the first. */
  readonly update: Update | null;
  /** Step whose update is loading. */
  readonly coming: number | null;
  readonly lost: boolean;
}

const NOTHING: UpdateState = { update: null, coming: null, lost: false };

/** Follows the shown step's update: at once while paused, a few times a second in playback. */
export function useUpdate(): UpdateState {
  const session = useSession();
  const [state, setState] = useState(NOTHING);
  useEffect(() => followUpdates(session, setState), [session]);
  return state;
}

function watched({ k, sides, opened, phase, pictured, landscape }: AppState) {
  return [k, sides.left.last, sides.right.last, opened, phase, pictured === landscape];
}

function followUpdates(
  session: Session,
  setState: (change: (now: UpdateState) => UpdateState) => void,
): () => void {
  const { store, pictureEngine } = session;
  let asked = 0;
  let waiting = false;
  const later = createLater(schedule);
  /** Time of the latest request or answer. */
  let heard = 0;
  let ofRun: AppState['opened'] = null;

  async function ask(): Promise<void> {
    const state = store.getState();
    const { opened, phase, scenario, pictured, landscape } = state;
    if (opened !== ofRun) {
      // Drop the other run's updates and pending answers.
      ofRun = opened;
      asked++;
      waiting = false;
      setState((now) => ({ ...now, update: null }));
    }
    if (!opened || phase !== 'ready' || pictured !== landscape) return;
    const ticket = ++asked;
    waiting = true;
    const at = { left: shownStep(state, 'left'), right: shownStep(state, 'right') };
    setState((now) => ({ ...now, coming: state.k }));
    try {
      const update = await pictureEngine.update(racing(scenario.problem, scenario.values), opened.sides, at);
      if (ticket !== asked) return;
      setState((now) => ({ update: update ?? now.update, coming: null, lost: false }));
    } catch {
      if (ticket === asked) setState((now) => ({ ...now, coming: null, lost: true }));
    } finally {
      if (ticket === asked) {
        waiting = false;
        heard = performance.now();
      }
    }
  }

  /** In playback, waits for its time and the last answer, so that answers arrive. */
  function schedule(): void {
    const { playing } = store.getState();
    if (playing && (waiting || elapsed(heard) < CALM)) later.restart(CALM);
    else {
      later.stop();
      heard = performance.now();
      void ask();
    }
  }

  /** In playback, frames must not postpone a running timer. */
  function changed(): void {
    if (!later.isWaiting() || !store.getState().playing) schedule();
  }

  const unsubscribe = store.subscribe(watched, changed, { equalityFn: shallow, fireImmediately: true });
  return () => {
    asked++;
    later.stop();
    unsubscribe();
  };
}

function racing(problem: AppState['scenario']['problem'], values: Values): Values {
  const specs = scenarioParams(problem);
  return Object.fromEntries(Object.entries(values).filter(([key]) => shapesRun(specs[key]!)));
}
