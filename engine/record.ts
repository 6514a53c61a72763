/** Recorded numbers and ends of a run, as plain data of a card. */

import type { Outcome } from './run/outcome-names.ts';

/** One recorded number per step of a side. */
export interface SeriesSpec {
  readonly unit?: string;
  readonly scale: 'log' | 'linear';
  /** Better direction; null if there is none. */
  readonly better: 'lower' | 'higher' | null;
  /** True if it may be negative (the value of a game). */
  readonly signed?: true;
  /** True if every value is proved (a bound, a radius), not measured. */
  readonly proved?: true;
}

/** Problem-specific end, or a shared one (`STATUSES`) that counts differently here, such as an arrival. */
export interface EndSpec {
  /** Thresholds of its criterion by name, so that the page states what the engine tests. */
  readonly criterion: Readonly<Record<string, number>>;
  /** True if the side takes no step after it. Otherwise it is a label and may lapse. */
  readonly stops: boolean;
  /** True if a certificate proves it. */
  readonly certified: boolean;
  /** True if a side that ends so has reached its target. */
  readonly arrived: boolean;
  /** Outcome of a run that ends so without meeting its criterion. */
  readonly outcome: Outcome;
  /** Names of the numbers that come with it (period, bias, rounding cost): `SideFrame.carried`. */
  readonly carries?: readonly string[];
  /** True if only ensembles name it: it depends on their criterion. */
  readonly counted?: true;
  /** Its name on the command line by side, if different. */
  readonly printed?: { readonly left?: string; readonly right?: string };
}

/** Number of a scenario that a text may cite. */
export interface FactSpec {
  readonly format: FactFormat;
  /** True if it is read at a step: `left.loss@40`; without one, at the step where playback stops. */
  readonly steps?: true;
}

/** Requested number: its name and step, null for the end of the run. */
export interface FactAsked {
  readonly name: string;
  readonly at: number | null;
}

/** Formats of a number in a text. */
export const FACT_FORMATS = [
  'count',
  'step',
  'number',
  'loss',
  'distance',
  'share',
  'least',
  'most',
  'times',
  'lower',
  'upper',
] as const;
/** One of `FACT_FORMATS`. */
export type FactFormat = (typeof FACT_FORMATS)[number];
