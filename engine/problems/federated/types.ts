/** Types of federated averaging that the app may import. */

import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { FedValues } from './card.ts';
import type { FedMethod, FedVersus, RoundSettings } from './names.ts';

/** F_c(t) = 1/2 (t - b_c)' H_c (t - b_c), H_c symmetric positive semidefinite. */
export interface QuadraticClients {
  /** N. */
  readonly count: number;
  /** H_c, N x 4: row-major 2 x 2. */
  readonly hessians: Vector;
  /** b_c, N x 2. */
  readonly minima: Vector;
}

export type Point = readonly [x: number, y: number];

/** 1/2 (t - at)' H (t - at) + least. */
export interface Quadratic {
  /** H. */
  readonly hessian: readonly [xx: number, xy: number, yy: number];
  /** Minimizer; of a line, the point nearest to 0. */
  readonly at: Point;
  readonly least: number;
}

/**
 * Limit from almost every start: `best` is t* (bias exactly 0), `rest` another point, `open` a point of a line that is flat for all
 * clients; `grows` is unbounded, `stays` has |factor| = 1 (to rounding).
 */
export type Outlook = 'best' | 'rest' | 'grows' | 'stays' | 'open';

export interface PlaneSide extends RoundSettings {
  readonly method: FedMethod;
  /** Weight mu of the proximal term; 0 unless `method` is `prox`. */
  readonly mu: number;
  /** One client for `work`, equal curvatures for `equal`. */
  readonly clients: QuadraticClients;
  /** F_K: a round is a step -sg grad F_K. For SCAFFOLD that of the first round: later ones have the same curvature about another minimum. */
  readonly surrogate: Quadratic;
  /** theta_K; for SCAFFOLD t*. Null if a direction is flat for all clients, or a curvature reaches 2/eta without contraction. */
  readonly rest: Point | null;
  /** Limit of `rest` as K grows; null if a curvature reaches 2/eta. */
  readonly limit: Point | null;
  /** ||theta_K - t*|| and F(theta_K) - F(t*); NaN without a rest point. */
  readonly bias: number;
  readonly excess: number;
  /** 1 - sg eig((1/N) sum P_c), ascending. Null for SCAFFOLD, whose rounds also move the minimum of F_K. */
  readonly factors: Point | null;
  /** Largest |factor|: below 1 the side converges. For SCAFFOLD the spectral radius of a round of the point with its control variates. */
  readonly slowest: number;
  /** Proved of every round: `slowest`, since a round is symmetric; for SCAFFOLD that of section 15.5 (docs/mathematics.md), or null. */
  readonly bound: number | null;
  /** Rounds to a thousandth (`roundsToThousandth`). */
  readonly expected: number;
  readonly outlook: Outlook;
}

export interface PlaneInfo {
  readonly level: 'plane';
  readonly versus: FedVersus;
  /** F = mean F_c. */
  readonly mean: Quadratic;
  /** Largest eigenvalue of all H_c: eta = c/largest. */
  readonly largest: number;
  readonly start: Point;
  readonly sides: Readonly<Record<SideName, PlaneSide>>;
  /** theta_K of the left for K = 1, ..., 1000, x and y in turn, and ||theta_K - t*||; NaN without a rest point. */
  readonly rests: Vector;
  readonly biases: Vector;
  /** Largest |factor| for these K. */
  readonly slowests: Vector;
  /** The same of the right side for `scaffold` and `prox`; null otherwise. */
  readonly cure: CureCurve | null;
}

/** Bias (NaN without a rest point) and largest |factor| of the right side at some numbers of local steps, ascending. */
export interface CureCurve {
  readonly locals: Vector;
  readonly biases: Vector;
  readonly slowests: Vector;
}

/** Rest point of the linearisation, its loss, the least loss, and the difference. */
export interface LinearRest {
  /** u, length n. */
  readonly residual: Vector;
  readonly loss: number;
  readonly leastSquares: number;
  readonly excess: number;
}

/** f(x) = sum_r a_r relu(w_r.x)/sqrt m on the left, its tangent at the start on the right. */
export interface NetworkInfo extends RoundSettings {
  readonly level: 'network';
  /** n, m and N. */
  readonly samples: number;
  readonly width: number;
  readonly count: number;
  /** Radians, length n. */
  readonly angles: Vector;
  readonly labels: Vector;
  /** Client of each sample, from 0. */
  readonly owners: Int32Array<ArrayBuffer>;
  /** Clients' names in the user's data; empty: numbered. */
  readonly names: readonly string[];
  /** H at the start, n x n row-major. */
  readonly kernel: Vector;
  /** Lmax, over the clients' blocks of H: eta = c/Lmax. */
  readonly largest: number;
  /** lam_max(H). */
  readonly top: number;
  /** lam_min(H); `rank` counts eigenvalues above 1e-10 of the largest. */
  readonly smallest: number;
  readonly rank: number;
  /** Spectral radius of I - sg M. */
  readonly factor: number;
  /** The same over the range of H: below 1 it converges. */
  readonly expected: number;
  /** Rounds to a thousandth. */
  readonly rounds: number;
  /** Proved bounds of `factor`; null if eta Lmax > 1 or sg > 1. */
  readonly bracket: readonly [low: number, high: number] | null;
  /** Null if eta Lmax >= 2 without contraction. */
  readonly rest: LinearRest | null;
  /** True if the eigenvalues that count as 0 are at most 1e-13 of the largest: `rank` is then proved. */
  readonly isRankSure: boolean;
}

/** Plain data of an instance. Matrices are row-major. */
export type FedInfo = PlaneInfo | NetworkInfo;

/** A round from a given point. */
export interface PlaneRoundTold {
  /** Local steps of each client, x and y in turn. */
  readonly paths: readonly Vector[];
  /** Mean of the ends. */
  readonly average: Point;
  /** The mean only for sg = 1. */
  readonly next: Point;
  /** -grad F there, round/(eta K), and the second minus the first. */
  readonly gradient: Point;
  readonly move: Point;
  readonly difference: Point;
  /** Null except for SCAFFOLD. */
  readonly memory: MemoryTold | null;
}

/** Control variates before a round. */
export interface MemoryTold {
  /** d_c = c_c - mean c, N x 2; they add up to 0. */
  readonly variates: Vector;
  /** grad F_c(t*), their limits, N x 2. */
  readonly goals: Vector;
  /** rho, the minimum of the present surrogate. */
  readonly target: Point;
}

/** Null except on the plane. */
export type RoundReading = Reading<
  'round',
  Readonly<Record<SideName, Vector>>,
  Readonly<Record<SideName, PlaneRoundTold>>
>;

export interface CurvesTold {
  /** f at `points` angles 2 pi j/points. */
  readonly curve: Vector;
  /** f at the samples, length n. */
  readonly outputs: Vector;
  /** Clients' models after the round from here, N x points. */
  readonly locals: Vector;
}

/** Null except for the network. */
export type CurvesReading = Reading<
  'curves',
  Readonly<Record<SideName, Vector>> & { readonly points: number },
  Readonly<Record<SideName, CurvesTold>>
>;

/** Changed values, and the rounds to read, ascending; the last one ends the runs. */
export interface SweepPoint {
  readonly set: Readonly<Partial<Pick<FedValues, 'm' | 'clients' | 'local' | 'split' | 'c' | 'step'>>>;
  readonly at: readonly number[];
}

/** Runs at each point, with seeds from the scenario's on. */
export interface SweepAsked {
  readonly points: readonly SweepPoint[];
  readonly seeds: number;
  /** True if all points of a seed take the eta of the first. */
  readonly sharesStep: boolean;
}

/** Run p * seeds + s has point p and seed s; NaN if unfinished. */
export interface SweepTold {
  /** Finished runs, seed by seed. */
  readonly done: number;
  readonly etas: Vector;
  /** Lmax. */
  readonly tops: Vector;
  /** Loss of the linearisation at rest, and its least, in closed form; NaN without a rest point. */
  readonly rests: Vector;
  readonly leasts: Vector;
  /** Losses at the point's rounds, run by run; Infinity once diverged. */
  readonly left: Vector;
  readonly right: Vector;
  /** Largest ||u_net - u_lin|| so far, likewise. */
  readonly gaps: Vector;
}

/** Null except for the network. */
export type SweepReading = Reading<'sweep', SweepAsked, SweepTold, SweepTold>;
export interface PlaneClientTold {
  /** lam of H_c, ascending, and p(lam) = 1 - (1 - eta lam)^K. */
  readonly curvatures: Point;
  readonly shares: Point;
  /** Length of its path. */
  readonly walked: number;
  /** F_c at both ends of the path. */
  readonly before: number;
  readonly after: number;
}

/** F - F(t*), F_K - its minimum, and distances from t* and theta_K (NaN without a rest point). */
export interface PlacedTold {
  readonly at: Point;
  readonly excess: number;
  readonly surrogate: number;
  readonly distance: number;
  readonly fromRest: number;
}

/** A round from round k. */
export interface PlaneTerms extends RoundSettings, PlaneRoundTold {
  readonly level: 'plane';
  readonly k: number;
  readonly clients: readonly PlaneClientTold[];
  /** grad F_K at `before`. */
  readonly slope: Point;
  readonly before: PlacedTold;
  /** Null on divergence. */
  readonly after: PlacedTold | null;
}

export interface NetworkClientTold {
  readonly samples: number;
  /** Its own loss at both ends of its path. */
  readonly before: number;
  readonly after: number;
  /** ||theta_c - theta|| over all weights. */
  readonly walked: number;
}

/** Curves are f at `points` angles 2 pi j/points. */
export interface FittedTold {
  readonly loss: number;
  /** f(x_i) - y_i, length n. */
  readonly residual: Vector;
  readonly curve: Vector;
}

/** A round from round k. */
export interface NetworkTerms extends RoundSettings {
  readonly level: 'network';
  readonly k: number;
  readonly points: number;
  readonly clients: readonly NetworkClientTold[];
  /** Clients' models after the round, N x points. */
  readonly locals: Vector;
  /** sqrt(mean_c ||theta_c - mean theta_c||^2). */
  readonly drift: number;
  readonly before: FittedTold;
  /** Mean of the ends. */
  readonly average: FittedTold;
  /** Null on divergence. */
  readonly after: FittedTold | null;
  /** G u and M u, length n, and u' G u; null for the network. */
  readonly linear: {
    readonly pull: Vector;
    readonly move: Vector;
    readonly weighted: readonly [before: number, after: number];
  } | null;
}

/** Rounds in place of updates: `leftRound` and `round`. */
export type FedRound = PlaneTerms | NetworkTerms;
export type FedUpdate = Update<object, FedRound>;
