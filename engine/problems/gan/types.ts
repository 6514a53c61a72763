/** Types of the game that the app may import. */

import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { GameRule, Motion, Verdict } from './rules.ts';

/** Certificate of one width: x - V h with the best h >= 0. */
export interface Certificate {
  /** h*, length k, >= 0. */
  readonly h: Vector;
  /** d* = x - V h*, length m, not divided by rho: the direction that no generator of this width can answer. */
  readonly d: Vector;
  /** ||d*||^2, the least mse. */
  readonly floor: number;
  /** Largest violation of the optimality conditions, dimensionless. */
  readonly violation: number;
  /** True if the floor is 0 but for rounding: x lies in the cone of the columns. */
  readonly reachable: boolean;
}

/** A closed orbit: a (w - x)^2 + b (w - x) d + c d^2 = level. */
export interface Ellipse {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly level: number;
}

/** Rule and parameters of a side, at any level. */
interface PlayedSide {
  readonly rule: GameRule;
  readonly eta: number;
  readonly mu: number;
  readonly rho: number;
  /** Unit of a step c: 1 (plane), Lg, or ||V||^2 (convex). */
  readonly scale: number;
}

/** A side of the level `plane`. */
export interface PlaneSide extends PlayedSide {
  readonly kind: 'plane';
  /** Spectral radius of a round. */
  readonly factor: number;
  readonly verdict: Verdict;
  readonly motion: Motion;
  /** True if `motion` holds for every start but the saddle; if false and the game does not arrive, for almost every start. */
  readonly forAll: boolean;
  /** Closed orbit through the start; null if there is none. */
  readonly ellipse: Ellipse | null;
}

/** A side with a generator of ReLU neurons, or its convex counterpart in h. */
export interface GeneratorSide extends PlayedSide {
  readonly kind: 'network' | 'convex';
  readonly width: number;
  /** V, m x k row-major. */
  readonly columns: Vector;
  readonly certificate: Certificate;
  /** Two orthonormal directions, 2 x m, onto which g is projected for display (series `g1`, `g2`); null for m = 1, shown as (g, d). */
  readonly basis: Vector | null;
  /** P(Binomial(k, 1/2) >= m). */
  readonly reachableProbability: number;
  /** True if V has rank m. */
  readonly spans: boolean;
}

/** Plain data of an instance, for the page. Matrices are row-major. */
export interface GameInfo {
  readonly level: 'network' | 'plane' | 'two-weights';
  /** Kind of the right side; for `two-weights` the one with both signs. */
  readonly versus: 'width' | 'brake' | 'rule' | 'best' | 'convex' | 'signs';
  /** Mean of the real data, length m (1 on the plane and with two weights). */
  readonly mean: Vector;
  /** z, n x dz; empty on the plane. */
  readonly noise: Vector;
  readonly noiseDimension: number;
  /** True if the noise samples lie in no closed half-space through 0; null if not decided or without samples. */
  readonly surrounds: boolean | null;
  readonly sides: Readonly<Record<SideName, PlaneSide | GeneratorSide>>;
  /** P(Binomial(k, 1/2) >= m) for k = 0, ..., min(20 m, largest width); empty except for a network with x other than 0. */
  readonly law: Vector;
}

/** Both sides' states at the displayed step. */
export type PlayersAsked = Readonly<Record<SideName, Vector>>;

/** Picture of a state of a generator side. */
export interface PlayerTold {
  /** g, length m: the mean of the generated data. */
  readonly mean: Vector;
  /** d, length m. */
  readonly discriminator: Vector;
  /** h, length k. */
  readonly hidden: Vector;
  /** v_j.d of each column: above 0 the neuron is pushed out, below 0 pulled in. */
  readonly pulls: Vector;
  /** V relu(W z_i), n x m; empty on the convex side. */
  readonly cloud: Vector;
  /** W, k x dz; empty on the convex side. */
  readonly weights: Vector;
  /** 1 for a neuron that is off on every noise sample. */
  readonly silent: Uint8Array<ArrayBuffer>;
  /** eta sigma_max^2, to compare with rho; NaN on the convex side. */
  readonly push: number;
}

/** Both players of both sides; null on the plane. */
export type PlayersReading = Reading<'players', PlayersAsked, Readonly<Record<SideName, PlayerTold>>>;

/** Width sweep: `seeds` games of each width from the scenario's seed on, `rounds` rounds each, by the left side's rule. */
export interface WidthsAsked {
  readonly widths: readonly number[];
  readonly seeds: number;
  readonly rounds: number;
}

/**
 * Results of the first `done` games; all widths of a seed run before the next seed. Arrays are widths x seeds, row-major; NaN and 0 for
 * unfinished games.
 */
export interface WidthsTold {
  readonly done: number;
  /** mse after the last round; Infinity if diverged. */
  readonly finals: Vector;
  /** Certified floor, 0 if x is reachable. */
  readonly floors: Vector;
  /** First round with an mse below a thousandth of the start's; -1 if there is none. */
  readonly thousandths: Int32Array<ArrayBuffer>;
  /**
   * 1 if the same seed's data of one neuron, k samples and m weights, determine the weights: an event of the same probability
   * (docs/mathematics.md, section 3.2).
   */
  readonly determined: Uint8Array<ArrayBuffer>;
}

/** Null except for the network. */
export type WidthsReading = Reading<'widths', WidthsAsked, WidthsTold, WidthsTold>;

/** Ascent directions of both players: G_W = -dL/dW (of the first neurons) and G_d = dL/dd. */
export interface GradientsTold {
  readonly generator: Vector;
  readonly discriminator: Vector;
}

/** Terms of a point of the game. Lists the first 40 neurons; sums are over all. The plane is one neuron with h = w and the column 1. */
export interface PointTold {
  /** Of the first neurons: w_j, `block` numbers each; h_j on the convex side. */
  readonly generator: Vector;
  readonly discriminator: Vector;
  /** h_j and v_j.d of the first neurons. */
  readonly hidden: Vector;
  readonly pulls: Vector;
  /** g = V h and e = x - g. */
  readonly mean: Vector;
  readonly error: Vector;
  readonly gradients: GradientsTold;
  readonly mse: number;
  /** L. */
  readonly value: number;
}

/** Terms of one round of one side, from round k to the next. */
export interface GameRound extends PlayedSide {
  readonly k: number;
  readonly kind: 'plane' | 'network' | 'convex';
  /** Number of all neurons, and numbers per neuron. */
  readonly neurons: number;
  readonly block: number;
  readonly before: PointTold;
  /** Second point of gradients: the one ahead for `extragradient`, (old W, new d) for `alternating` and `best`. */
  readonly second: PointTold | null;
  /** Gradients of the previous round, for `optimistic` only; in round 1 those of `before`. */
  readonly memory: GradientsTold | null;
  /** Gradients that eta and mu multiply; `discriminator` is null for `best`, which sets d to e/rho. */
  readonly moves: { readonly generator: Vector; readonly discriminator: Vector | null };
  /** Null if the side diverges. */
  readonly after: PointTold | null;
  /** Lower bound of the mse: 0 if x is reachable, NaN on the plane. */
  readonly floor: number;
  /** eta sigma_max^2 of `before`, to compare with rho: eta on the plane; NaN on the convex side. */
  readonly push: number;
}

/** Rounds in place of updates: `leftRound` and `round`. */
export type GameUpdate = Update<object, GameRound>;

/** Stable region of one rule of the plane over (eta, rho) in a window: coordinates in turn. */
export interface RegionTold {
  /** One convex polygon; the game arrives in its interior. */
  readonly polygon: Vector;
  /** Lines of its outline on which the game neither arrives nor leaves (corners of the region may differ). */
  readonly border: readonly Vector[];
}

/** Regions of both sides' rules at the present mu, in the window 0 <= eta <= `eta`, 0 <= rho <= `rho`; null except on the plane. */
export type RegionsReading = Reading<
  'regions',
  { readonly eta: number; readonly rho: number },
  Readonly<Record<SideName, RegionTold>>
>;

/** Forecast of both sides' rules at this step and brake; null for `best` without a brake, and except on the plane. */
export type ForecastReading = Reading<
  'forecast',
  { readonly eta: number; readonly rho: number },
  Readonly<Record<SideName, Pick<PlaneSide, 'factor' | 'motion'> | null>>
>;
