import type { SampleLosses } from '../../../engine/problems/one-neuron/types.ts';
import type { AppState } from '../../session/store.ts';

/**
 * The losses of one sample, as the engine has read them last: like the maps they stay until the next have come. Null while they are not
 * known, and where no sample shows anything.
 */
export function sampleRead({ readings }: Pick<AppState, 'readings'>): SampleLosses | null {
  return (readings.sample?.value ?? null) as SampleLosses | null;
}

/** Whether there is a sample that shows the idea, or it is not known yet. */
export function hasIdea(state: AppState): boolean {
  const { readings, landscape, opened } = state;
  const { sample } = readings;
  const isNone = sample?.landscape === landscape && sample.value === null;
  return Number.isFinite(opened?.samples.count ?? 1) && !isNone;
}
