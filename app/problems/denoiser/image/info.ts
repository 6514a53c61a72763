import type { CleanTold, ImagesReading } from '../../../../engine/problems/denoiser/types.ts';
import { isAsking } from '../../../session/guessing.ts';
import type { AppState } from '../../../session/store.ts';
import { showsAll } from '../../../session/view.ts';
import { defineReadings } from '../../kit/state/readings.ts';
import { defineViewState } from '../../kit/state/view-state.ts';
import { imageOf } from '../denoiser-info.ts';
import type { Spot, TilePlane } from './board.ts';

export const IMAGES = defineReadings<{ images: ImagesReading['told']; clean: CleanTold }>();

/** Tiles of a side: all on demand; else what was measured before Play, then the estimate beside it, and at the end beside its error. */
export type Shows = 'all' | 'measured' | 'estimate' | 'error';

export function boardShows(state: AppState): Shows {
  const { forecast, from } = state.scenario.values;
  if (forecast || showsAll(state)) return 'all';
  if (isAsking(state)) return state.k === 0 && from !== 'noise' ? 'measured' : 'estimate';
  return imageOf(state)?.truth ? 'error' : 'estimate';
}

/** Planes of the tiles, the large one first. */
export function planesOf(state: AppState): readonly TilePlane[] {
  const shows = boardShows(state);
  if (shows === 'all') return ['image', 'image', 'image', 'frequency'];
  return shows === 'measured' ? ['image'] : ['image', 'image'];
}

/** The pixel being read. Valid across scenarios, because all images have one size. */
export const SPOT = defineViewState<Spot | null>('spot', null);
