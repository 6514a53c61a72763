import type { Instance, SideName } from '../engine/contract.ts';
import type { Values } from '../engine/params.ts';
import type { RunValues } from '../engine/run/create-run.ts';
import { createUpdateWalk, type Update, type UpdateWalk } from '../engine/update/read-update.ts';
import { breathe, elapsed } from './breathe.ts';
import type { UpdateStart } from './protocol.ts';

/** Steps between two looks at the clock, and milliseconds between two looks for a newer request. */
const STEPS = 16;
const PATIENCE = 20;

/** What the explanation asks: single updates of a run; loaded with the first question. */
export interface UpdateCalls {
  /** Null where `isStale` says so meanwhile. */
  read(at: Readonly<Record<SideName, number>>, isStale: () => boolean): Promise<Update | null>;
  readonly key: string;
}

/**
 * The run of these values from a start and its L, whatever the instance was made with. The walk is kept, so that the next
 * step costs one step; `key` tells races of one instance apart.
 */
export function createUpdateCalls(
  instance: Instance,
  values: Values,
  from: UpdateStart,
  key: string,
): UpdateCalls {
  const walk: UpdateWalk = createUpdateWalk({ ...instance, ...from }, values as Values & RunValues);
  return {
    key,
    async read(at, isStale) {
      let heard = performance.now();
      while (!walk.approach(at, STEPS)) {
        if (elapsed(heard) < PATIENCE) continue;
        await breathe();
        if (isStale()) return null;
        heard = performance.now();
      }
      return walk.read(at);
    },
  };
}
