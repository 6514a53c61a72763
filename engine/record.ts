/** What is recorded of a run, as plain data of a card: numbers a step, and ends. */

/** What can be recorded of a side, one number a step; plain data of a card. */
export interface SeriesSpec {
  /** What a number is measured in; absent of a plain number. */
  readonly unit?: string;
  readonly scale: 'log' | 'linear';
  /** Which direction is better; null where none is. */
  readonly better: 'lower' | 'higher' | null;
  /** Whether it may be negative (the value of a game). */
  readonly signed?: true;
  /** Whether every number of it is proved (a bound, a radius), not measured. */
  readonly proved?: true;
}

/** An end of a problem's own, or a shared one (`STATUSES`) that counts otherwise there, as an arrival; plain data of a card. */
export interface EndSpec {
  /** The numbers that its criterion compares with, by name, so that the page states what the engine tests. */
  readonly criterion: Readonly<Record<string, number>>;
  /** Whether the side takes no step after it. One that does not stop is a label and may lapse. */
  readonly stops: boolean;
  /** Whether a certificate proves it. */
  readonly certified: boolean;
  /** Whether a side that ends so has arrived at what it was looking for. */
  readonly arrived: boolean;
  /** Names of the numbers that come with it (period, bias, cost of the rounding): `SideFrame.carried`. */
  readonly carries?: readonly string[];
  /** Its name on the command line, by side, where that has another. */
  readonly printed?: { readonly left?: string; readonly right?: string };
}

/** A number of a scenario that a text may name; plain data of a card. */
export interface FactSpec {
  /** How it is said where the text does not say it. */
  readonly format: FactFormat;
  /** Whether it is read at a step: `left.loss@40`; without one, at the step where playing stops by itself. */
  readonly steps?: true;
}

/** One number that is asked for: its name and the step at which it is read, null for the end of the run. */
export interface FactAsked {
  readonly name: string;
  readonly at: number | null;
}

/** How a number is said where the text does not say it. */
export const FACT_FORMATS = [
  'count',
  'step',
  'number',
  'loss',
  'distance',
  'share',
  'least',
  'most',
  'lower',
  'upper',
] as const;
/** One of them. */
export type FactFormat = (typeof FACT_FORMATS)[number];
