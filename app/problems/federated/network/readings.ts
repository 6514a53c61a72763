import type { CurvesReading } from '../../../../engine/problems/federated/types.ts';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownIterate } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';
import type { Know } from '../../kit/bind-readings.ts';

/** Angles at which models are read, evenly spaced over the circle from 0 on. */
export const POINTS = 240;

/** Asks for what the pictures of the network are drawn from at the shown step: both models, and the clients' at the end of the round. */
export async function readNetwork(engine: EngineClient, snapshot: Snapshot, know: Know): Promise<void> {
  const { k } = snapshot.store.getState();
  const copy = (side: 'left' | 'right') => Float64Array.from(shownIterate(snapshot, side));
  const asked = { left: copy('left'), right: copy('right'), points: POINTS };
  const told = await engine.reading<CurvesReading>('curves', asked);
  if (told) know('curves', k, told);
}

/** What was read of them last, of whichever step; null before it has come. */
export function curvesRead({
  readings,
  landscape,
}: Pick<AppState, 'readings' | 'landscape'>): CurvesReading['told'] | null {
  const read = readings.curves;
  return read?.landscape === landscape ? (read.value as CurvesReading['told']) : null;
}
