import type { SideName } from '../../../engine/contract.ts';
import { during } from '../../session/busy.ts';
import { fieldOf } from '../../session/in-plane.ts';
import type { ChangeOptions, Session } from '../../session/session.ts';

/**
 * Sets the start where a person points on a side's map, once the engine has said what the key `start` has there; the latest place counts.
 * Nothing where no start can be chosen.
 */
export function createFieldStart({ store, pictureEngine, setStart }: Session, side: SideName) {
  let wanted: { readonly at: readonly [number, number]; readonly options: ChangeOptions } | null = null;
  let isAsking = false;

  async function goOn(): Promise<void> {
    if (isAsking) return;
    isAsking = true;
    try {
      while (wanted) {
        const { opened, openedValues } = store.getState();
        const [name, info] = fieldOf(opened, side) ?? ['', null];
        const { at, options } = wanted;
        const told = info?.starts ? await pictureEngine.fieldAt(openedValues, side, name, at) : null;
        if (wanted.at !== at) continue;
        wanted = null;
        if (told?.start) setStart(told.start, options);
      }
    } catch {
      // The page tells of an engine that is gone; the start just stays where it is.
      wanted = null;
    } finally {
      isAsking = false;
    }
  }

  return {
    moveTo(at: readonly [number, number], options: ChangeOptions = {}): void {
      wanted = { at, options };
      void during(goOn());
    },
    /** Where it was asked to be, while that is not yet shown. */
    asked: () => wanted?.at ?? null,
  };
}
