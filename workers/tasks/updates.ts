import type { Instance, SideName } from '../../engine/contract.ts';
import type { Values } from '../../engine/params.ts';
import type { Parts } from '../../engine/problem.ts';
import { runValues } from '../../engine/run/run-values.ts';
import { withStarts } from '../../engine/run/sides.ts';
import { createUpdateWalk, type Update, type UpdateWalk } from '../../engine/update/read-update.ts';
import type { UpdateStart } from '../protocol.ts';
import { runSliced } from '../sliced.ts';

/** Steps between two looks at the clock. */
const STEPS = 16;

/**
 * What the explanation asks: single updates of a run; loaded with the first question. The run of these values from its starts,
 * whatever the instance was made with. The walk is kept, so that the next step costs one step; `key` tells races of one instance apart.
 */
export function createUpdateCalls(
  instance: Instance,
  parts: Parts | undefined,
  values: Values,
  from: UpdateStart,
  key: string,
) {
  const walk: UpdateWalk = createUpdateWalk(
    withStarts(instance, from),
    { ...values, ...runValues(values) },
    parts,
  );
  return {
    key,
    /** Null where `isStale` says so meanwhile. */
    async read(at: Readonly<Record<SideName, number>>, isStale: () => boolean): Promise<Update | null> {
      const isRead = await runSliced({ step: () => !walk.approach(at, STEPS) }, isStale);
      return isRead ? walk.read(at) : null;
    },
  };
}

export type UpdateCalls = ReturnType<typeof createUpdateCalls>;
