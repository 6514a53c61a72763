/** The engine's words as types: landscape, side, iteration, instance, problem, card. Types only. */

import type { RefusedRow, Table } from './data/table-reader.ts';
import type { TableShape } from './export/kinds.ts';
import type { Field } from './field.ts';
import type { Scaling } from './kernels/whitening.ts';
import type { PlanarLoss } from './landscapes/planar-loss.ts';
import type { SlicePlane, Slicer } from './landscapes/slice-plane.ts';
import type { ParamSpecs, ParamValue, Values } from './params.ts';
import type { Phrase } from './phrase.ts';
import type { EndSpec, FactSpec, SeriesSpec } from './record.ts';
import type { Status } from './run/status.ts';
import type { Language } from './scenario/languages.ts';
import type { Notice } from './scenario/notice.ts';

/** A place on the page, no kind: what stands there, which side is convex and which is expected to win, says the problem. */
export type SideName = 'left' | 'right';

/** Flat float64 memory that may move between threads. */
export type Vector = Float64Array<ArrayBuffer>;

/**
 * A loss with its gradient over R^d, d = `dimension`. Non-finite weights give a non-finite loss; nothing throws.
 * Destinations come first and are overwritten.
 */
export interface Landscape {
  /** d, the number of weights. */
  readonly dimension: number;
  /** Number of samples the loss is a mean over. */
  readonly samples: number;
  /** True where the loss is provably never below zero, so that zero is its global minimum. */
  readonly nonNegative: boolean;
  /** True where the loss provably falls for ever along some direction and has no minimum. */
  readonly unbounded: boolean;
  /** Loss at w (length d). */
  loss(w: Float64Array): number;
  /** Writes the gradient at w (length d) and returns the loss. */
  evaluate(gradient: Float64Array, w: Float64Array): number;
  /** Writes the mean gradient over the samples `rows[from..to)`. */
  batchGradient(gradient: Float64Array, w: Float64Array, rows: Int32Array, from: number, to: number): void;
  /** Writes the second derivative of the piece that w lies in (d x d, row-major). */
  curvature(matrix: Float64Array, w: Float64Array): void;
  /** Whether every unit is off at w and pulls no more (no leak), up to rounding (`CRITERIA.activation`). */
  isDead(w: Float64Array): boolean;
  /** Whether the run provably runs off to -infinity from w on. */
  runsOff(w: Float64Array): boolean;
  /**
   * What a step from w can still gain, against `loss`, with the gradient there: in the coordinates that suit the loss best, not those
   * that a rule steps in. Rest is judged by it too. Absent where nobody can say.
   */
  readonly gain?: (gradient: Float64Array, w: Float64Array, loss: number) => number;
  /** The loss as quadratics over sectors of the plane, made when first asked for; null where it is none (d other than 2). */
  planar(): PlanarLoss | null;
  /**
   * The same loss for one path: it may remember where it was asked last and so be fast where w moves little. Its digits
   * may then depend on what it was asked before: one path, one follower.
   */
  follow(): Landscape;
  /**
   * Moves w in place to the nearest point of the region that the loss is defined on (outside of it the loss is infinite);
   * absent where that is the whole space. The gradient of such a loss is the projected one: its components that point out
   * of the region are 0, so that it vanishes exactly where projected descent rests.
   */
  readonly project?: (w: Float64Array) => void;
  /** What the loss is a mean of, where it is one of quadratics that meet at kinks; absent where it is none. */
  readonly terms?: KinkedTerms;
  /** Tells a loss that changes from step to step (an annealed one) the step it is asked at; absent where it does not. */
  readonly atStep?: (k: number) => void;
}

/**
 * The samples of a mean of quadratics of z = a.w that meet at z = 0: z^2/2 - y z where z > 0, else quadratic z^2/2 - linear y z,
 * beside constants. Scaled units.
 */
export interface KinkedTerms {
  /** n x d, row-major. */
  readonly features: Float64Array;
  /** Length n. */
  readonly labels: Float64Array;
  readonly linear: number;
  readonly quadratic: number;
}

/** How a run stands: one of the shared `STATUSES`, or an end that the problem's card declares (`ends`). */
export type End = Status | (string & NonNullable<unknown>);

/**
 * What stands on a side that no optimizer moves: two players, projected or averaged steps, the rounds of a solver. One iteration, one run;
 * any number may run side by side. The same calls give the same bits, however the steps are cut into batches and wherever a step pauses.
 */
export interface Iteration {
  /** Numbers of one state. A state that changes its length is padded with zeros, in a way that the problem can read back. */
  readonly dimension: number;
  /** Writes the present state (length `dimension`, original units). */
  read(into: Float64Array): void;
  /** Numbers of the present state by the names that the card declares in `series`; NaN where one does not exist (yet). */
  record(): Readonly<Record<string, number>>;
  /** `moving`, or how it stands. At `diverged` the present state is not finite and is not recorded. */
  readonly status: End;
  /** Whether nothing changes any more; an end that only labels leaves it false. */
  readonly ended: boolean;
  /** The numbers that the end carries (`EndSpec.carries`). */
  readonly carried?: Readonly<Record<string, number>>;
  /**
   * One step, or the rest of one that paused. Where it can stop in the middle it asks `pause`, but only once this call has brought it
   * further: a step that pauses whenever it may comes to its end. Does nothing where it has ended.
   */
  step(pause?: () => boolean): 'done' | 'paused';
  /**
   * A copy of everything that later steps and records depend on (previous points, velocity, ramp, best bound, the number of steps), between
   * two steps; and back. Absent where the iteration cannot be put back: then it is run again from its start.
   */
  readonly memory?: { save(): unknown; restore(saved: unknown): void };
  /** Jumps to the state after step k, where a closed form exists. */
  readonly at?: (k: number) => void;
}

/** What every side has. */
export interface AnySide {
  /** Numbers of one state; the sides may differ. */
  readonly dimension: number;
  /** What a step c is measured in: the step is c/stepUnit. */
  readonly stepUnit: number;
  /**
   * What maps of this side can show, by name; the first over a plane, or over a triangle that is `mapped`, is the side's map: its window, its path
   * and its many starts. Of the key `start` only `domain.view`, where it opens, and `marks` depend, which each opening tells anew.
   */
  readonly fields?: Readonly<Record<string, Field>>;
}

/** A side that an optimizer moves: the page offers its menu here alone. */
export interface DescendingSide extends AnySide {
  /** Original units, length `dimension`. */
  readonly start: Vector;
  /** Takes weights in scaled units. */
  readonly landscape: Landscape;
  readonly scaling: Scaling;
  /** What distances are measured to, and what counts as arrived; original units. */
  readonly goal: Vector | null;
  /** Which second criterion says that it rests: what a step could gain in better coordinates, or the decrease of a loss without smoothness. */
  readonly rest: 'gain' | 'decrease';
  /** The loss that both sides are compared by, where this one's own is another; weights in scaled units. */
  readonly compared?: Landscape;
  /** An end of the card's that labels a side whose least loss has not fallen by `share` of it within so many steps. */
  readonly hovers?: { readonly end: string; readonly steps: number; readonly share: number };
  /** Further numbers of a state (scaled units), by the names that the card declares in `series`. */
  readonly record?: (w: Float64Array) => Readonly<Record<string, number>>;
}

/** A side that moves by itself. */
export interface IteratingSide extends AnySide {
  /** A run from the start, which is its first state. */
  iterate(): Iteration;
  /** What one step costs, in the unit in which the other side's steps are counted. */
  readonly evaluationsPerStep: number;
}

/** What stands in a place of the page. */
export type Side = DescendingSide | IteratingSide;

/** One update rule bound to one landscape. It keeps what it remembers; the weights are the caller's. */
export interface Optimizer {
  /** Whether the rule carries a velocity, so that a zero gradient alone is no standstill. */
  readonly carriesVelocity: boolean;
  /** Gradient evaluations (over all n samples) that one step costs; a mini-batch costs batch/n. */
  readonly evaluationsPerStep: number;
  /** Moves w (length d) by one step in place. `gradient` is the full gradient at w. */
  step(w: Float64Array, gradient: Float64Array): void;
  /** Copies of what the rule remembers after its latest step, to be read; absent where it remembers nothing. */
  readonly remember?: () => RuleMemory;
}

/** What a rule carries from step to step (length d each, scaled units). */
export interface RuleMemory {
  readonly velocity?: Vector;
  /** Adam's running means of the gradient and of its square, corrected for their start at 0; NaN before the first step. */
  readonly means?: { readonly first: Vector; readonly second: Vector };
}

/** The samples as a person sees them: original units, `features` n x d row-major (a column of ones included). */
export interface Samples {
  /** Infinity with n = inf, where there are no features and labels. */
  readonly count: number;
  /** d, the columns of the features. */
  readonly dimension: number;
  readonly features: Vector;
  /** Length n. */
  readonly labels: Vector;
  /** Column names for own data, empty otherwise. */
  readonly names: readonly string[];
  readonly labelName: string;
  /** Whether the last column is the column of ones. */
  readonly hasOnes: boolean;
}

/** What every instance has: a problem at one scenario's values, ready to run. */
export interface AnyInstance {
  /** `NO_SAMPLES` of a problem whose data are of another form. */
  readonly samples: Samples;
  readonly prepared: PreparedData;
  /** Plain data of the problem's own type, for its view on the page. */
  readonly info?: unknown;
  /** Tables of its own, by kind, beside the shared ones or in their place: `Parts.table` makes them. */
  readonly tables?: Readonly<Record<string, TableShape>>;
  /** What runs of it are measured by; null where nothing is known to aim at, absent of a pair, whose aim follows from the plant. A long search. */
  readonly aim?: () => Aim | null;
  /** The first refused rows, and how many there are. */
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  /** What of the values could not be met as it was. */
  readonly notices: readonly Notice[];
}

/**
 * Two losses over the same weights, from the same start: everything in `landscapes/` works on it. Weights here are in original units unless
 * said otherwise.
 */
export interface PairInstance extends AnyInstance {
  readonly sides?: undefined;
  /** d, the number of weights. */
  readonly dimension: number;
  readonly scaling: Scaling;
  /** Both losses take weights in scaled units. */
  readonly left: Landscape;
  readonly right: Landscape;
  /** Where both sides start; length d. */
  readonly start: Vector;
  /** The planted weights, or null where the data has none. */
  readonly plant: Vector | null;
  /** Whether the labels are exactly those of the plant, so that zero is the global minimum of both losses. */
  readonly planted: boolean;
  /** L, what a step c/L is measured by: lambda_max(A^T A)/n of the (scaled) features for one neuron; else the problem's own. */
  readonly smoothness: number;
  /** Both minima, where they are known in closed form; original units. */
  readonly minima?: Readonly<Record<SideName, { readonly at: Vector; readonly loss: number }>>;
  /** Both losses over a plane through the weights (d of 2 or more). */
  createSlicer(plane: SlicePlane): Slicer;
}

/** Two sides of any kinds and sizes. */
export interface SidedInstance extends AnyInstance {
  readonly sides: Readonly<Record<SideName, Side>>;
}

/** A problem at one scenario's values, ready to run. */
export type Instance = PairInstance | SidedInstance;

/** What a run is measured by, never negative and 0 at the goal, so that many runs can be counted. */
export interface Aim {
  /** A name that the problem has words for. */
  readonly name: string;
  /** Whether it belongs to the data alone, so that runs of the same prepared data share it. */
  readonly ofPrepared?: true;
  /**
   * A series of the left, never negative, that measures both sides at once in place of `measure`. A run's number is its largest value so far
   * (Infinity where it is NaN or the left has diverged), and a run counts if that keeps within the criterion to the end.
   */
  readonly between?: string;
  /**
   * A series, never negative, that measures each side that iterates at its end, in place of `measure`: a run counts if it is within the
   * criterion there, from the step on since which it has been. Where it is NaN the run is a tie: neither a hit nor a miss.
   */
  readonly series?: string;
  /** The measure from a side's distance to its goal and the loss that the sides are compared by. */
  measure(side: SideName, distance: number, objective: number): number;
}

/** A named starting point: values that differ from the defaults. Words: `preset.<id>.title` and `.sentence`. */
export interface Preset {
  readonly id: string;
  readonly values: Values;
  /** Its words, where the page's files of words have none. */
  readonly words?: PresetWords;
}

/** What the page calls a preset, and the sentence that goes with it. */
export type PresetWords = Readonly<Record<Language, { readonly title: string; readonly sentence: string }>>;

/** A value that gives way to others: what takes its place, and the bounds that it has beside them. */
export interface Adjustment {
  readonly key: string;
  readonly value: ParamValue;
  readonly expected: Phrase;
}

/** What a weight stands for in data that was read. */
export interface ReadColumns {
  readonly columns: number;
  /** Whether the last one is a column of ones. */
  readonly hasOnes: boolean;
}

/** The part of a problem that is plain data: the app may import it. */
export interface ProblemCard {
  readonly id: string;
  /** Its place in the menu; without one it stands behind those that have one. */
  readonly menu?: number;
  /** What its sides record beside the shared series, by name. */
  readonly series?: Readonly<Record<string, SeriesSpec>>;
  /** Ends of its own, by name. */
  readonly ends?: Readonly<Record<string, EndSpec>>;
  /** Numbers that a text may name beside those of every scenario, by name (`Parts.facts`). */
  readonly facts?: Readonly<Record<string, FactSpec>>;
  readonly params: ParamSpecs;
  /** The values that others bound (no more of these than of those), where they are out of those bounds; absent: none are. */
  adjust?(values: Values): readonly Adjustment[];
  /** Numbers of a start, and of a plant, under these values; null where they are of own data that is not read yet. Absent where it takes none. */
  startLength?(values: Values, own: ReadColumns | null): number | null;
  /** The seed that --seed of the command line stands for where own data leave nothing else to draw. */
  readonly ownSeed?: string;
  /** The key that says how many of the last columns of own data are outputs; a last column of texts then names classes. Absent where one column is the label. */
  readonly outputsKey?: string;
  /**
   * Own data are kept as values: the mean of each column of numbers, and how many columns there are, beside what makes them count. No table
   * stays. Absent where the table itself is kept.
   */
  readonly ownMeans?: { readonly means: string; readonly count: string; readonly beside: Values };
  /** The same of square symmetric matrices, one below the other: each key holds the upper triangle of one, row by row. */
  readonly ownMatrices?: { readonly keys: readonly string[]; readonly beside: Values };
  /**
   * The columns of own data, found by name, else taken in this order; the last one holds texts and may be left out. `rows` is how many rows
   * are used at most, `beside` what makes them count, `radians` the column that holds angles. Absent where any column may be taken.
   */
  readonly ownColumns?: Readonly<{ names: readonly string[]; radians: string; rows: number; beside: Values }>;
  /** A choice on which most other keys hang: chosen on the page, each of its options opens a preset (by its id). */
  readonly opens?: { readonly key: string; readonly presets: Readonly<Record<string, string>> };
  /** The preset that needs none of the problem's files: shown where they cannot be had. */
  readonly spare?: string;
  /** The first preset is what a bare address opens. */
  readonly presets: readonly [Preset, ...Preset[]];
  /**
   * English words of the page by message key (`problem.<id>`, `param.<key>`, `preset.<id>.title`) that its message files
   * do not have. What has no words at all is called by its key.
   */
  readonly words?: Readonly<Record<string, string>>;
}

/** Own data that did not come by link: the table of a CSV file, or what a file gives in place of what is drawn (`ReportPart.readFile`). */
export interface OwnData {
  readonly table?: Table;
  readonly drawn?: unknown;
}

/** The part of an instance that other values leave as it is (the data, say), with what it was made from. */
export interface PreparedData {
  /** The values that it depends on, as text. */
  readonly key: string;
  readonly table: Table | null;
  readonly made: unknown;
}
