import { ENSEMBLE_PARAMS } from '../ensemble/ensemble-params.ts';
import type { Keeps } from '../params.ts';
import { VIEW_PARAMS } from './view-params.ts';

/** Parameters of every scenario, whatever its problem. No key of a problem may repeat one (`defineCard`). */
export const PAGE_PARAMS = { ...VIEW_PARAMS, ...ENSEMBLE_PARAMS } as const;

export type PageKey = keyof typeof PAGE_PARAMS;

/** Returns the keys with one of these fates when another scenario is opened, in order of declaration. */
export function keysThatKeep(...fates: readonly Keeps[]): PageKey[] {
  return PAGE_NAMES.filter((key) => fates.includes(PAGE_PARAMS[key].keeps));
}

const PAGE_NAMES = Object.keys(PAGE_PARAMS) as readonly PageKey[];

/** Settings of the page itself: they survive opening another scenario and undo. */
export const PAGE_KEYS = keysThatKeep('page', 'limits', 'display');

export type LayerKey = {
  [K in PageKey]: (typeof PAGE_PARAMS)[K]['keeps'] extends 'layers' ? K : never;
}[PageKey];
export const LAYER_KEYS = keysThatKeep('layers') as readonly LayerKey[];
