import type { SideName } from '../../engine/contract.ts';
import type { EngineClient } from '../../workers/open-engine.ts';
import { shownStep } from './facts.ts';
import { planeMap } from './in-plane.ts';
import type { Moment } from './moment.ts';
import type { PictureSlice } from './store.ts';

/** Both sides read at each side's iterate, where arrows are shown, and at its foot on a slice. Rejects with EngineLost. */
export async function readIterates(
  engine: EngineClient,
  { store, trajectories }: Moment,
): Promise<Pick<PictureSlice, 'slopes' | 'shadows'>> {
  const state = store.getState();
  const map = planeMap(state);
  const at = (side: SideName) => {
    const { iterates, dimension: d } = trajectories[side];
    const k = shownStep(state, side);
    return Array.from(iterates.subarray(k * d, (k + 1) * d));
  };
  const both = async (place: (side: SideName) => readonly number[]) => {
    const [left, right] = await Promise.all([engine.probe(place('left')), engine.probe(place('right'))]);
    return left && right ? { left, right } : null;
  };
  const slopes = map && state.scenario.values.arrows ? await both(at) : null;
  const shadows = map?.slice ? await both((side) => map.toWeights(map.toPlane(at(side)))) : null;
  return { slopes, shadows };
}
