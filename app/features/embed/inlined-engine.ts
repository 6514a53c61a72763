import { createEngineClient, type EngineClient, type EngineNews } from '../../../workers/client.ts';
import InlinedWorker from '../../../workers/engine.worker.ts?worker&inline';

export type { EngineClient, EngineNews };

/**
 * Starts an engine from text in the page: even a sandbox without an origin allows blobs. Replaces workers/open-engine.ts in embed.html
 * (scripts/build/embed.ts).
 */
export function openEngine(news?: EngineNews): EngineClient {
  return createEngineClient(() => new InlinedWorker({ name: 'engine' }), news);
}
