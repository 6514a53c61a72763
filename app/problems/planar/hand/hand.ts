import { useEffect, useMemo } from 'react';
import type { Values } from '../../../../engine/params.ts';
import type { Move, MovedReading } from '../../../../engine/problem.ts';
import { during } from '../../../session/busy.ts';
import { viewDigits } from '../../../session/scenario/scenario-loader.ts';
import type { Session } from '../../../session/session.ts';
import { useSession } from '../../../session/session-context.tsx';
import { type AppState, shownView } from '../../../session/store.ts';

/** Moves the star of two weights, or a sample, by hand. Both landscapes follow; the link carries moved samples as own data. */
export interface Hand {
  moveStar(to: readonly [number, number], gesture: string): void;
  moveSample(to: Extract<Move, { readonly row: number }>, gesture: string): void;
  /** Where the star was asked to be, while the engine has not yet answered; else null. */
  starAsked(): ArrayLike<number> | null;
  /** Lets moves wait for the engine; returns what ends that. */
  bind(): () => void;
}

/** Whether the engine of the pictures has what is shown. */
const isPictured = ({ phase, pictured, landscape }: AppState) => phase === 'ready' && pictured === landscape;

/** The hand of a component. */
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

  /** The window stays: what is held would run away from the hand. */
  function change(values: Values, gesture: string): void {
    const { opened } = store.getState();
    const window = opened?.dimension === 2 ? { view: viewDigits(shownView(store.getState())) } : {};
    session.change({ ...values, ...window }, { gesture, keepStep: true });
  }

  /**
   * Only the latest place counts: what came before it while the engine was asked is passed over. The engine that is asked must have what is
   * shown, so a move waits for that.
   */
  async function goOn(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      while (wanted && isPictured(store.getState())) {
        const { move, gesture } = wanted;
        const told = await pictureEngine.reading<MovedReading>('moved', move);
        // Other data were opened meanwhile: it is asked again, of them.
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
      // The race's engine reports a loss to the person; what is held just stays where it is.
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
