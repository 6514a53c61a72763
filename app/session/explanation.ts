import type { ComponentType } from 'react';
import type { SideName, Vector } from '../../engine/contract.ts';
import type { Scenario } from '../../engine/scenario/scenario.ts';
import type { Opened, Update } from '../../workers/protocol.ts';
import type { MessageKey, Translate } from '../i18n/messages.ts';
import type { MarkName, Stage } from './picture/extra-marks.ts';
import type { AppState } from './store.ts';

/** What a problem's view brings to the explanation (`ProblemView.explain`). Its words come with the file that says them. */

/** What is explained: what is open, with its scenario, and the update from the shown step; null before that is known. */
export interface Subject<Told extends Update = Update> {
  readonly opened: Opened;
  readonly scenario: Scenario;
  readonly update: Told | null;
}

/** One line of the mathematics: a formula (TeX), a sentence, or both; `standing`: how it is known. */
export interface Line {
  /** Words within it stand by their message key: `\text{@explain.tex.with}`. */
  readonly tex?: string;
  readonly say?: MessageKey;
  readonly standing?: 'proved' | 'measured' | 'abstract' | 'code';
}

export interface Topic {
  /** Its title is `explain.topic.<id>`. */
  readonly id: string;
  readonly lines: readonly Line[];
}

/** How its sides are written (TeX) and move. */
export interface Notation {
  /** The weights of a side at step `k`. */
  readonly iterates: Readonly<Record<SideName, (k: string) => string>>;
  /** The gradient of a side's loss: `\nabla` before a letter. */
  readonly slopes: Readonly<Record<SideName, string>>;
  /** The sides that move by an update rule; both where it is left out. */
  readonly sides?: readonly SideName[];
  /** The side whose new point is brought back to numbers of zero or more. */
  readonly projects?: SideName;
  /** Whether iterates are so long that what is subtracted from them stands on a line of its own. */
  readonly isLong?: boolean;
  /** What is said of L below the step's length. */
  readonly lines?: readonly Line[];
}

/** A mark that can be pointed at. */
export interface PointedMark {
  readonly name: MarkName;
  /** Its symbol; where it has none, the word `explain.symbol.<name>`. */
  readonly tex?: string;
  /** What it is in words; `explain.mark.<name>` where it is left out. */
  readonly words?: MessageKey;
}

/** What a side makes of the told samples, in their order: they are on where z is above 0. */
export interface SampleSigns extends Readonly<Record<'z' | 'outputs' | 'residuals' | 'slopes', Vector>> {
  /** Parts of the downhill move, one after the other, as long as the told weights each. */
  readonly moves?: Vector;
  /** Whether nothing of it switches on or off. */
  readonly plain?: boolean;
}

/** One quantity of one side: numbers to be shown with all their places, whole numbers, or that there is none. */
export type Cell =
  | { readonly kind: 'vector' | 'number' | 'count' | 'rows'; readonly value: readonly number[] }
  | { readonly kind: 'diverges' }
  | null;

export function vectorCell(value: ArrayLike<number> | null | undefined): Cell {
  return value ? { kind: 'vector', value: Array.from(value) } : null;
}

/** A number, which there may not be. */
export function numberCell(value: number | undefined): Cell {
  return value === undefined || Number.isNaN(value) ? null : { kind: 'number', value: [value] };
}

export function countCell(value: number | undefined): Cell {
  return value === undefined ? null : { kind: 'count', value: [value] };
}

/** Quantities by the name of their words (`explain.step.<name>`), in order. */
export type Cells = Readonly<Record<string, Cell>>;

/** The numbers of a side's stage. */
export interface SideTable {
  /** What its rows are: the head of the first column is `explain.rows.<of>`, a row set back is `explain.offRow.<of>`. */
  readonly of: string;
  /** Each is called `explain.column.<name>`. */
  readonly columns: readonly string[];
  readonly rows: readonly {
    /** A count from 1, the name of a weight, or of a `quantity` a word's key in `explain.row`. */
    readonly name: number | string;
    readonly cells: readonly number[];
    /** What is off, dead or held is set back. */
    readonly off?: boolean;
  }[];
  /** How many there are in all, where not all are listed. */
  readonly count: number;
  /** Columns or rows of whole numbers, and columns of places rather than quantities; the others have all their digits. */
  readonly digits?: Readonly<Record<string, 'count' | 'short'>>;
}

/** A side's stage in its own words; without a title where it has none. */
export interface SideStage {
  readonly title: MessageKey | null;
  readonly say: string;
  readonly table: SideTable | null;
}

/** How the stages of an update are told: of both sides by their samples, in one table; or each side by itself. */
export type Walk<Told extends Update = Update> =
  | {
      /** What a stage shows, and what of it cannot be drawn here. */
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
      /** Its stages in order, where it has its own: `explain.walk.<of>.<stage>` is what each is called. */
      readonly stages?: { readonly of: string; readonly names: readonly Stage[] };
      /** Whether the part that is told can be chosen there, and what is said below both sides. */
      choosesPart?(stage: Stage): boolean;
      notes?(of: Subject<Told>, stage: Stage, t: Translate): readonly string[];
    };

/** The part of the weights that is told where they are too many: a neuron of a network. */
export interface WeightsPart<Told extends Update = Update> {
  /** The update as one of these weights. */
  readonly update: Told | null;
  /** These weights among all of a side. */
  of(weights: ArrayLike<number>): ArrayLike<number>;
  /** How they are called at step `k`, and what their gradient bears (TeX). */
  iterate(k: string): string;
  readonly index: string;
  /** What is said of it, and where another is chosen. */
  note(t: Translate): string;
  readonly Choice: ComponentType<{ update: Update }>;
}

/**
 * What may be left out is what a pair of losses over the same two weights needs no more than. `Told` is what the problem's `types.ts` says of
 * its updates.
 */
export interface Explanation<Told extends Update = Update> {
  /** What it says and how that is known, in order; `rule` stands for the topic that every problem has. */
  topics(of: Subject<Told>): readonly (Topic | 'rule')[];
  notation(of: Subject<Told>): Notation;
  /** The marks that its pictures have, given those of the shared maps. */
  marks?(of: Subject<Told>, shared: readonly PointedMark[]): readonly PointedMark[];
  /** Where told weights stand on the map of a side; null where there is no such map. Without it: the plane of the maps. */
  plane?(state: AppState): ((w: ArrayLike<number>) => readonly [number, number]) | null;
  /** Whether its sides are over different weights: then a map shows its own side's gradient alone. */
  readonly isApart?: boolean;
  part?(of: Subject<Told>): WeightsPart<Told>;
  /** What a side makes of the samples, of the part that is told; null where it has none. */
  samples?(told: Told, side: SideName): SampleSigns | null;
  /** The slope below zero of the curve that weights are over the data; absent where they are no curve. */
  leak?(scenario: Scenario): number;
  readonly walk?: Walk<Told>;
  /**
   * Numbers of a side beside those of every update: what its gradient is made of, and what comes of the step. One with the name of
   * a shared one takes its place.
   */
  terms?(told: Told, side: SideName): Cells;
  results?(told: Told, side: SideName): Cells;
  /** What is said of the numbers of a step. */
  note?(of: Subject<Told>): MessageKey | null;
}
