import type { CleanTold, ImagesReading } from '../../../../engine/problems/denoiser/types.ts';
import type { AppState } from '../../../session/store.ts';
import type { Spot } from './board.ts';

/** What the pictures of an image select of what is known: readings of the shown step or of the last one before it, and the pixel that is read. */

type Known = Pick<AppState, 'readings' | 'landscape'>;

function readOf<T>({ readings, landscape }: Known, name: string): T | null {
  const read = readings[name];
  return read?.landscape === landscape ? (read.value as T) : null;
}

/** What both images look like; null before it has come. */
export const imagesRead = (state: Known): ImagesReading['told'] | null => readOf(state, 'images');

/** CLEAN; null before it has come. */
export const cleanRead = (state: Known): CleanTold | null => readOf(state, 'clean');

/** The pixel or the frequency that is read on every tile; null for none. All images are of one size. */
export const spotOf = ({ readings }: Pick<AppState, 'readings'>): Spot | null =>
  (readings.spot?.value as Spot | null) ?? null;

/** On a projector, whose letters are large, fewer words stand. */
export const isBare = ({ scenario }: Pick<AppState, 'scenario'>): boolean =>
  scenario.values.profile === 'projector';
