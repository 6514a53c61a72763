import { createEngineClient, type EngineClient, type EngineNews } from './client.ts';

/** Starts an engine in a thread; the only file that names the worker. */
export type { EngineClient, EngineNews };

export function openEngine(news?: EngineNews): EngineClient {
  return createEngineClient(
    () => new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
    news,
  );
}
