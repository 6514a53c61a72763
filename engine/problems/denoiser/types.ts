/** Types of the denoisers that the app may import. */

import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { RightDenoiser } from './names.ts';

export type Point = readonly [x: number, y: number];

/** A point x = T(x). */
export interface RestPoint {
  readonly at: Point;
  /** Largest |eigenvalue| of DT there. */
  readonly largest: number;
  /** sign det(I - DT). */
  readonly index: -1 | 0 | 1;
  /** stable: all |eigenvalues| < 1; saddle: one above 1; flipping: one below -1; repelling: both above 1. */
  readonly kind: 'stable' | 'saddle' | 'flipping' | 'repelling';
  /** F there. */
  readonly height: number;
}

export interface PixelSide {
  /** Null if not below the largest slope of the free D. */
  readonly cap: number | null;
  /** Largest slope of the D in use. */
  readonly largestSlope: number;
  /** z_k, where D crosses its capped line right of 1/2. */
  readonly crossing: number | null;
  /** 1 + 1/largestSlope: no cycle below this c. */
  readonly guaranteedBelow: number;
  /** Contraction factor of T, if proved below 1. */
  readonly rate: number | null;
  /** Null if they form a segment. */
  readonly rests: readonly RestPoint[] | null;
  /** Ends of the segment of rest points under a cap of 1. */
  readonly segment: readonly [Point, Point] | null;
  /** [1 - z_1, z_1], where D is the identity under a cap of 1. */
  readonly box: readonly [low: number, high: number] | null;
}

export interface PixelsInfo {
  readonly level: 'pixels';
  readonly phi: Point;
  readonly truth: Point;
  /** phi . truth. */
  readonly y: number;
  /** ||phi||^2; `step` is c/L. */
  readonly L: number;
  readonly step: number;
  readonly c: number;
  readonly sigma: number;
  readonly spread: number;
  /** Requested cap; without effect if M is below. */
  readonly cap: number;
  /** M, of the free D. */
  readonly largestSlope: number;
  readonly start: Point;
  readonly sides: Readonly<Record<SideName, PixelSide>>;
}

/** A law of certificates that the weights break. */
export interface BrokenLaw {
  readonly law: 'gain' | 'least-slope' | 'most-slope';
  readonly found: number;
  readonly bound: number;
}

/** Computed from the weights of `ridge` alone (docs/mathematics.md, section 17.5). */
export interface Certificate {
  /** G(k), spectrum of W'W. */
  readonly gains: Vector;
  readonly largestGain: number;
  readonly smallestGain: number;
  /** Slopes of phi. */
  readonly slopes: readonly [least: number, largest: number];
  /** Empty if D is firmly nonexpansive. */
  readonly broken: readonly BrokenLaw[];
}

/** Images are 32 x 32, row by row; frequency (k1, k2) is at 32 k1 + k2. */
export interface ImageInfo {
  readonly level: 'image';
  readonly c: number;
  readonly strength: number;
  readonly isPositive: boolean;
  readonly right: RightDenoiser;
  readonly threshold: number;
  /** Null if a file gives only visibilities. */
  readonly truth: Vector | null;
  /** F^-1 Y, and its SNR in dB (NaN without a truth). */
  readonly dirty: Vector;
  readonly dirtySnr: number;
  /** 1 at measured frequencies, else 0. */
  readonly mask: Uint8Array<ArrayBuffer>;
  readonly visibilities: number;
  /** |Y|; 0 if not measured. */
  readonly measured: Vector;
  readonly start: Vector;
  /** Certificate of the loaded weights, for any `right`. */
  readonly certificate: Certificate;
  /** True if the right is proved firmly nonexpansive. */
  readonly isFirm: boolean;
  /** Contraction factor of the right, if proved below 1. */
  readonly rate: number | null;
  /** True if the right is proved to converge from every start. */
  readonly comesToRest: boolean;
  readonly measuresZero: boolean;
  readonly measuresZeroAlone: boolean;
}

/** Plain data of an instance. */
export type DenoiserInfo = PixelsInfo | ImageInfo;

/** Spectra as `measured`. */
export interface ImageTold {
  /** x - truth. */
  readonly error: Vector | null;
  /** |F x|. */
  readonly spectrum: Vector;
  /** Mean |F x|^2 over measured and other frequencies (NaN if none), and of the error. */
  readonly power: PowerTold;
  readonly errorPower: PowerTold | null;
}
export interface PowerTold {
  readonly measured: number;
  readonly unmeasured: number;
}

/** Null for pixels. */
export type ImagesReading = Reading<
  'images',
  Readonly<Record<SideName, Vector>>,
  Readonly<Record<SideName, ImageTold>>
>;

/** The restored image. */
export interface CleanTold {
  readonly image: Vector;
  readonly snr: number;
}
/** Null for pixels. */
export type CleanReading = Reading<'clean', { readonly steps: number }, CleanTold>;

/** Two runs of each side, from 0 and from noise. */
export interface TwoStartsTold {
  readonly done: number;
  /** ||x - x'|| at rounds 0 to `done`, until either run diverges. */
  readonly apart: Readonly<Record<SideName, Vector>>;
  /** rate^k ||x_0 - x_0'|| of the right. */
  readonly bound: Vector | null;
  /** Last finite images, and SNR in dB (NaN without a truth). */
  readonly last: Readonly<Record<SideName, readonly [zero: Vector, noise: Vector]>>;
  readonly snr: Readonly<Record<SideName, Point>>;
}
/** Null for pixels. */
export type TwoStartsReading = Reading<
  'two-starts',
  { readonly rounds: number },
  TwoStartsTold,
  TwoStartsTold
>;

/** SNR in dB after the rounds, or at the last finite round. */
export interface SkyTold {
  readonly seed: number;
  readonly dirty: number;
  readonly clean: number;
  readonly net: number;
  readonly ridge: number;
  readonly handmade: number;
  /** Best SNR along the run. */
  readonly netBest: number;
  /** True if the last step was below 1e-4 and the run did not diverge. */
  readonly settled: Readonly<Record<'net' | 'ridge' | 'handmade', boolean>>;
  readonly diverged: Readonly<Record<'net' | 'ridge' | 'handmade', boolean>>;
}
/** Seeds `from`, `from` + 1, ... (0 follows MAX_SEED), independent of the scenario's. */
export type SkiesReading = Reading<
  'skies',
  { readonly skies: number; readonly rounds: number; readonly from: number },
  readonly SkyTold[],
  readonly SkyTold[]
>;

/** Mean PSNR in dB over 24 skies outside of the training set, noise .05. */
export interface QualityTold {
  readonly noisy: number;
  readonly net: number;
  readonly ridge: number;
  /** PSNR at the scenario's threshold. */
  readonly handmade: number;
}
/** Null for pixels. */
export type QualityReading = Reading<'quality', null, QualityTold>;

export interface LimitTold {
  readonly kind: 'rest' | 'cycle';
  /** One point, or a cycle's in order; x and y in turn. */
  readonly points: readonly number[];
  /** Share of the cells. */
  readonly share: number;
}
/** Cells over [-.3, 1.3]^2, centres or corners as in `pixels/basins.ts`; row 0 at the lowest y. */
export interface BasinsTold {
  readonly cells: number;
  /** Index into `limits`; -2: no limit yet. */
  readonly labels: Int32Array<ArrayBuffer>;
  readonly limits: readonly LimitTold[];
}
/** Null for an image. */
export type BasinsReading = Reading<
  'basins',
  { readonly side: SideName; readonly cells: number },
  BasinsTold,
  BasinsTold
>;

/** D, its slope and h at these z (h: at these x). */
export interface CurvesTold {
  readonly value: Vector;
  readonly slope: Vector;
  readonly prox: Vector;
}
/** Null for an image. */
export type CurvesReading = Reading<
  'curves',
  { readonly at: Vector },
  Readonly<Record<SideName, CurvesTold>>
>;

export interface LevelTold {
  readonly rests: readonly RestPoint[];
  /** Found from a grid of starts. */
  readonly cycles: readonly (readonly number[])[];
}
export type LevelsReading = Reading<
  'levels',
  { readonly side: SideName; readonly key: 'cap' | 'c'; readonly values: Vector },
  readonly LevelTold[]
>;

/** A round from state k. */
export interface PixelTerms {
  readonly level: 'pixels';
  readonly k: number;
  readonly before: Point;
  /** phi . x - y at `before`. */
  readonly residual: number;
  /** Point after the gradient step. */
  readonly z: Point;
  readonly slopes: Point;
  /** D(z). */
  readonly after: Point;
  /** F; its proved least decrease is `sure` = (1 + 1/M - c)||x+ - x||^2/2, nothing if negative. */
  readonly objective: readonly [before: number, after: number];
  readonly sure: number;
  /** Radius of the certified disc around `after`; NaN without a rate. */
  readonly radius: number;
}

/** A round from state k. */
export interface ImageTerms {
  readonly level: 'image';
  readonly k: number;
  readonly before: Vector;
  readonly z: Vector;
  /** D(z), before max(0, .). */
  readonly denoised: Vector;
  readonly after: Vector;
  /** Number of pixels raised to 0. */
  readonly lifted: number;
  /** ||F x - y|| on the measured frequencies. */
  readonly residual: readonly [before: number, after: number];
  readonly snr: readonly [before: number, after: number];
  /** Lengths of the three moves. */
  readonly moves: readonly [data: number, denoiser: number, lift: number];
  readonly step: number;
  /** ||D(z_k) - D(z_{k-1})||/||z_k - z_{k-1}||; NaN in the first round and for moves of at most 1e-9. */
  readonly ratio: number;
  /** NaN without a rate. */
  readonly radius: number;
}

/** Rounds in place of updates: `leftRound` and `round`. */
export type DenoiserRound = PixelTerms | ImageTerms;
export type DenoiserUpdate = Update<object, DenoiserRound>;
