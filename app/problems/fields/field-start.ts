import type { SideName } from '../../../engine/contract.ts';
import { startWeights } from '../../../engine/landscapes/triangle.ts';
import type { FieldInfo } from '../../../workers/protocol.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import type { ChangeOptions, Session } from '../../session/session.ts';

/** What the key `start` has where a person points on a map (`Field.startAt`): told here, since asking an engine would cost a way there and back. */
export function startThere(
  { domain }: Pick<FieldInfo, 'domain'>,
  [x, y]: readonly [number, number],
): number[] {
  return domain.kind === 'triangle' ? startWeights(x, y) : [x, y];
}

/** Sets the start where a person points on a side's map; nothing where no start can be chosen. */
export function createFieldStart({ store, setStart }: Session, side: SideName) {
  let latest: readonly [number, number] | null = null;
  return {
    moveTo(at: readonly [number, number], options: ChangeOptions = {}): void {
      const info = fieldOf(store.getState().opened, side)?.[1];
      if (!info?.starts) return;
      latest = at;
      setStart(startThere(info, at), options);
    },
    /** Where it was asked to be, while that is not yet shown. */
    asked: () => (store.getState().phase === 'opening' ? latest : null),
  };
}
