import type { SideName } from '../../../engine/contract.ts';
import type { EngineClient } from '../../../workers/open-engine.ts';
import { planeMap } from '../picture/in-plane.ts';
import type { Snapshot } from '../picture/snapshot.ts';
import type { PictureSlice } from '../store.ts';
import { shownIterate } from './kept-steps.ts';

/** Reads both sides at each iterate, if arrows are shown, and at its projection. Rejects with EngineError, or without the arrows' code. */
export async function readIterates(
  engine: EngineClient,
  snapshot: Snapshot,
): Promise<Pick<PictureSlice, 'slopes' | 'projections'>> {
  const state = snapshot.store.getState();
  const map = planeMap(state);
  const at = (side: SideName) => Array.from(shownIterate(snapshot, side));
  const both = async (place: (side: SideName) => readonly number[]) => {
    const [left, right] = await Promise.all([engine.probe(place('left')), engine.probe(place('right'))]);
    return left && right ? { left, right } : null;
  };
  const read = map && state.scenario.values.arrows ? await both(at) : null;
  // A first visit does not load it.
  const slopes = read && { ...read, pen: (await import('../../charts/marks/arrow-marks.ts')).arrowMarks };
  const projections = map?.slice ? await both((side) => map.toWeights(map.toPlane(at(side)))) : null;
  return { slopes, projections };
}
