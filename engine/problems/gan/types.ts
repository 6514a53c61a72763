/** What the page may know of the game: types only. */

import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { GameRule, Motion, Verdict } from './rules.ts';

/** What is proved of one width: x - V h with the best h >= 0. */
export interface Certificate {
  /** h*, k numbers, none below 0. */
  readonly h: Vector;
  /** d* = x - V h*, m numbers, not divided by rho: the direction that no generator of this width can answer. */
  readonly d: Vector;
  /** ||d*||^2, the least mse. */
  readonly floor: number;
  /** How far the conditions of an optimum are violated, without a unit. */
  readonly violation: number;
  /** Whether the floor is 0, but for rounding: x lies in the cone of the columns. */
  readonly reachable: boolean;
}

/** A closed orbit: a (w - x)^2 + b (w - x) d + c d^2 = level. */
export interface Ellipse {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly level: number;
}

/** What a side plays by, whatever the level. */
interface PlayedSide {
  readonly rule: GameRule;
  readonly eta: number;
  readonly mu: number;
  readonly rho: number;
  /** What a step c is measured in: 1 (plane), Lg, or ||V||^2 (convex). */
  readonly scale: number;
}

/** A side of the level `plane`. */
export interface PlaneSide extends PlayedSide {
  readonly kind: 'plane';
  /** The spectral radius of a round. */
  readonly factor: number;
  readonly verdict: Verdict;
  readonly motion: Motion;
  /** True if every start but the saddle moves so; if false and the game does not arrive, almost every start does. */
  readonly forAll: boolean;
  /** The closed orbit through the start, where it cycles on one. */
  readonly ellipse: Ellipse | null;
}

/** A side with a generator of ReLU neurons, or its convex counterpart in h. */
export interface GeneratorSide extends PlayedSide {
  readonly kind: 'network' | 'convex';
  readonly width: number;
  /** V, m x k row-major. */
  readonly columns: Vector;
  readonly certificate: Certificate;
  /** Two orthonormal directions, 2 x m, that g is shown along; null for m = 1, shown as (g, d). The series `g1` and `g2` are the places there. */
  readonly basis: Vector | null;
  /** P(Binomial(k, 1/2) >= m). */
  readonly reachableProbability: number;
  /** Whether V has rank m. */
  readonly spans: boolean;
}

/** Plain data of an instance, for the page. Matrices are row-major. */
export interface GameInfo {
  readonly level: 'network' | 'plane' | 'two-weights';
  /** What the right side is: of `two-weights` the one with both signs. */
  readonly versus: 'width' | 'brake' | 'rule' | 'best' | 'convex' | 'signs';
  /** The mean of the real data, m numbers (one on the plane and with two weights). */
  readonly mean: Vector;
  /** z, n x dz; empty on the plane. */
  readonly noise: Vector;
  readonly noiseDimension: number;
  /** Whether the noise samples lie in no closed half-space through 0; null where that was not decided, or there are none. */
  readonly surrounds: boolean | null;
  readonly sides: Readonly<Record<SideName, PlaneSide | GeneratorSide>>;
  /** P(Binomial(k, 1/2) >= m) for k = 0, 1, ..., 20 m, and no further than widths go; empty but of the network, and where x is 0. */
  readonly law: Vector;
}

/** Both sides' states at the step that is shown. */
export type PlayersAsked = Readonly<Record<SideName, Vector>>;

/** What is drawn of a state of a generator side. */
export interface PlayerTold {
  /** g, m numbers: the mean of what is generated. */
  readonly mean: Vector;
  /** The discriminator, m numbers. */
  readonly discriminator: Vector;
  /** h, k numbers. */
  readonly hidden: Vector;
  /** v_j.d of each column: above 0 the neuron is pushed out, below 0 pulled in. */
  readonly pulls: Vector;
  /** V relu(W z_i), n x m; empty on the convex side. */
  readonly cloud: Vector;
  /** W, k x dz; empty on the convex side. */
  readonly weights: Vector;
  /** 1 for a neuron that is off on every noise sample. */
  readonly silent: Uint8Array<ArrayBuffer>;
  /** eta sigma_max^2, against the brake; NaN on the convex side. */
  readonly push: number;
}

/** Both players of both sides; null on the plane. */
export type PlayersReading = Reading<'players', PlayersAsked, Readonly<Record<SideName, PlayerTold>>>;

/** The width sweep: `seeds` games of each width from the scenario's seed on, `rounds` rounds each, played as the left side is. */
export interface WidthsAsked {
  readonly widths: readonly number[];
  readonly seeds: number;
  readonly rounds: number;
}

/**
 * What is known of the first `done` games, each seed at every width before the next. Arrays are widths x seeds, row-major; NaN and 0 where a
 * game has not ended yet.
 */
export interface WidthsTold {
  readonly done: number;
  /** mse after the last round; Infinity where it diverged. */
  readonly finals: Vector;
  /** The certified floor, 0 where x is reachable. */
  readonly floors: Vector;
  /** The first round with an mse below a thousandth of the start's; -1 where there is none. */
  readonly thousandths: Int32Array<ArrayBuffer>;
  /** 1 where the same seed's data of one neuron with k samples and m weights determine the weights: the same chance (docs/mathematics.md, section 3.2). */
  readonly determined: Uint8Array<ArrayBuffer>;
}

/** Null but of the network. */
export type WidthsReading = Reading<'widths', WidthsAsked, WidthsTold, WidthsTold>;

/** Uphill for either player: G_W = -dL/dW (of the first neurons) and G_d = dL/dd. */
export interface GradientsTold {
  readonly generator: Vector;
  readonly discriminator: Vector;
}

/** A point of the game taken apart. Of more than 40 neurons the first 40 are told; sums are over all. The plane is told as one neuron with h = w and the column 1. */
export interface PointTold {
  /** Of the first neurons: w_j, `block` numbers each; of the convex side h_j. */
  readonly generator: Vector;
  readonly discriminator: Vector;
  /** Of the first neurons: h_j and v_j.d. */
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

/** One round of one side, from round k to the next. */
export interface GameRound extends PlayedSide {
  readonly k: number;
  readonly kind: 'plane' | 'network' | 'convex';
  /** All neurons, and numbers of each. */
  readonly neurons: number;
  readonly block: number;
  readonly before: PointTold;
  /** Where the round takes gradients besides: `extragradient` at the point ahead, `alternating` and `best` at the new d and the old W. */
  readonly second: PointTold | null;
  /** The gradients of one round ago, of `optimistic` alone: in round 1 those of `before`. */
  readonly memory: GradientsTold | null;
  /** What eta and mu are multiplied with; null of the discriminator that `best` sets to e/rho. */
  readonly moves: { readonly generator: Vector; readonly discriminator: Vector | null };
  /** Null where the side diverges. */
  readonly after: PointTold | null;
  /** What the mse cannot get below: 0 where x is reachable, NaN on the plane. */
  readonly floor: number;
  /** eta sigma_max^2 of `before`, against the brake: eta on the plane; NaN on the convex side. */
  readonly push: number;
}

/** The rounds of both sides in place of updates: `leftRound` and `round`. */
export type GameUpdate = Update<object, GameRound>;

/** Where one rule of the plane arrives, over (eta, rho) in a window: coordinates in turn. */
export interface RegionTold {
  /** One convex polygon; its area is where the game arrives. */
  readonly polygon: Vector;
  /** The lines of its outline on which the game neither arrives nor leaves, corners of the region apart. */
  readonly border: readonly Vector[];
}

/** Of both sides' rules at the present mu, in the window 0 <= eta <= `eta`, 0 <= rho <= `rho`; null but of the plane. */
export type RegionsReading = Reading<
  'regions',
  { readonly eta: number; readonly rho: number },
  Readonly<Record<SideName, RegionTold>>
>;

/** How both sides' rules would play at this step and brake; null of the best discriminator without a brake, and but of the plane. */
export type ForecastReading = Reading<
  'forecast',
  { readonly eta: number; readonly rho: number },
  Readonly<Record<SideName, Pick<PlaneSide, 'factor' | 'motion'> | null>>
>;
