import type { SampleLosses } from '../../../engine/problems/one-neuron/types.ts';
import type { AppState } from '../../session/store.ts';
import { defineReadings } from '../kit/state/readings.ts';

/** Losses of the sample that shows the idea; null if none does. Like the maps they stay until the next arrive. */
export const SAMPLE = defineReadings<{ sample: SampleLosses | null }>();

/** True if a sample shows the idea, or is not yet known. */
export function hasIdea(state: AppState): boolean {
  const sample = SAMPLE.find(state, 'sample');
  const isNone = sample?.landscape === state.landscape && sample.value === null;
  return Number.isFinite(state.opened?.samples.count ?? 1) && !isNone;
}
