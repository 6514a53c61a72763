import { createEngineClient, type EngineClient, type EngineNews } from '../../../workers/client.ts';
import InlinedWorker from '../../../workers/engine.worker.ts?worker&inline';

export type { EngineClient, EngineNews };

/**
 * Starts an engine from text in the page: a classic worker from a blob, allowed even in a sandbox without an origin. In embed.html it
 * replaces workers/open-engine.ts (scripts/build/embed.ts).
 */
export function openEngine(news?: EngineNews): EngineClient {
  return createEngineClient(() => new InlinedWorker({ name: 'engine' }), news);
}
