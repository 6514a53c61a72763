import type { EngineClient } from '../../../workers/open-engine.ts';
import type { Snapshot } from '../../session/snapshot.ts';
import type { Know } from '../bind-readings.ts';

/** What the pictures of the network are drawn from at the shown step. */
export async function readNetwork(_engine: EngineClient, _snapshot: Snapshot, _know: Know): Promise<void> {}
