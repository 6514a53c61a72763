import type { SampleLosses } from '../../../engine/problems/one-neuron/types.ts';
import type { AppState } from '../../session/store.ts';

/** Returns losses, which like the maps stay until the next arrive. Null if unknown, or if no sample shows anything. */
export function sampleRead({ readings }: Pick<AppState, 'readings'>): SampleLosses | null {
  return (readings.sample?.value ?? null) as SampleLosses | null;
}

/** True if a sample shows the idea, or is not yet known. */
export function hasIdea(state: AppState): boolean {
  const { readings, landscape, opened } = state;
  const { sample } = readings;
  const isNone = sample?.landscape === landscape && sample.value === null;
  return Number.isFinite(opened?.samples.count ?? 1) && !isNone;
}
