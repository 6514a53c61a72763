import type { CleanTold, ImagesReading } from '../../../../engine/problems/denoiser/types.ts';
import { defineReadings } from '../../kit/state/readings.ts';
import { defineViewState } from '../../kit/state/view-state.ts';
import type { Spot } from './board.ts';

export const IMAGES = defineReadings<{ images: ImagesReading['told']; clean: CleanTold }>();

/** The pixel being read. Valid across scenarios, because all images have one size. */
export const SPOT = defineViewState<Spot | null>('spot', null);
