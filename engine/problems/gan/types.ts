/** Types of the game that the app may import. */

import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { GameRule, Motion, Verdict } from './rules.ts';

/** Minimum of ||x - V h|| over h >= 0 for one width. */
export interface Certificate {
  /** h*, length k. */
  readonly h: Vector;
  /** d* = x - V h*, length m. */
  readonly d: Vector;
  /** ||d*||^2, the least mse. */
  readonly floor: number;
  /** Largest violation of the optimality conditions, dimensionless. */
  readonly violation: number;
  /** True if the floor is 0 up to rounding. */
  readonly reachable: boolean;
}

type Pair = readonly [w: number, d: number];

/** One round of the plane as (w - x, d), from a point at distance 1 from the saddle; see `plane/turn.ts`. */
export interface Turn {
  readonly from: Pair;
  readonly to: Pair;
  /** Point whose gradients extragradient uses; else null. */
  readonly ahead: Pair | null;
  /** Point before `from`, which `optimistic` remembers; else null. */
  readonly before: Pair | null;
}

/** A closed orbit: a (w - x)^2 + b (w - x) d + c d^2 = level. */
export interface Ellipse {
  readonly a: number;
  readonly b: number;
  readonly c: number;
  readonly level: number;
}

interface PlayedSide {
  readonly rule: GameRule;
  readonly eta: number;
  readonly mu: number;
  readonly rho: number;
  /** Unit of a step c: 1 (plane), Lg, or ||V||^2 (convex). */
  readonly scale: number;
}

export interface PlaneSide extends PlayedSide {
  readonly kind: 'plane';
  /** Spectral radius of a round. */
  readonly factor: number;
  readonly verdict: Verdict;
  readonly motion: Motion;
  /** True if `motion` holds for every start but the saddle; else for almost every start, unless the game arrives. */
  readonly forAll: boolean;
  /** Closed orbit through the start. */
  readonly ellipse: Ellipse | null;
  /** The lines of its map: runs follow them, or they show where one round points, or only the first does. */
  readonly lines: 'follow' | 'one' | 'first';
  readonly turn: Turn;
}

export interface GeneratorSide extends PlayedSide {
  readonly kind: 'network' | 'convex';
  readonly width: number;
  /** V, m x k. */
  readonly columns: Vector;
  readonly certificate: Certificate;
  /** Two orthonormal directions, 2 x m, for showing g (series `g1`, `g2`); null for m = 1, shown as (g, d). */
  readonly basis: Vector | null;
  /** P(Binomial(k, 1/2) >= m). */
  readonly reachableProbability: number;
  readonly spans: boolean;
}

/** Plain data of an instance. Matrices are row-major. */
export interface GameInfo<Level = 'network' | 'plane' | 'two-weights', Side = PlaneSide | GeneratorSide> {
  readonly level: Level;
  /** Kind of the right side; `signs` for `two-weights`. */
  readonly versus: 'width' | 'brake' | 'rule' | 'best' | 'convex' | 'signs';
  /** Mean of the real data, length m (else 1). */
  readonly mean: Vector;
  /** z, n x dz; empty on the plane. */
  readonly noise: Vector;
  readonly noiseDimension: number;
  /** True if the noise samples lie in no closed half-space through 0; null if undecided. */
  readonly surrounds: boolean | null;
  readonly sides: Readonly<Record<SideName, Side>>;
  /** P(Binomial(k, 1/2) >= m) for k = 0, ..., min(20 m, largest width); empty except for a network with x != 0. */
  readonly law: Vector;
}

export type PlaneInfo = GameInfo<'plane', PlaneSide>;
export type GeneratorInfo = GameInfo<'network' | 'two-weights', GeneratorSide>;

export type PlayersAsked = Readonly<Record<SideName, Vector>>;

export interface PlayerTold {
  /** g, length m. */
  readonly mean: Vector;
  /** d, length m. */
  readonly discriminator: Vector;
  /** h, length k. */
  readonly hidden: Vector;
  /** v_j.d: above 0 the neuron is pushed out, below 0 pulled in. */
  readonly pulls: Vector;
  /** V relu(W z_i), n x m; empty on the convex side. */
  readonly cloud: Vector;
  /** W, k x dz; empty on the convex side. */
  readonly weights: Vector;
  /** 1 for a neuron that is off on every sample. */
  readonly silent: Uint8Array<ArrayBuffer>;
  /** eta sigma_max^2, against rho; NaN on the convex side. */
  readonly push: number;
}

/** Null on the plane. */
export type PlayersReading = Reading<'players', PlayersAsked, Readonly<Record<SideName, PlayerTold>>>;

/** Width sweep with the left side's rule, from the scenario's seed on. */
export interface WidthsAsked {
  readonly widths: readonly number[];
  readonly seeds: number;
  readonly rounds: number;
}

/** Arrays are widths x seeds, row-major; NaN and 0 for unfinished games. */
export interface WidthsTold {
  readonly done: number;
  /** Last mse; Infinity if diverged. */
  readonly finals: Vector;
  /** 0 if reachable. */
  readonly floors: Vector;
  /** First round below a thousandth of the first mse, or -1. */
  readonly thousandths: Int32Array<ArrayBuffer>;
  /** 1 if the seed's data of one neuron, k samples, determine m weights: equal probability (docs/mathematics.md, section 3.2). */
  readonly determined: Uint8Array<ArrayBuffer>;
}

/** Null except for the network. */
export type WidthsReading = Reading<'widths', WidthsAsked, WidthsTold, WidthsTold>;

/** G_W = -dL/dW (first neurons) and G_d = dL/dd. */
export interface GradientsTold {
  readonly generator: Vector;
  readonly discriminator: Vector;
}

/** Lists the first 40 neurons; sums are over all. The plane has one neuron, h = w, with column 1. */
export interface PointTold {
  /** w_j, `block` numbers each; h_j on the convex side. */
  readonly generator: Vector;
  readonly discriminator: Vector;
  /** h_j and v_j.d. */
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

/** A round of one side from round k. */
export interface GameRound extends PlayedSide {
  readonly k: number;
  readonly kind: 'plane' | 'network' | 'convex';
  /** Number of all neurons, `block` numbers each. */
  readonly neurons: number;
  readonly block: number;
  readonly before: PointTold;
  /** Second gradient point: ahead for `extragradient`, (old W, new d) for `alternating` and `best`. */
  readonly second: PointTold | null;
  /** Previous gradients, for `optimistic`; in round 1 those of `before`. */
  readonly memory: GradientsTold | null;
  /** Gradients that eta and mu multiply; null for `best`, which sets d to e/rho. */
  readonly moves: { readonly generator: Vector; readonly discriminator: Vector | null };
  /** Null on divergence. */
  readonly after: PointTold | null;
  /** 0 if x is reachable, NaN on the plane. */
  readonly floor: number;
  /** eta sigma_max^2 of `before`, against rho; eta on the plane, NaN on the convex side. */
  readonly push: number;
}

/** Rounds in place of updates: `leftRound` and `round`. */
export type GameUpdate = Update<object, GameRound>;

/** Stable (eta, rho) of one rule, coordinates in turn. */
export interface RegionTold {
  /** Convex. */
  readonly polygon: Vector;
  /** Its lines on which the game neither arrives nor leaves, except perhaps at corners. */
  readonly border: readonly Vector[];
}

/** Regions at the present mu, over 0 <= eta <= `eta`, 0 <= rho <= `rho`; null except on the plane. */
export type RegionsReading = Reading<
  'regions',
  { readonly eta: number; readonly rho: number },
  Readonly<Record<SideName, RegionTold>>
>;

/** Null for `best` without a brake, and except on the plane. */
export type ForecastReading = Reading<
  'forecast',
  { readonly eta: number; readonly rho: number },
  Readonly<Record<SideName, Pick<PlaneSide, 'factor' | 'motion'> | null>>
>;
