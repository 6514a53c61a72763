import { createLocalEngine, withSmallGrids } from '../../../workers/local-engine.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import type { References } from '../../../workers/protocol.ts';

/** For tests: the engine in this thread, maps of 24 x 24. References come after `waiting`, the left raised by `above`. */
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
