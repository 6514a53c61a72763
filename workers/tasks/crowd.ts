import { transfer } from 'comlink';
import type { Instance } from '../../engine/contract.ts';
import { type CrowdFrame, createCrowd } from '../../engine/ensemble/crowd.ts';
import type { Slicer } from '../../engine/landscapes/slice-plane.ts';
import { formatParam, type Values } from '../../engine/params.ts';
import type { Problem } from '../../engine/problem.ts';
import { runSliced } from '../sliced.ts';

/** Returns the key of an instance's crowd: every dot has its own start. */
export function crowdKey({ card }: Problem, values: Values): string {
  const keys = [...Object.keys(card.params).filter((key) => key !== 'start'), 'crowd', 'crowdbox', 'within'];
  return JSON.stringify(keys.map((key) => formatParam(values[key]!)));
}

/** Reads a scenario's crowd; loaded by the first question and kept with its steps. */
export function createCrowdReader(
  problem: Problem,
  instance: Instance,
  values: Values,
  slicer: Slicer | null,
  key: string,
) {
  const crowd = createCrowd(problem, instance, values, slicer?.plane ?? null);
  return {
    key,
    slicer,
    /** Returns null without a crowd, and once `isStale`. */
    async read(step: number, isStale: () => boolean): Promise<CrowdFrame | null> {
      if (!crowd || !(await runSliced({ step: () => crowd.goOn(step) }, isStale))) return null;
      const frame = crowd.frameAt(step);
      const buffers = [frame.left, frame.right].flatMap(({ places, ends, since }) => [
        places.buffer,
        ends.buffer,
        since.buffer,
      ]);
      return transfer(frame, buffers);
    },
  };
}

export type CrowdReader = ReturnType<typeof createCrowdReader>;
