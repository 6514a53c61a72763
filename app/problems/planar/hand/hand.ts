import { useEffect, useMemo } from 'react';
import type { Values } from '../../../../engine/params.ts';
import type { Move, MovedReading } from '../../../../engine/problem.ts';
import { during } from '../../../session/busy.ts';
import { viewDigits } from '../../../session/scenario/scenario-loader.ts';
import type { Session } from '../../../session/session.ts';
import { useSession } from '../../../session/session-context.tsx';
import { type AppState, shownView } from '../../../session/store.ts';

/** Moves the star (two weights) or a sample. Both landscapes follow; the link stores moved samples as own data. */
export interface Hand {
  moveStar(to: readonly [number, number], gesture: string): void;
  moveSample(to: Extract<Move, { readonly row: number }>, gesture: string): void;
  /** Returns the star's requested place until the engine answers; else null. */
  starAsked(): ArrayLike<number> | null;
  /** Lets moves wait for the engine; returns an unbind function. */
  bind(): () => void;
}

/** True if the pictures' engine has what is shown. */
const isPictured = ({ phase, pictured, landscape }: AppState) => phase === 'ready' && pictured === landscape;

export function useHand(): Hand {
  const session = useSession();
  const hand = useMemo(() => createHand(session), [session]);
  useEffect(() => hand.bind(), [hand]);
  return hand;
}

function createHand(session: Session): Hand {
  const { store, pictureEngine } = session;
  let wanted: { readonly move: Move; readonly gesture: string } | null = null;
  let isAsking = false;

  /** Keeps the window: otherwise the dragged point would run away. */
  function change(values: Values, gesture: string): void {
    const { opened } = store.getState();
    const window = opened?.dimension === 2 ? { view: viewDigits(shownView(store.getState())) } : {};
    session.change({ ...values, ...window }, { gesture, keepStep: true });
  }

  /** Sends only the latest place and skips those before it. Waits until the engine has what is shown. */
  async function goOn(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      while (wanted && isPictured(store.getState())) {
        const { move, gesture } = wanted;
        const told = await pictureEngine.reading<MovedReading>('moved', move);
        // Other data were opened meanwhile: ask again.
        if (!told && !isPictured(store.getState())) continue;
        if (wanted.move === move) wanted = null;
        if (told?.notice) session.notify([told.notice]);
        if (!told?.packed) continue;
        const { opened } = store.getState();
        const plant = 'plant' in move ? move.plant : (opened?.plant ?? null);
        const table = { features: 'csv', data: told.packed, bias: opened?.samples.hasOnes ?? false };
        change({ ...table, plant: plant && Array.from(plant) }, gesture);
      }
    } catch {
      // The race's engine reports a crash to the user; the dragged point just stays.
      wanted = null;
    } finally {
      isAsking = false;
    }
  }

  function ask(move: Move, gesture: string): void {
    const keys = ['features', 'data', 'plant'];
    if (!keys.every((key) => session.mayUse(key))) return;
    wanted = { move, gesture };
    void during(goOn());
  }

  return {
    moveStar(to, gesture) {
      if (store.getState().scenario.values.features === 'csv') ask({ plant: Float64Array.from(to) }, gesture);
      else change({ plant: [...to] }, gesture);
    },
    moveSample: ask,
    starAsked: () => (wanted && 'plant' in wanted.move ? wanted.move.plant : null),
    bind: () => store.subscribe(isPictured, () => void during(goOn())),
  };
}
