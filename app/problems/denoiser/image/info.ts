import type { CleanTold, ImagesReading } from '../../../../engine/problems/denoiser/types.ts';
import type { AppState } from '../../../session/store.ts';
import type { Spot } from './board.ts';

/** Readings of the shown step, or of the last known one before it, and the pixel being read. */

type Known = Pick<AppState, 'readings' | 'landscape'>;

function readOf<T>({ readings, landscape }: Known, name: string): T | null {
  const read = readings[name];
  return read?.landscape === landscape ? (read.value as T) : null;
}

export const imagesRead = (state: Known): ImagesReading['told'] | null => readOf(state, 'images');

export const cleanRead = (state: Known): CleanTold | null => readOf(state, 'clean');

/** Valid across scenarios, because all images have one size. */
export const spotOf = ({ readings }: Pick<AppState, 'readings'>): Spot | null =>
  (readings.spot?.value as Spot | null) ?? null;

/** True for a projector: its type is large, so use the short wording. */
export const isBare = ({ scenario }: Pick<AppState, 'scenario'>): boolean =>
  scenario.values.profile === 'projector';
