import { createEngineClient, type EngineClient } from './engine-client.ts';

/** Starts an engine of its own thread: the only place that names the worker. */
export type { EngineClient };

export function openEngine(): EngineClient {
  return createEngineClient(
    new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' }),
  );
}
