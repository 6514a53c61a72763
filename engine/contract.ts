/** The engine's words as types: landscape, optimizer, problem, card, instance. Types only. */

import type { Table } from './data/table-reader.ts';
import type { PlanarLoss } from './landscapes/planar-loss.ts';
import type { SlicePlane } from './landscapes/slice-plane.ts';
import type { Slicer } from './landscapes/slicer.ts';
import type { ParamSpecs, Values } from './params.ts';
import type { Phrase } from './phrase.ts';
import type { Status } from './race/status.ts';
import type { Notice } from './scenario/notice.ts';

/** Left is the original non-convex problem, right its convex or better-behaved counterpart. */
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

/** A side that is solved round by round instead of descended. One solver, one run. */
export interface Solver {
  /** Numbers of one state: `capacity` neurons, flat as `forward` of two layers has it, zeros behind the last. */
  readonly dimension: number;
  /** Writes the present state (length `dimension`). */
  write(state: Float64Array): void;
  /** Objective of the present state. */
  readonly objective: number;
  /** The best certified lower bound so far; NaN where nothing is certified. */
  readonly lowerBound: number;
  /** `moving`, or how it ended: nothing changes any more. */
  readonly status: Status;
  /** One round; nothing where it has ended. */
  step(): void;
}

/** What a problem of two layers says of itself besides. */
export interface NetworkFacts {
  /** m, the neurons of the left side. */
  readonly neurons: number;
  /** d, the columns that a neuron weighs. */
  readonly columns: number;
  /** Whether biases cost nothing and a constant is added: then each state has it as its last number. */
  readonly constant: boolean;
  /** The neurons that one state of the right side has room for. */
  readonly capacity: number;
  /** Weight of the squared parameters. */
  readonly beta: number;
  /** The planted network, flat as `forward` has it; null for own data. */
  readonly teacher: Vector | null;
  /** Which convex program knows the optimum: for sampled patterns its bound is no proof. */
  readonly program: 'exact' | 'hinges' | 'sampled';
  /** Whether both layers of the left are trained. */
  readonly trained: boolean;
  /** Whether the right side is that program; else it descends on the relaxation. */
  readonly solved: boolean;
}

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

/**
 * The map between the weights that people see (original units) and those that descent moves (scaled units).
 * Both directions take and fill arrays of length d.
 */
export interface Scaling {
  /** Whether both are the same. */
  readonly identity: boolean;
  /** Fills `scaled` from `original`; non-finite weights stay non-finite. */
  toScaled(scaled: Float64Array, original: Float64Array): void;
  /** Fills `original` from `scaled`, likewise. */
  toOriginal(original: Float64Array, scaled: Float64Array): void;
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

/** A row of own data that was not taken. */
export interface RefusedRow {
  /** Its line in the text; the header is line 1. */
  readonly line: number;
  readonly reason: Phrase;
}

/** A problem at one scenario's values, ready to race. Weights here are in original units unless said otherwise. */
export interface Instance {
  /** d, the number of weights. */
  readonly dimension: number;
  readonly samples: Samples;
  readonly scaling: Scaling;
  /** The non-convex loss; both losses take weights in scaled units. */
  readonly left: Landscape;
  /** Its convex counterpart. */
  readonly right: Landscape;
  /** Where both sides start; length d. */
  readonly start: Vector;
  /** The planted weights, or null where the data has none. */
  readonly plant: Vector | null;
  /** Whether the labels are exactly those of the plant, so that zero is the global minimum of both losses. */
  readonly planted: boolean;
  /** L, what a step c/L is measured by: lambda_max(A^T A)/n of the (scaled) features for one neuron; else the problem's own. */
  readonly smoothness: number;
  readonly ground: Ground;
  /** Both minima, where they are known in closed form; original units. */
  readonly minima?: Readonly<Record<SideName, { readonly at: Vector; readonly loss: number }>>;
  /** Present where the sides are networks of two layers. */
  readonly network?: NetworkFacts;
  /**
   * Makes the solver that takes the right landscape's place in the race; absent where both sides descend. `gap` is the relative
   * gap at which it ends, CRITERIA.gap where it is left out.
   */
  readonly createSolver?: (gap?: number) => Solver;
  /** Makes the solver that the best possible objective is known from, whatever the right side is; for two layers alone. */
  readonly createBound?: () => Solver;
  /** The start that another seed would draw; for two layers alone. */
  readonly startOf?: (seed: number) => Vector;
  /** The L from any start; for two layers alone. */
  readonly smoothnessFrom?: (start: Float64Array) => number;
  /** Both losses over a plane through the weights (d of 2 or more). */
  createSlicer(plane: SlicePlane): Slicer;
  /** The first refused rows, and how many there are. */
  readonly refused: readonly RefusedRow[];
  readonly refusedCount: number;
  /** What of the values could not be met as it was. */
  readonly notices: readonly Notice[];
}

/** A named starting point: values that differ from the defaults. Words: `preset.<id>.title` and `.sentence`. */
export interface Preset {
  readonly id: string;
  readonly values: Values;
}

/** The part of a problem that is plain data: the app may import it. */
export interface ProblemCard {
  readonly id: string;
  /** Its place in the menu; without one it stands behind those that have one. */
  readonly menu?: number;
  readonly params: ParamSpecs;
  /** The first preset is what a bare address opens. */
  readonly presets: readonly [Preset, ...Preset[]];
  /**
   * English words of the page by message key (`problem.<id>`, `param.<key>`, `preset.<id>.title`) that its message files
   * do not have. What has no words at all is called by its key.
   */
  readonly words?: Readonly<Record<string, string>>;
}

/** Own data that did not come by link: the table of a CSV file. */
export interface OwnData {
  readonly table: Table;
}

/** The part of an instance that other values leave as it is (the data, say), with what it was made from. */
export interface Ground {
  /** The values that it depends on, as text. */
  readonly key: string;
  readonly table: Table | null;
  readonly made: unknown;
}

/** What can be raced: its card, and how the instance of given values comes about. */
export interface Problem {
  readonly card: ProblemCard;
  /**
   * Makes the instance. What an earlier one has in common with it (its ground) is taken from there: the same bits, without
   * the work. Throws `ScenarioError` where the values cannot be met (no data, no row left).
   */
  prepare(values: Values, own: OwnData | null, before?: Instance | null): Instance;
}
