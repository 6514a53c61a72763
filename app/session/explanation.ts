import type { ComponentType } from 'react';
import type { SideName, Vector } from '../../engine/contract.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import type { Opened, Update } from '../../workers/protocol.ts';
import type { DrawStyle } from '../charts/colour/palette.ts';
import type { Mark } from '../charts/display-list.ts';
import type { Plane } from '../charts/geometry.ts';
import type { MessageKey, Translate } from '../i18n/messages.ts';
import type { MarkName, Stage } from './picture/extra-marks.ts';
import type { AppState } from './store.ts';

/** Types of a problem's explanation (`ProblemView.explain`). Its words load with the file that uses them. */

/** The explained scenario and the update from the shown step (null while unknown). */
export interface Subject<Told extends Update = Update> {
  readonly opened: Opened;
  readonly scenario: Scenario;
  readonly update: Told | null;
}

/** One line of mathematics: a formula (TeX), a sentence, or both. `standing`: how it is known. */
export interface Line {
  /** Words within it are message keys: `\text{@explain.tex.with}`. */
  readonly tex?: string;
  readonly say?: MessageKey;
  readonly standing?: 'proved' | 'measured' | 'abstract' | 'code';
}

export interface Topic {
  /** Its title is `explain.topic.<id>`. */
  readonly id: string;
  readonly lines: readonly Line[];
}

/** Notation (TeX) of both sides, and how they move. */
export interface Notation {
  readonly iterates: Readonly<Record<SideName, (k: string) => string>>;
  /** The gradient of a side's loss: `\nabla` before a letter. */
  readonly slopes: Readonly<Record<SideName, string>>;
  /** Sides that follow an update rule; both by default. */
  readonly sides?: readonly SideName[];
  /** The side whose new point is projected onto nonnegative numbers. */
  readonly projects?: SideName;
  /** True if iterates are so long that the subtracted term needs its own line. */
  readonly isLong?: boolean;
  /** Lines on L, below the step length. */
  readonly lines?: readonly Line[];
}

/** Draws a mark as the pictures do, on a small plane of pixels with its origin in the middle. */
export type Pin = (plane: Plane, drawStyle: DrawStyle) => readonly Mark[];

export interface PointedMark {
  readonly name: MarkName;
  /** Its symbol; without one, the word `explain.symbol.<name>`. */
  readonly tex?: string;
  /** Its description; `explain.mark.<name>` by default. */
  readonly words?: MessageKey;
  readonly pin: Pin;
}

/** A side's values by explained sample; a sample is active where z is above 0. */
export interface SampleSigns extends Readonly<Record<'z' | 'outputs' | 'residuals' | 'slopes', Vector>> {
  /** Parts of the descent step, concatenated; each as long as the explained weights. */
  readonly moves?: Vector;
  /** True if no sample switches on or off. */
  readonly plain?: boolean;
}

/** One quantity of one side: full-precision numbers, whole numbers, a divergence, or null for none. */
export type Cell =
  | { readonly kind: 'vector' | 'number' | 'count' | 'rows'; readonly value: readonly number[] }
  | { readonly kind: 'diverges' }
  | null;

export function vectorCell(value: ArrayLike<number> | null | undefined): Cell {
  return value ? { kind: 'vector', value: Array.from(value) } : null;
}

/** Returns a number's cell; null for undefined and NaN. */
export function numberCell(value: number | undefined): Cell {
  return value === undefined || Number.isNaN(value) ? null : { kind: 'number', value: [value] };
}

export function countCell(value: number | undefined): Cell {
  return value === undefined ? null : { kind: 'count', value: [value] };
}

/** Quantities by their message (`explain.step.<name>`), in order. */
export type Cells = Readonly<Record<string, Cell>>;

export interface SideTable {
  /** Kind of its rows: the first column's head is `explain.rows.<of>`, an inactive row's note `explain.offRow.<of>`. */
  readonly of: string;
  /** Each column's head is `explain.column.<name>`. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** A number from 1, a weight's name, or for `quantity` rows a key in `explain.row`. */
    readonly name: number | string;
    readonly cells: readonly number[];
    /** Off, dead or fixed: shown dimmed. */
    readonly off?: boolean;
  }[];
  /** Total number of rows, if not all are listed. */
  readonly count: number;
  /** Columns or rows of whole numbers (`count`), and columns of coordinates (`short`); the others show all digits. */
  readonly digits?: Readonly<Record<string, 'count' | 'short'>>;
}

/** A side's stage in its own words; its title is null if it has none. */
export interface SideStage {
  readonly title: MessageKey | null;
  readonly say: string;
  readonly table: SideTable | null;
}

/** The stages of an update: for both sides by sample, in one table, or for each side separately. */
export type Walk<Told extends Update = Update> =
  | {
      /** Describes a stage, with notes on the parts that cannot be drawn. */
      ofSamples(
        of: Subject<Told>,
        stage: Stage,
      ): { readonly say: MessageKey; readonly notes: readonly MessageKey[] };
    }
  | {
      ofSide(
        of: Subject<Told> & { readonly update: Told },
        side: SideName,
        stage: Stage,
        t: Translate,
      ): SideStage;
      /** Own stages in order; their names are `explain.walk.<of>.<stage>`. */
      readonly stages?: { readonly of: string; readonly names: readonly Stage[] };
      /** True if the explained part can be chosen at this stage; `notes` go below both sides. */
      choosesPart?(stage: Stage): boolean;
      notes?(of: Subject<Told>, stage: Stage, t: Translate): readonly string[];
    };

/** The explained part of too many weights: one neuron of a network. */
export interface WeightsPart<Told extends Update = Update> {
  readonly update: Told | null;
  /** Selects these weights from all of a side's. */
  of(weights: ArrayLike<number>): ArrayLike<number>;
  /** Their name at step `k`, and their gradient's index (TeX). */
  iterate(k: string): string;
  readonly index: string;
  /** A note that says how to choose another part. */
  note(t: Translate): string;
  readonly Choice: ComponentType<{ update: Update }>;
}

/**
 * A problem's explanation. Optional members may be omitted for a pair of losses over the same two weights. `Told` is the update type of the
 * problem's `types.ts`.
 */
export interface Explanation<Told extends Update = Update> {
  /** Topics in order; `rule` is the one common to all problems. */
  topics(of: Subject<Told>): readonly (Topic | 'rule')[];
  notation(of: Subject<Told>): Notation;
  /** Marks of its pictures, given those of the shared maps. */
  marks?(of: Subject<Told>, shared: readonly PointedMark[]): readonly PointedMark[];
  /** Maps explained weights to a side's map; null without one. Default: the plane of the maps. */
  plane?(state: AppState): ((w: ArrayLike<number>) => readonly [number, number]) | null;
  /** True if its sides have different weights: a map then shows only its own side's gradient. */
  readonly isApart?: boolean;
  part?(of: Subject<Told>): WeightsPart<Told>;
  /** A side's sample values for the explained part; null if it has none. */
  samples?(told: Told, side: SideName): SampleSigns | null;
  /** Slope below zero of the curve over the data; absent without a curve. */
  leak?(scenario: Scenario): number;
  readonly walk?: Walk<Told>;
  /** Further terms of a side's gradient and results of its step. Equal names replace the common ones. */
  terms?(told: Told, side: SideName): Cells;
  results?(told: Told, side: SideName): Cells;
  /** A note on the numbers of a step. */
  note?(of: Subject<Told>): MessageKey | null;
}
