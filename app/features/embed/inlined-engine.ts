import { createEngineClient, type EngineClient, type EngineNews } from '../../../workers/client.ts';
import InlinedWorker from '../../../workers/engine.worker.ts?worker&inline';

export type { EngineClient, EngineNews };

/**
 * Starts an engine from text that the page carries: a classic worker from a blob, which a sandbox without an origin may start
 * too. In embed.html it takes the place of workers/open-engine.ts (scripts/build/embed.ts).
 */
export function openEngine(news?: EngineNews): EngineClient {
  return createEngineClient(() => new InlinedWorker({ name: 'engine' }), news);
}
