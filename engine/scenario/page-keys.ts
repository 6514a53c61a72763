import { ENSEMBLE_PARAMS } from '../ensemble/ensemble-params.ts';
import type { Keeps } from '../params.ts';
import { VIEW_PARAMS } from './view-params.ts';

/** What every scenario may set, whatever its problem. No key of a problem repeats one of these (`defineCard`). */
export const PAGE_PARAMS = { ...VIEW_PARAMS, ...ENSEMBLE_PARAMS } as const;

/** A key that every problem has. */
export type PageKey = keyof typeof PAGE_PARAMS;

/** The keys with one of these fates when another scenario is opened, in the order of declaration. */
export function keysThatKeep(...fates: readonly Keeps[]): PageKey[] {
  return PAGE_NAMES.filter((key) => fates.includes(PAGE_PARAMS[key].keeps));
}

const PAGE_NAMES = Object.keys(PAGE_PARAMS) as readonly PageKey[];

/** What a person set about the page itself: it stays when another scenario is opened, or a change taken back. */
export const PAGE_KEYS = keysThatKeep('page', 'limits', 'display');

/** The keys of what the maps show. */
export type LayerKey = {
  [K in PageKey]: (typeof PAGE_PARAMS)[K]['keeps'] extends 'layers' ? K : never;
}[PageKey];
export const LAYER_KEYS = keysThatKeep('layers') as readonly LayerKey[];
