/** What the page may know of federated averaging: types only. */

import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { FedValues } from './card.ts';
import type { FedVersus, RoundSettings } from './names.ts';

/** Losses of the plane, one a client: F_c(t) = 1/2 (t - b_c)' H_c (t - b_c), H_c symmetric and without a negative eigenvalue. */
export interface QuadraticClients {
  /** N. */
  readonly count: number;
  /** H_c, N x 4: row-major 2 x 2. */
  readonly hessians: Vector;
  /** b_c, N x 2. */
  readonly minima: Vector;
}

/** A point of the plane. */
export type Point = readonly [x: number, y: number];

/** 1/2 (t - at)' H (t - at) + least. */
export interface Quadratic {
  /** H: xx, xy, yy. */
  readonly hessian: readonly [xx: number, xy: number, yy: number];
  /** A minimum: where it is flat along a line, the one that is nearest to 0. */
  readonly at: Point;
  readonly least: number;
}

/**
 * Where a side of the plane is led, from almost every start: to `best`, t* itself (a bias of exactly 0), or to a `rest` elsewhere; it
 * `grows` without bound, or `stays` off, where the largest |factor| is 1 (to rounding); `open` where it settles on a line that is flat for all clients.
 */
export type Outlook = 'best' | 'rest' | 'grows' | 'stays' | 'open';

/** What is known of a side of the plane before it moves. */
export interface PlaneSide extends RoundSettings {
  /** The clients as this side has them: one with the mean loss of all for `work`, equal curvatures for `equal`. */
  readonly clients: QuadraticClients;
  /** F_K: a round is a step -sg grad F_K. */
  readonly surrogate: Quadratic;
  /** theta_K, the only rest point; null where some direction is flat for all clients, or a client's 2/eta is reached and a round is no contraction. */
  readonly rest: Point | null;
  /** Limit of the rest as K grows. Null if some client's curvature reaches 2/eta. */
  readonly limit: Point | null;
  /** ||theta_K - t*|| and F(theta_K) - F(t*); NaN without a rest. */
  readonly bias: number;
  readonly excess: number;
  /** What a round multiplies the distance from its rest by, along two directions: 1 - sg eig((1/N) sum P_c), ascending. */
  readonly factors: Point;
  /** The largest |factor|: below 1 the side arrives at its rest. */
  readonly slowest: number;
  /** Rounds after which the slowest direction is a thousandth (`roundsToThousandth`). */
  readonly expected: number;
  readonly outlook: Outlook;
}

/** The level `plane`. */
export interface PlaneInfo {
  readonly level: 'plane';
  readonly versus: FedVersus;
  /** F = mean F_c, with its minimum t* and F(t*). */
  readonly mean: Quadratic;
  /** The largest eigenvalue of all H_c: eta = c/largest. */
  readonly largest: number;
  readonly start: Point;
  readonly sides: Readonly<Record<SideName, PlaneSide>>;
  /** theta_K of the left's clients for K = 1, 2, ..., 1000, x and y in turn, and ||theta_K - t*||; NaN where there is no rest. */
  readonly rests: Vector;
  readonly biases: Vector;
  /** The largest |factor| of a round of the left for these K. */
  readonly slowests: Vector;
}

/** Where the linearisation rests: u there, its loss, the least loss of the linearisation, and what lies between. */
export interface LinearRest {
  /** u, n numbers. */
  readonly residual: Vector;
  readonly loss: number;
  readonly leastSquares: number;
  readonly excess: number;
}

/** The level `network`: f(x) = sum_r a_r relu(w_r.x)/sqrt m on the left, its tangent at the start on the right. */
export interface NetworkInfo extends RoundSettings {
  readonly level: 'network';
  /** n, m and N. */
  readonly samples: number;
  readonly width: number;
  readonly count: number;
  /** Angles in radians and labels of the samples, n numbers each. */
  readonly angles: Vector;
  readonly labels: Vector;
  /** The client of each sample, from 0. */
  readonly owners: Int32Array<ArrayBuffer>;
  /** What own data call their clients, in that order; empty: they are numbered. */
  readonly names: readonly string[];
  /** H at the start, n x n row-major. */
  readonly kernel: Vector;
  /** Lmax, the largest eigenvalue of the clients' blocks of H: eta = c/Lmax. */
  readonly largest: number;
  /** lam_max(H), of all samples together. */
  readonly top: number;
  /** lam_min(H) and the rank of H (eigenvalues above 1e-10 of the largest). */
  readonly smallest: number;
  readonly rank: number;
  /** Spectral radius of I - sg M: what a round of the linearisation multiplies its slowest part by. */
  readonly factor: number;
  /** The same over the directions that can move (rank of H): below 1 it comes to its rest. */
  readonly expected: number;
  /** Rounds in which a part with that factor falls to a thousandth. */
  readonly rounds: number;
  /** Both ends between which `factor` provably lies: 1 and 1 where H is singular; null where eta Lmax > 1 or sg > 1. */
  readonly bracket: readonly [low: number, high: number] | null;
  /** Null where eta Lmax >= 2 and a round is no contraction. */
  readonly rest: LinearRest | null;
  /** Whether the eigenvalues of H that count as 0 are rounding, at most 1e-13 of the largest: what follows from the rank is then proved. */
  readonly isRankSure: boolean;
}

/** Plain data of an instance, for the page. Matrices are row-major. */
export type FedInfo = PlaneInfo | NetworkInfo;

/** The round of a side of the plane that begins at a point. */
export interface PlaneRoundTold {
  /** Of each client the points of its local steps, x and y in turn, from the common start to its end. */
  readonly paths: readonly Vector[];
  /** The mean of the ends. */
  readonly average: Point;
  /** Where the round leads: with sg other than 1 not the mean. */
  readonly next: Point;
  /** -grad F there, round/(eta K), and the second minus the first. */
  readonly gradient: Point;
  readonly move: Point;
  readonly difference: Point;
}

/** The rounds that begin where both sides stand; null but of the plane. */
export type RoundReading = Reading<
  'round',
  Readonly<Record<SideName, Vector>>,
  Readonly<Record<SideName, PlaneRoundTold>>
>;

/** What a side's model says over the circle. */
export interface CurvesTold {
  /** f at `points` angles 2 pi j/points. */
  readonly curve: Vector;
  /** f at the samples, n numbers. */
  readonly outputs: Vector;
  /** The clients' models at the end of the round that begins here, N x points. */
  readonly locals: Vector;
}

/** Both sides' curves over the circle at these states; null but of the network. */
export type CurvesReading = Reading<
  'curves',
  Readonly<Record<SideName, Vector>> & { readonly points: number },
  Readonly<Record<SideName, CurvesTold>>
>;

/** Where runs stand apart from the scenario, and the rounds at which they are read: ascending, the last one ends them. */
export interface SweepPoint {
  readonly set: Readonly<Partial<Pick<FedValues, 'm' | 'clients' | 'local' | 'split' | 'c' | 'step'>>>;
  readonly at: readonly number[];
}

/** Runs of the network and its linearisation at each point, from seeds that follow the scenario's. */
export interface SweepAsked {
  readonly points: readonly SweepPoint[];
  readonly seeds: number;
  /** Whether all points of a seed take the eta of its first. */
  readonly sharesStep: boolean;
}

/** What they came to. Run p * seeds + s is of point p and of the s-th seed; NaN of a run that has not ended. */
export interface SweepTold {
  /** Runs that have ended: all points of a seed before the next. */
  readonly done: number;
  readonly etas: Vector;
  /** Lmax, which eta = c/Lmax would be measured by. */
  readonly tops: Vector;
  /** Loss at which the linearisation rests, and its least, in closed form; NaN without a rest. */
  readonly rests: Vector;
  readonly leasts: Vector;
  /** Losses of both sides at the rounds of the point, run behind run; Infinity once diverged. */
  readonly left: Vector;
  readonly right: Vector;
  /** The largest ||u_net - u_lin|| up to there, likewise. */
  readonly gaps: Vector;
}

/** Many runs of the network; null but of it. */
export type SweepReading = Reading<'sweep', SweepAsked, SweepTold, SweepTold>;
/** What a client of the plane does in a round. */
export interface PlaneClientTold {
  /** Eigenvalues lam of H_c, ascending, and p(lam) = 1 - (1 - eta lam)^K of each. */
  readonly curvatures: Point;
  readonly shares: Point;
  /** Length of its path. */
  readonly walked: number;
  /** F_c where the round begins and at its end. */
  readonly before: number;
  readonly after: number;
}

/** A point of the plane as a side sees it: F - F(t*), F_K - its least, and the distances from t* and from theta_K (NaN without a rest). */
export interface PlacedTold {
  readonly at: Point;
  readonly excess: number;
  readonly surrogate: number;
  readonly distance: number;
  readonly fromRest: number;
}

/** One round of a side of the plane taken apart, from round k to the next. */
export interface PlaneTerms extends RoundSettings, PlaneRoundTold {
  readonly level: 'plane';
  readonly k: number;
  readonly clients: readonly PlaneClientTold[];
  /** grad F_K where it begins. */
  readonly slope: Point;
  readonly before: PlacedTold;
  /** Null where the side diverges. */
  readonly after: PlacedTold | null;
}

/** What a client of the network does in a round. */
export interface NetworkClientTold {
  readonly samples: number;
  /** Its own loss where the round begins and at its end. */
  readonly before: number;
  readonly after: number;
  /** ||theta_c - theta||, of all weights. */
  readonly walked: number;
}

/** A state of the network or of its linearisation. Curves are f at the `points` angles 2 pi j/points. */
export interface FittedTold {
  readonly loss: number;
  /** f(x_i) - y_i, n numbers. */
  readonly residual: Vector;
  readonly curve: Vector;
}

/** One round of a side of the network taken apart, from round k to the next. */
export interface NetworkTerms extends RoundSettings {
  readonly level: 'network';
  readonly k: number;
  readonly points: number;
  readonly clients: readonly NetworkClientTold[];
  /** The clients' models at the end of the round, N x points. */
  readonly locals: Vector;
  /** sqrt(mean_c ||theta_c - mean theta_c||^2). */
  readonly drift: number;
  readonly before: FittedTold;
  /** The mean of the ends. */
  readonly average: FittedTold;
  /** Null where the side diverges. */
  readonly after: FittedTold | null;
  /** Of the linearisation: G u and M u, n numbers each, and u' G u before and after; null of the network. */
  readonly linear: {
    readonly pull: Vector;
    readonly move: Vector;
    readonly weighted: readonly [before: number, after: number];
  } | null;
}

/** The rounds of both sides in place of updates: `leftRound` and `round`. */
export type FedRound = PlaneTerms | NetworkTerms;
export type FedUpdate = Update<object, FedRound>;
