import type { Instance, SideName } from '../../engine/contract.ts';
import type { Values } from '../../engine/params.ts';
import type { Parts } from '../../engine/problem.ts';
import { runValues } from '../../engine/run/run-values.ts';
import { withStarts } from '../../engine/run/sides.ts';
import { createUpdateWalk, type Update, type UpdateWalk } from '../../engine/update/read-update.ts';
import type { UpdateStart } from '../protocol.ts';
import { runSliced } from '../sliced.ts';

const STEPS = 16;

/**
 * Reads single updates of a run for the explanation; loaded by the first question. Follows these values' run from its starts, whatever the
 * instance. The walk is kept: the next step costs one step. `key` distinguishes an instance's races.
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
    /** Returns null once `isStale`. */
    async read(at: Readonly<Record<SideName, number>>, isStale: () => boolean): Promise<Update | null> {
      const isRead = await runSliced({ step: () => !walk.approach(at, STEPS) }, isStale);
      return isRead ? walk.read(at) : null;
    },
  };
}

export type UpdateCalls = ReturnType<typeof createUpdateCalls>;
