import { createEngineApi } from '../../workers/engine-api.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import type { References } from '../../workers/protocol.ts';

/**
 * For tests: the engine in this thread, with maps of 24 cells a side. References come when `waiting` is over, the left one `above` what it
 * is.
 */
export function stubEngine({
  waiting = Promise.resolve(),
  above = 0,
}: {
  waiting?: Promise<void>;
  above?: number;
}): EngineClient {
  const api = createEngineApi() as unknown as Record<string, (...args: unknown[]) => unknown>;
  let run = 0;
  const names = ['open', 'advance', 'grid', 'slice', 'references', 'structure', 'basins', 'pull', 'probe'];
  const calls = names.map((name) => [
    name,
    async (...args: unknown[]) => {
      if (name === 'open') run++;
      const asked = run;
      if (name === 'references') await waiting;
      const small = ['grid', 'basins', 'pull'].includes(name) ? [...args.slice(0, -1), 24] : args;
      const answer = await api[name]!(asked, ...small);
      if (asked !== run) return null;
      if (name !== 'references' || answer === null) return answer;
      const { left, ...more } = answer as References;
      return { ...more, left: { ...left, loss: left.loss + above } };
    },
  ]);
  return { ...Object.fromEntries(calls), dispose() {} } as unknown as EngineClient;
}
