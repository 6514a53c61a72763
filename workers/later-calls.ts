import { sampleBasins } from '../engine/landscapes/basins.ts';
import { createReferenceSearch } from '../engine/landscapes/minimum.ts';
import { createPlaneSearch, planeRequest } from '../engine/landscapes/plane-search.ts';
import { describePlane } from '../engine/landscapes/plane-structure.ts';
import { samplePull } from '../engine/landscapes/pull.ts';
import { createSideBasins } from '../engine/landscapes/side-basins.ts';

/** What of the engine is asked for after the first picture, loaded in one piece so that the picture does not wait for it. */
export const LATER = {
  createPlaneSearch,
  createReferenceSearch,
  createSideBasins,
  describePlane,
  planeRequest,
  sampleBasins,
  samplePull,
} as const;
