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

/** Types of a problem's explanation (`ProblemView.explain`). */

/** The explained scenario and the update from the shown step; null while unknown. */
export interface Subject<Told extends Update = Update> {
  readonly opened: Opened;
  readonly scenario: Scenario;
  readonly update: Told | null;
}

/** A formula (TeX), a sentence, or both. `standing`: how it is known. */
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
  /** Gradient of a side's loss: `\nabla` before a letter. */
  readonly slopes: Readonly<Record<SideName, string>>;
  /** Sides that follow an update rule; default: both. */
  readonly sides?: readonly SideName[];
  /** Side whose new point is projected onto nonnegative numbers. */
  readonly projects?: SideName;
  /** True if long iterates put the subtracted term on its own line. */
  readonly isLong?: boolean;
  /** Lines on L, below the step length. */
  readonly lines?: readonly Line[];
}

/** Draws a mark as in the pictures, on a small plane of pixels with central origin. */
export type Pin = (plane: Plane, drawStyle: DrawStyle) => readonly Mark[];

export interface PointedMark {
  readonly name: MarkName;
  /** Symbol; default: the word `explain.symbol.<name>`. */
  readonly tex?: string;
  /** Description; default: `explain.mark.<name>`. */
  readonly words?: MessageKey;
  readonly pin: Pin;
}

/** A side's values by explained sample; active where z is above 0. */
export interface SampleSigns extends Readonly<Record<'z' | 'outputs' | 'residuals' | 'slopes', Vector>> {
  /** Parts of the descent step, concatenated, each as long as the explained weights. */
  readonly moves?: Vector;
  /** True if no sample switches on or off. */
  readonly plain?: boolean;
}

/** One side's quantity: full-precision numbers, whole numbers, a divergence, or null for none. */
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
  /** Kind of rows: `explain.rows.<of>` heads the first column, `explain.offRow.<of>` notes an inactive row. */
  readonly of: string;
  /** Each column's head is `explain.column.<name>`. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** A number from 1, a weight's name, or for `quantity` a key in `explain.row`. */
    readonly name: number | string;
    readonly cells: readonly number[];
    /** Off, dead or fixed: dimmed. */
    readonly off?: boolean;
  }[];
  /** Total rows, if not all are listed. */
  readonly count: number;
  /** Columns or rows of whole numbers (`count`), columns of coordinates (`short`); the others show all digits. */
  readonly digits?: Readonly<Record<string, 'count' | 'short'>>;
}

/** A side's stage in words. */
export interface SideStage {
  readonly title: MessageKey | null;
  readonly say: string;
  readonly table: SideTable | null;
}

/** Stages of an update: for both sides by sample, in one table, or for each side separately. */
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
      /** Own stages in order, named `explain.walk.<of>.<stage>`. */
      readonly stages?: { readonly of: string; readonly names: readonly Stage[] };
      /** True if this stage offers a choice of the part; `notes` go below both sides. */
      choosesPart?(stage: Stage): boolean;
      notes?(of: Subject<Told>, stage: Stage, t: Translate): readonly string[];
    };

/** Explained part of too many weights: one neuron of a network. */
export interface WeightsPart<Told extends Update = Update> {
  readonly update: Told | null;
  of(weights: ArrayLike<number>): ArrayLike<number>;
  /** Name at step `k`, and the gradient's index (TeX). */
  iterate(k: string): string;
  readonly index: string;
  note(t: Translate): string;
  readonly Choice: ComponentType<{ update: Update }>;
}

/**
 * A problem's explanation. A pair of losses over the same two weights may omit optional members. `Told`: update type of the problem's
 * `types.ts`.
 */
export interface Explanation<Told extends Update = Update> {
  /** Topics in order; `rule` is common to all problems. */
  topics(of: Subject<Told>): readonly (Topic | 'rule')[];
  notation(of: Subject<Told>): Notation;
  /** Marks of its pictures, given the shared maps' marks. */
  marks?(of: Subject<Told>, shared: readonly PointedMark[]): readonly PointedMark[];
  /** Maps explained weights to a side's map; null without one. Default: the maps' plane. */
  plane?(state: AppState): ((w: ArrayLike<number>) => readonly [number, number]) | null;
  /** True if its sides have different weights: a map shows only its side's gradient. */
  readonly isApart?: boolean;
  part?(of: Subject<Told>): WeightsPart<Told>;
  /** A side's sample values for the explained part; null if none. */
  samples?(told: Told, side: SideName): SampleSigns | null;
  /** Slope below zero of the curve over the data; absent without one. */
  leak?(scenario: Scenario): number;
  readonly walk?: Walk<Told>;
  /** Further terms of a side's gradient and results of its step; they replace common ones of the same name. */
  terms?(told: Told, side: SideName): Cells;
  results?(told: Told, side: SideName): Cells;
  /** A note on the numbers of a step. */
  note?(of: Subject<Told>): MessageKey | null;
}
