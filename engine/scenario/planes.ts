/** Planes through more than two weights by what spans them: start, plant and ends; two weights; the runs' directions. */
export const PLANES = ['ends', 'weights', 'paths'] as const;
/** One of `PLANES`. */
export type PlaneChoice = (typeof PLANES)[number];
