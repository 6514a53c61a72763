/** Types of federated averaging that the app may import. */

import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { FedValues } from './card.ts';
import type { FedVersus, RoundSettings } from './names.ts';

/** Quadratic losses of the clients: F_c(t) = 1/2 (t - b_c)' H_c (t - b_c), H_c symmetric and positive semidefinite. */
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
  /** The minimizer; if it is a line, the point nearest to 0. */
  readonly at: Point;
  readonly least: number;
}

/**
 * Long-run behaviour of a side of the plane from almost every start: `best` converges to t* (a bias of exactly 0), `rest` to another point;
 * it `grows` without bound, or `stays` off, if the largest |factor| is 1 (to rounding); `open`: it converges to a point of a line that is
 * flat for all clients.
 */
export type Outlook = 'best' | 'rest' | 'grows' | 'stays' | 'open';

/** Facts on a side of the plane, known before the run. */
export interface PlaneSide extends RoundSettings {
  /** This side's clients: one with the mean loss of all for `work`, equal curvatures for `equal`. */
  readonly clients: QuadraticClients;
  /** F_K: a round is a step -sg grad F_K. */
  readonly surrogate: Quadratic;
  /**
   * theta_K, the only rest point; null if some direction is flat for all clients, or a client's curvature reaches 2/eta and a round is no
   * contraction.
   */
  readonly rest: Point | null;
  /** Limit of the rest point as K grows; null if a client's curvature reaches 2/eta. */
  readonly limit: Point | null;
  /** ||theta_K - t*|| and F(theta_K) - F(t*); NaN without a rest point. */
  readonly bias: number;
  readonly excess: number;
  /** Eigenvalues of a round, 1 - sg eig((1/N) sum P_c), ascending. */
  readonly factors: Point;
  /** The largest |factor|: below 1 the side converges to its rest point. */
  readonly slowest: number;
  /** Rounds until the slowest direction shrinks to a thousandth (`roundsToThousandth`). */
  readonly expected: number;
  readonly outlook: Outlook;
}

/** The level `plane`. */
export interface PlaneInfo {
  readonly level: 'plane';
  readonly versus: FedVersus;
  /** F = mean F_c, with its minimum t* and F(t*). */
  readonly mean: Quadratic;
  /** Largest eigenvalue of all H_c: eta = c/largest. */
  readonly largest: number;
  readonly start: Point;
  readonly sides: Readonly<Record<SideName, PlaneSide>>;
  /** theta_K of the left's clients for K = 1, ..., 1000, x and y in turn, and ||theta_K - t*||; NaN without a rest point. */
  readonly rests: Vector;
  readonly biases: Vector;
  /** Largest |factor| of the left for these K. */
  readonly slowests: Vector;
}

/** Rest point of the linearisation: u, its loss, the least loss of the linearisation, and the difference. */
export interface LinearRest {
  /** u, length n. */
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
  /** Angles in radians and labels of the samples, length n. */
  readonly angles: Vector;
  readonly labels: Vector;
  /** Client of each sample, from 0. */
  readonly owners: Int32Array<ArrayBuffer>;
  /** Clients' names in a file's data; empty: they are numbered. */
  readonly names: readonly string[];
  /** H at the start, n x n row-major. */
  readonly kernel: Vector;
  /** Lmax, largest eigenvalue of the clients' blocks of H: eta = c/Lmax. */
  readonly largest: number;
  /** lam_max(H) over all samples. */
  readonly top: number;
  /** lam_min(H) and the rank of H (eigenvalues above 1e-10 of the largest). */
  readonly smallest: number;
  readonly rank: number;
  /** Spectral radius of I - sg M, the slowest factor of a round of the linearisation. */
  readonly factor: number;
  /** The same over the range of H: below 1 the linearisation converges. */
  readonly expected: number;
  /** Rounds until a part with the factor `expected` shrinks to a thousandth. */
  readonly rounds: number;
  /** Proved bounds of `factor`: 1 and 1 if H is singular; null if eta Lmax > 1 or sg > 1. */
  readonly bracket: readonly [low: number, high: number] | null;
  /** Null if eta Lmax >= 2 and a round is no contraction. */
  readonly rest: LinearRest | null;
  /**
   * True if the eigenvalues of H below the rank's threshold are rounding, at most 1e-13 of the largest; claims about the rank are then
   * proved.
   */
  readonly isRankSure: boolean;
}

/** Plain data of an instance, for the page. Matrices are row-major. */
export type FedInfo = PlaneInfo | NetworkInfo;

/** The round of a side of the plane from a given point. */
export interface PlaneRoundTold {
  /** Points of each client's local steps, x and y in turn, from the common start to its end. */
  readonly paths: readonly Vector[];
  /** Mean of the ends. */
  readonly average: Point;
  /** Result of the round; not the mean if sg is not 1. */
  readonly next: Point;
  /** -grad F at the point, round/(eta K), and the second minus the first. */
  readonly gradient: Point;
  readonly move: Point;
  readonly difference: Point;
}

/** Rounds from both sides' states; null except on the plane. */
export type RoundReading = Reading<
  'round',
  Readonly<Record<SideName, Vector>>,
  Readonly<Record<SideName, PlaneRoundTold>>
>;

/** A side's predictions over the circle. */
export interface CurvesTold {
  /** f at the `points` angles 2 pi j/points. */
  readonly curve: Vector;
  /** f at the samples, length n. */
  readonly outputs: Vector;
  /** Clients' models at the end of the round that starts here, N x points. */
  readonly locals: Vector;
}

/** Both sides' curves over the circle at these states; null except for the network. */
export type CurvesReading = Reading<
  'curves',
  Readonly<Record<SideName, Vector>> & { readonly points: number },
  Readonly<Record<SideName, CurvesTold>>
>;

/** Settings of runs that differ from the scenario, and the rounds to read: ascending; the last one ends the runs. */
export interface SweepPoint {
  readonly set: Readonly<Partial<Pick<FedValues, 'm' | 'clients' | 'local' | 'split' | 'c' | 'step'>>>;
  readonly at: readonly number[];
}

/** Runs of the network and its linearisation at each point, with seeds that follow the scenario's. */
export interface SweepAsked {
  readonly points: readonly SweepPoint[];
  readonly seeds: number;
  /** True if all points of a seed take the eta of its first. */
  readonly sharesStep: boolean;
}

/** Results. Run p * seeds + s has point p and seed s; NaN for unfinished runs. */
export interface SweepTold {
  /** Finished runs; all points of a seed run before the next seed. */
  readonly done: number;
  readonly etas: Vector;
  /** Lmax, the unit of eta = c/Lmax. */
  readonly tops: Vector;
  /** Loss at the rest point of the linearisation, and its least loss, in closed form; NaN without a rest point. */
  readonly rests: Vector;
  readonly leasts: Vector;
  /** Losses of both sides at the point's rounds, run by run; Infinity once diverged. */
  readonly left: Vector;
  readonly right: Vector;
  /** Largest ||u_net - u_lin|| up to each round, likewise. */
  readonly gaps: Vector;
}

/** Many runs of the network; null except for the network. */
export type SweepReading = Reading<'sweep', SweepAsked, SweepTold, SweepTold>;
/** A client's part of a round on the plane. */
export interface PlaneClientTold {
  /** Eigenvalues lam of H_c, ascending, and p(lam) = 1 - (1 - eta lam)^K of each. */
  readonly curvatures: Point;
  readonly shares: Point;
  /** Length of its path. */
  readonly walked: number;
  /** F_c at the start and at the end of the client's path. */
  readonly before: number;
  readonly after: number;
}

/**
 * A point of the plane relative to a side: F - F(t*), F_K minus its minimum, and the distances from t* and theta_K (NaN without a rest
 * point).
 */
export interface PlacedTold {
  readonly at: Point;
  readonly excess: number;
  readonly surrogate: number;
  readonly distance: number;
  readonly fromRest: number;
}

/** Terms of one round of a side of the plane, from round k to the next. */
export interface PlaneTerms extends RoundSettings, PlaneRoundTold {
  readonly level: 'plane';
  readonly k: number;
  readonly clients: readonly PlaneClientTold[];
  /** grad F_K at the round's start. */
  readonly slope: Point;
  readonly before: PlacedTold;
  /** Null if the side diverges. */
  readonly after: PlacedTold | null;
}

/** A client's part of a round of the network. */
export interface NetworkClientTold {
  readonly samples: number;
  /** Its own loss at the start and at the end of its steps. */
  readonly before: number;
  readonly after: number;
  /** ||theta_c - theta|| over all weights. */
  readonly walked: number;
}

/** A state of the network or of its linearisation. Curves are f at the `points` angles 2 pi j/points. */
export interface FittedTold {
  readonly loss: number;
  /** f(x_i) - y_i, length n. */
  readonly residual: Vector;
  readonly curve: Vector;
}

/** Terms of one round of a side of the network, from round k to the next. */
export interface NetworkTerms extends RoundSettings {
  readonly level: 'network';
  readonly k: number;
  readonly points: number;
  readonly clients: readonly NetworkClientTold[];
  /** Clients' models at the end of the round, N x points. */
  readonly locals: Vector;
  /** sqrt(mean_c ||theta_c - mean theta_c||^2). */
  readonly drift: number;
  readonly before: FittedTold;
  /** Mean of the ends. */
  readonly average: FittedTold;
  /** Null if the side diverges. */
  readonly after: FittedTold | null;
  /** For the linearisation: G u and M u, length n, and u' G u before and after; null for the network. */
  readonly linear: {
    readonly pull: Vector;
    readonly move: Vector;
    readonly weighted: readonly [before: number, after: number];
  } | null;
}

/** Rounds in place of updates: `leftRound` and `round`. */
export type FedRound = PlaneTerms | NetworkTerms;
export type FedUpdate = Update<object, FedRound>;
