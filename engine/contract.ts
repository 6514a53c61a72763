/** Shared types of the engine: landscape, side, iteration, instance, problem, card. Types only. */

import type { RefusedRow, Table } from './data/table-reader.ts';
import type { TableShape } from './export/kinds.ts';
import type { Field } from './field.ts';
import type { Scaling } from './kernels/whitening.ts';
import type { PlanarLoss } from './landscapes/planar-loss.ts';
import type { SlicePlane, Slicer } from './landscapes/slice-plane.ts';
import type { ParamSpecs, ParamValue, Values } from './params.ts';
import type { Phrase } from './phrase.ts';
import type { EndSpec, FactSpec, SeriesSpec } from './record.ts';
import type { Outcome } from './run/outcome-names.ts';
import type { Status } from './run/status.ts';
import type { Language } from './scenario/languages.ts';
import type { Notice } from './scenario/notice.ts';

/** Position on the page. The problem states what each side shows, which side is convex and which should win. */
export type SideName = 'left' | 'right';

/** Transferable float64 memory. */
export type Vector = Float64Array<ArrayBuffer>;

/**
 * Loss with gradient over R^d, d = `dimension`. Non-finite weights give a non-finite loss; nothing throws. Outputs come first and are
 * overwritten.
 */
export interface Landscape {
  readonly dimension: number;
  /** Number of samples in the mean. */
  readonly samples: number;
  /** True if the loss is provably >= 0 everywhere with global minimum 0. */
  readonly nonNegative: boolean;
  /** True if the loss provably tends to -infinity along some direction. */
  readonly unbounded: boolean;
  /** Returns the loss at w (length d). */
  loss(w: Float64Array): number;
  /** Writes the gradient at w (length d) and returns the loss. */
  evaluate(gradient: Float64Array, w: Float64Array): number;
  /** Writes the mean gradient over the samples `rows[from..to)`. */
  batchGradient(gradient: Float64Array, w: Float64Array, rows: Int32Array, from: number, to: number): void;
  /** Writes the Hessian of the piece that contains w (d x d, row-major). */
  curvature(matrix: Float64Array, w: Float64Array): void;
  /** True if every unit is inactive at w and none passes a gradient (no leak), up to rounding (`CRITERIA.activation`). */
  isDead(w: Float64Array): boolean;
  /** True if descent from w provably runs off to -infinity. */
  runsOff(w: Float64Array): boolean;
  /**
   * Returns the decrease that a step from w can still achieve relative to `loss`, in the coordinates that suit the loss best, not the
   * rule's. Rest is judged by it too. Absent if unknown.
   */
  readonly gain?: (gradient: Float64Array, w: Float64Array, loss: number) => number;
  /** Returns the loss as quadratics over sectors of the plane, built on first use; null if it has no such form (d other than 2). */
  planar(): PlanarLoss | null;
  /**
   * Returns the same loss for one path. It may cache the last point, so its digits may depend on earlier calls: use one follower per path.
   */
  follow(): Landscape;
  /**
   * Projects w in place onto the domain (the loss is infinite outside); absent if that is the whole space. The gradient is then the
   * projected one: components that point out of the domain are 0, so it vanishes exactly where projected descent rests.
   */
  readonly project?: (w: Float64Array) => void;
  /** The terms of the mean if it is one of quadratics that meet at kinks; else absent. */
  readonly terms?: KinkedTerms;
  /** Sets the step of a loss that changes from step to step (annealing); absent for a fixed loss. */
  readonly atStep?: (k: number) => void;
}

/**
 * Samples of a mean of quadratics of z = a.w that meet at z = 0: z^2/2 - y z for z > 0, else quadratic z^2/2 - linear y z, up to constants.
 * Scaled units.
 */
export interface KinkedTerms {
  /** n x d, row-major. */
  readonly features: Float64Array;
  readonly labels: Float64Array;
  readonly linear: number;
  readonly quadratic: number;
}

/** Status of a run: one of the shared `STATUSES`, or an end declared by the problem's card (`ends`). */
export type End = Status | (string & NonNullable<unknown>);

/**
 * A side without an optimizer: two players, projected or averaged steps, rounds of a solver. One iteration is one run; any number may run
 * concurrently. The same calls give the same bits, however batched or paused.
 */
export interface Iteration {
  /** Length of one state. A state of varying length is padded with zeros so that the problem can decode it. */
  readonly dimension: number;
  /** Writes the current state (length `dimension`, original units). */
  read(into: Float64Array): void;
  /** Returns the numbers of the current state by their names in the card's `series`; NaN if one does not exist (yet). */
  record(): Readonly<Record<string, number>>;
  /** At `diverged` the current state is not finite and is not recorded. */
  readonly status: End;
  /** True if nothing changes any more; an end that is only a label leaves it false. */
  readonly ended: boolean;
  readonly carried?: Readonly<Record<string, number>>;
  /**
   * Takes one step or finishes a paused one. It calls `pause` only after this call has made progress, so a step that pauses at every chance
   * still ends. No effect once ended.
   */
  step(pause?: () => boolean): 'done' | 'paused';
  /**
   * Saves and restores, between two steps, all that later steps and records depend on (previous points, velocity, ramp, best bound, step
   * count). Absent if impossible: the iteration is then rerun.
   */
  readonly memory?: { save(): unknown; restore(saved: unknown): void };
  /** Jumps to the state after step k, if a closed form exists. */
  readonly at?: (k: number) => void;
}

/** Fields common to all sides. */
export interface AnySide {
  readonly dimension: number;
  /** Unit of a step c: the step length is c/stepUnit. */
  readonly stepUnit: number;
  /**
   * Maps of this side by name. The first over a plane, or over a `mapped` triangle, is the side's map with window, path and many starts. Of
   * the key `start` only the initial `domain.view` and `marks` depend, which every opening reports anew.
   */
  readonly fields?: Readonly<Record<string, Field>>;
}

/** A side moved by an optimizer; only such a side gets the optimizer menu. */
export interface DescendingSide extends AnySide {
  /** Original units, length `dimension`. */
  readonly start: Vector;
  /** Takes weights in scaled units. */
  readonly landscape: Landscape;
  readonly scaling: Scaling;
  /** Target of distances and of the arrival test; original units. */
  readonly goal: Vector | null;
  /** Second criterion of rest: possible gain in better coordinates, or the decrease of a nonsmooth loss. */
  readonly rest: 'gain' | 'decrease';
  /** Loss by which the sides are compared, if it is not this side's own; takes weights in scaled units. */
  readonly compared?: Landscape;
  /** End of a side whose least loss has not fallen by the fraction `share` within `steps` steps, of which the fraction `rises` rose. */
  readonly hovers?: {
    readonly end: string;
    readonly steps: number;
    readonly share: number;
    readonly rises?: number;
  };
  /** Further numbers of a state (scaled units), by their names in the card's `series`. */
  readonly record?: (w: Float64Array) => Readonly<Record<string, number>>;
}

/** A side that iterates by itself. */
export interface IteratingSide extends AnySide {
  /** Starts a run; its first state is the start. */
  iterate(): Iteration;
  /** Cost of one step in the unit in which the other side's steps are counted. */
  readonly evaluationsPerStep: number;
}

/** One side of an instance. */
export type Side = DescendingSide | IteratingSide;

/** One update rule bound to one landscape. It owns its memory; the caller owns the weights. */
export interface Optimizer {
  /** True if the rule has a velocity, so that a zero gradient alone does not mean rest. */
  readonly carriesVelocity: boolean;
  /** Gradient evaluations (over all n samples) per step; a mini-batch costs batch/n. */
  readonly evaluationsPerStep: number;
  /** Moves w (length d) by one step in place. `gradient` is the full gradient at w. */
  step(w: Float64Array, gradient: Float64Array): void;
  /** Copies the rule's memory after its latest step; absent if it has none. */
  readonly remember?: () => RuleMemory;
}

/** State of an update rule between steps (length d each, scaled units). */
export interface RuleMemory {
  readonly velocity?: Vector;
  /** Adam's bias-corrected running means of the gradient and its square; NaN before the first step. */
  readonly means?: { readonly first: Vector; readonly second: Vector };
}

/** Samples in original units; `features` is n x d row-major (including a column of ones). */
export interface Samples {
  /** Infinity if n = inf; then there are no features or labels. */
  readonly count: number;
  readonly dimension: number;
  readonly features: Vector;
  readonly labels: Vector;
  /** Column names of own data, else empty. */
  readonly names: readonly string[];
  readonly labelName: string;
  /** True if the last column is all ones. */
  readonly hasOnes: boolean;
}

/** Fields common to all instances: a problem at one scenario's values, ready to run. */
export interface AnyInstance {
  /** `NO_SAMPLES` if the problem's data have another form. */
  readonly samples: Samples;
  readonly prepared: PreparedData;
  /** Problem-specific plain data for its view. */
  readonly info?: unknown;
  /** Tables by kind that extend or replace the shared ones; built by `Parts.table`. */
  readonly tables?: Readonly<Record<string, TableShape>>;
  /** Measure of success. Null: no goal is known. Absent in a pair: it follows from the plant. A long search. */
  readonly aim?: () => Aim | null;
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  readonly notices: readonly Notice[];
}

/** Two losses over the same weights, from the same start; all of `landscapes/` works on it. Weights are in original units unless noted. */
export interface PairInstance extends AnyInstance {
  readonly sides?: undefined;
  readonly dimension: number;
  readonly scaling: Scaling;
  /** Both losses take weights in scaled units. */
  readonly left: Landscape;
  readonly right: Landscape;
  /** Common start of both sides; length d. */
  readonly start: Vector;
  readonly plant: Vector | null;
  /** True if the labels are exactly the plant's, so that both losses have global minimum 0. */
  readonly planted: boolean;
  /** L, the unit of a step c/L: lambda_max(A^T A)/n of the (scaled) features for one neuron; else problem-specific. */
  readonly smoothness: number;
  /** Both minima if known in closed form; original units. */
  readonly minima?: Readonly<Record<SideName, { readonly at: Vector; readonly loss: number }>>;
  /** Evaluates both losses over a plane through the weights (d >= 2). */
  createSlicer(plane: SlicePlane): Slicer;
}

/** Two sides of any kinds and sizes. */
export interface SidedInstance extends AnyInstance {
  readonly sides: Readonly<Record<SideName, Side>>;
}

/** A problem at one scenario's values, ready to run. */
export type Instance = PairInstance | SidedInstance;

/** Measure of a run, >= 0 with 0 at the goal, so that successes of many runs can be counted. */
export interface Aim {
  /** Name with a wording in the problem's messages. */
  readonly name: string;
  /** True if it depends on the data alone, so that runs of the same prepared data share it. */
  readonly ofPrepared?: true;
  /** Both minima in closed form, if known; original units. */
  readonly between?: string;
  /**
   * Series (>= 0) that measures each iterating side at its end and replaces `measure`: a run counts if it ends within the criterion, from
   * the first step since which it has stayed there. NaN makes the run a tie: neither hit nor miss.
   */
  readonly series?: string;
  /** Proved lower bounds of the measure over all steps. A side that still moves above its criterion's is `barred`. */
  readonly least?: Readonly<Record<SideName, number>>;
  /** Computes the measure from a side's distance to its goal and the compared loss. */
  measure(side: SideName, distance: number, objective: number): number;
}

/** Named starting point: values that differ from the defaults. Messages: `preset.<id>.title` and `.sentence`. */
export interface Preset {
  readonly id: string;
  readonly values: Values;
  readonly words?: PresetWords;
}

/** Title and sentence of a preset by language. */
export type PresetWords = Readonly<Record<Language, { readonly title: string; readonly sentence: string }>>;

/** Replacement of a value that other values bound, and those bounds. */
export interface Adjustment {
  readonly key: string;
  readonly value: ParamValue;
  readonly expected: Phrase;
}

/** Columns of own data after reading, one per weight. */
export interface ReadColumns {
  readonly columns: number;
  readonly hasOnes: boolean;
}

/** Plain-data part of a problem, which the app may import. */
export interface ProblemCard {
  readonly id: string;
  /** Menu position; cards without one come last. */
  readonly menu?: number;
  /** Series recorded in addition to the shared ones, by name. */
  readonly series?: Readonly<Record<string, SeriesSpec>>;
  readonly ends?: Readonly<Record<string, EndSpec>>;
  /** Outcome of a run within its criterion (`Aim`). */
  arrival(values: Values): Outcome;
  /** Series whose final values tell which side of a run is better (`SeriesSpec.better`), or `objective` or `loss`; null: none does. */
  compares(values: Values): string | null;
  /** Numbers, by name, that a text may cite in addition to those of every scenario (`Parts.facts`). */
  readonly facts?: Readonly<Record<string, FactSpec>>;
  readonly params: ParamSpecs;
  /** Corrects values that others put out of bounds (no more of these than of those); absent: none are. */
  adjust?(values: Values): readonly Adjustment[];
  /** Length of a start or plant under these values; null while own data are unread. Absent if it takes none. */
  startLength?(values: Values, own: ReadColumns | null): number | null;
  /** Seed that the command line's --seed sets when own data leave nothing else to draw. */
  readonly ownSeed?: string;
  /** Key for the number of output columns, the last ones of own data; a last text column then names classes. Absent: one label column. */
  readonly outputsKey?: string;
  /**
   * Keeps own data as values: the mean of each numeric column and the column count, plus the values `beside` that make them effective. No
   * table is kept. Absent: the table is kept.
   */
  readonly ownMeans?: { readonly means: string; readonly count: string; readonly beside: Values };
  /** Same for square symmetric matrices stacked vertically: each key stores one upper triangle, row by row. */
  readonly ownMatrices?: { readonly keys: readonly string[]; readonly beside: Values };
  /**
   * Columns of own data, matched by name, else in this order; the last holds text and is optional. `rows`: row limit; `beside`: values that
   * make them effective; `radians`: the angle column. Absent: any column may be chosen.
   */
  readonly ownColumns?: Readonly<{ names: readonly string[]; radians: string; rows: number; beside: Values }>;
  /** Choice on which most other keys depend: on the page each of its options opens a preset (by id). */
  readonly opens?: { readonly key: string; readonly presets: Readonly<Record<string, string>> };
  /** Fallback preset that needs none of the problem's files. */
  readonly spare?: string;
  /** Preset (by id) that choosing this problem opens. */
  readonly opening: string;
  readonly presets: readonly [Preset, ...Preset[]];
  /**
   * English messages by key (`problem.<id>`, `param.<key>`, `preset.<id>.title`) that the message files lack. Without any, the key is
   * shown.
   */
  readonly words?: Readonly<Record<string, string>>;
}

/** Own data that did not come by link: a CSV table, or the replacement of the drawn data from a file (`ReportPart.readFile`). */
export interface OwnData {
  readonly table?: Table;
  readonly drawn?: unknown;
}

/** Part of an instance that other values do not affect (such as the data), with its inputs. */
export interface PreparedData {
  readonly key: string;
  readonly table: Table | null;
  readonly made: unknown;
}
