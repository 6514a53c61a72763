import type { SideName } from '../../../engine/contract.ts';
import { startWeights } from '../../../engine/landscapes/triangle.ts';
import type { FieldInfo } from '../../../workers/protocol.ts';
import { fieldOf } from '../../session/picture/in-plane.ts';
import type { ChangeOptions, Session } from '../../session/session.ts';

/** Returns `start` for a point on a map, like `Field.startAt`; computed here to save an engine round trip. */
export function startThere(
  { domain }: Pick<FieldInfo, 'domain'>,
  [x, y]: readonly [number, number],
): number[] {
  return domain.kind === 'triangle' ? startWeights(x, y) : [x, y];
}

/** Sets the start from a map point; ignored if fixed. */
export function createFieldStart({ store, setStart }: Session, side: SideName) {
  let latest: readonly [number, number] | null = null;
  return {
    moveTo(at: readonly [number, number], options: ChangeOptions = {}): void {
      const info = fieldOf(store.getState().opened, side)?.[1];
      if (!info?.starts) return;
      latest = at;
      setStart(startThere(info, at), options);
    },
    /** Returns the requested point until it is shown, then null. */
    asked: () => (store.getState().phase === 'opening' ? latest : null),
  };
}
