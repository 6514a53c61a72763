import { createLocalEngine, withSmallGrids } from '../../../workers/local-engine.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { References } from '../../../workers/protocol.ts';

/** For tests: the engine in this thread, with maps of 24 cells a side. References come when `waiting` is over, the left one `above` what it is. */
export function stubEngine({
  waiting = Promise.resolve(),
  above = 0,
}: {
  waiting?: Promise<void>;
  above?: number;
}): EngineClient {
  return createLocalEngine(async (call) => {
    if (call.name !== 'references') return withSmallGrids(call, 24);
    await waiting;
    const answer = (await call.answer()) as References | null;
    return answer && { ...answer, left: { ...answer.left, loss: answer.left.loss + above } };
  });
}
