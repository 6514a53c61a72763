/** Every message between the page and its engine; types only. */

import type { OwnData, RefusedRow, Samples, SideName, Vector } from '../engine/contract.ts';
import type { GridView } from '../engine/landscapes/grid.ts';
import type { References } from '../engine/landscapes/minimum.ts';
import type { Frame, SideFrame, SideSettings } from '../engine/race/create-race.ts';
import type { Notice } from '../engine/scenario/notice.ts';
import type { Scenario } from '../engine/scenario/scenario.ts';

/** What the page may know of the engine's results. */
export type { Frame, GridView, References, SideFrame };

/** What the page learns of an opened scenario: everything but the steps to come. */
export interface Opened {
  readonly run: number;
  readonly dimension: number;
  /** Features and labels are sent where they can be drawn (one or two features); else they are empty. */
  readonly samples: Samples;
  readonly start: Vector;
  readonly plant: Vector | null;
  readonly planted: boolean;
  readonly smoothness: number;
  readonly standardised: boolean;
  /** Whether the right side provably has no minimum. */
  readonly unbounded: boolean;
  readonly settings: Readonly<Record<SideName, SideSettings>>;
  readonly refused: readonly RefusedRow[];
  readonly notices: readonly Notice[];
  /** Step 0 of both sides. */
  readonly frame: Frame;
}

/** A scenario that cannot be met, with the reason. */
export interface Refused {
  readonly run: number;
  readonly failure: Notice;
}

/** Losses at the cell centres of a `size` x `size` grid over the view, row-major, row 0 at the lowest second weight. */
export interface Grid {
  readonly view: GridView;
  readonly size: number;
  readonly left: Vector;
  readonly right: Vector;
}

/** Loss and gradient (scaled units where the data is standardised) of both sides at one point. */
export interface Probe {
  readonly at: readonly number[];
  readonly left: { readonly loss: number; readonly gradientNorm: number };
  readonly right: { readonly loss: number; readonly gradientNorm: number };
}

/** What was found in the text of a CSV file. */
export interface TableReport {
  readonly names: readonly string[];
  readonly label: string;
  /** Names of the other columns, in order. */
  readonly features: readonly string[];
  readonly rows: number;
  readonly refused: readonly RefusedRow[];
  readonly notices: readonly Notice[];
  /** The rows as a link carries them; empty where they do not fit, which a notice says. */
  readonly packed: string;
}

/** The engine as a worker answers it. Answers to an older run than the last opened one are null. */
export interface EngineApi {
  open(run: number, scenario: Scenario, own: OwnData | null): Opened | Refused;
  advance(run: number, steps: number): Frame | null;
  /** Null where a newer grid was asked for, or another scenario was opened, meanwhile. */
  grid(run: number, view: GridView, size: number): Promise<Grid | null>;
  /** Null where another scenario was opened meanwhile. */
  references(run: number): Promise<References | null>;
  probe(run: number, at: readonly number[]): Probe | null;
  inspect(text: string): TableReport | { readonly failure: Notice };
}
