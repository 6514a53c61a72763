import type { CurvesReading } from '../../../../engine/problems/federated/types.ts';
import type { EngineClient } from '../../../../workers/open-engine.ts';
import type { Snapshot } from '../../../session/picture/snapshot.ts';
import { shownIterate } from '../../../session/run/kept-steps.ts';
import type { AppState } from '../../../session/store.ts';
import type { Know } from '../../kit/bind-readings.ts';

/** Number of angles, evenly spaced from 0, at which models are read. */
export const POINTS = 240;

/** Reads both models and the clients' models after the round at the shown step. */
export async function readNetwork(engine: EngineClient, snapshot: Snapshot, know: Know): Promise<void> {
  const { k } = snapshot.store.getState();
  const copy = (side: 'left' | 'right') => Float64Array.from(shownIterate(snapshot, side));
  const asked = { left: copy('left'), right: copy('right'), points: POINTS };
  const told = await engine.reading<CurvesReading>('curves', asked);
  if (told) know('curves', k, told);
}

/** Returns the last models read for this landscape, at any step; null before the first. */
export function curvesRead({
  readings,
  landscape,
}: Pick<AppState, 'readings' | 'landscape'>): CurvesReading['told'] | null {
  const read = readings.curves;
  return read?.landscape === landscape ? (read.value as CurvesReading['told']) : null;
}
