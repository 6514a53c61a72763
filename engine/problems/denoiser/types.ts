/** Types of the denoisers that the app may import. */

import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { RightDenoiser } from './names.ts';

/** A point of the plane of two pixels. */
export type Point = readonly [x: number, y: number];

/** A point x = T(x) of two pixels. */
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

/** Facts on a side of two pixels, known before the run. */
export interface PixelSide {
  /** The cap if it is below the largest slope of the free denoiser; null if D is the free one. */
  readonly cap: number | null;
  /** Largest slope of the D in use. */
  readonly largestSlope: number;
  /** z_k, where D crosses its capped line right of 1/2; null without an active cap. */
  readonly crossing: number | null;
  /** 1 + 1/largestSlope: below this c there is no cycle. */
  readonly guaranteedBelow: number;
  /** Contraction factor of T; null if none below 1 is proved. */
  readonly rate: number | null;
  /** All rest points; null if they form a segment. */
  readonly rests: readonly RestPoint[] | null;
  /** Ends of the segment of rest points under a cap of 1; null if there is none. */
  readonly segment: readonly [Point, Point] | null;
  /** [1 - z_1, z_1], where D is the identity under an active cap of 1; else null. */
  readonly box: readonly [low: number, high: number] | null;
}

/** The level `pixels`. */
export interface PixelsInfo {
  readonly level: 'pixels';
  readonly phi: Point;
  readonly truth: Point;
  /** phi . truth, the measurement. */
  readonly y: number;
  /** ||phi||^2, and c/L. */
  readonly L: number;
  readonly step: number;
  readonly c: number;
  readonly sigma: number;
  readonly spread: number;
  /** The requested cap; without effect if M is below it. */
  readonly cap: number;
  /** M, the largest slope of the free denoiser. */
  readonly largestSlope: number;
  readonly start: Point;
  readonly sides: Readonly<Record<SideName, PixelSide>>;
}

/** A law that a certificate needs and the weights break. */
export interface BrokenLaw {
  readonly law: 'gain' | 'least-slope' | 'most-slope';
  /** The value found, and the bound that it breaks. */
  readonly found: number;
  readonly bound: number;
}

/** Certificate of the weights of `ridge`, computed from them alone (docs/mathematics.md, section 17.5). */
export interface Certificate {
  /** G(k), spectrum of W'W, 32 x 32, frequency (k1, k2) at 32 k1 + k2. */
  readonly gains: Vector;
  readonly largestGain: number;
  readonly smallestGain: number;
  /** Least and largest slope of phi. */
  readonly slopes: readonly [least: number, largest: number];
  /** Empty if D is firmly nonexpansive. */
  readonly broken: readonly BrokenLaw[];
}

/** The level `image`. Images are 32 x 32, row by row; frequency (k1, k2) is at 32 k1 + k2. */
export interface ImageInfo {
  readonly level: 'image';
  readonly c: number;
  readonly strength: number;
  readonly isPositive: boolean;
  readonly right: RightDenoiser;
  readonly threshold: number;
  /** The sky; null if a file gives only visibilities. */
  readonly truth: Vector | null;
  /** F^-1 Y, and its SNR in dB (NaN without a truth). */
  readonly dirty: Vector;
  readonly dirtySnr: number;
  /** 1 at measured frequencies, else 0. */
  readonly mask: Uint8Array<ArrayBuffer>;
  readonly visibilities: number;
  /** |Y| at each frequency; 0 if not measured. */
  readonly measured: Vector;
  readonly start: Vector;
  /** Of the loaded weights, for any `right`. */
  readonly certificate: Certificate;
  /** True if the right denoiser is proved firmly nonexpansive. */
  readonly isFirm: boolean;
  /** Contraction factor of a round of the right; null if none below 1 is proved. */
  readonly rate: number | null;
  /** True if the right is proved to converge from every start. */
  readonly comesToRest: boolean;
  /** True if the zero frequency is measured, and true if only it is. */
  readonly measuresZero: boolean;
  readonly measuresZeroAlone: boolean;
}

/** Plain data of an instance, for the page. */
export type DenoiserInfo = PixelsInfo | ImageInfo;

/** Pictures of an image's state. Spectra as `measured`. */
export interface ImageTold {
  /** x - truth; null without a truth. */
  readonly error: Vector | null;
  /** |F x|. */
  readonly spectrum: Vector;
  /** Mean |F x|^2 over measured and unmeasured frequencies (NaN if there are none), and of the error. */
  readonly power: PowerTold;
  readonly errorPower: PowerTold | null;
}
export interface PowerTold {
  readonly measured: number;
  readonly unmeasured: number;
}

/** Both sides' images at these states; null for pixels. */
export type ImagesReading = Reading<
  'images',
  Readonly<Record<SideName, Vector>>,
  Readonly<Record<SideName, ImageTold>>
>;

/** CLEAN after so many steps: the restored image plus the residual. */
export interface CleanTold {
  readonly image: Vector;
  readonly snr: number;
}
/** Null for pixels. */
export type CleanReading = Reading<'clean', { readonly steps: number }, CleanTold>;

/** Two runs of each side, from 0 and from noise, round by round. */
export interface TwoStartsTold {
  readonly done: number;
  /** ||x - x'|| at rounds 0 to `done`; ends once either run diverges. */
  readonly apart: Readonly<Record<SideName, Vector>>;
  /** Bound rate^k ||x_0 - x_0'|| of the right at the same rounds; null without a rate. */
  readonly bound: Vector | null;
  /** Last finite images of both runs, and their SNR in dB (NaN without a truth). */
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

/** One sky of a tally: SNR in dB after the rounds (a diverged run's at its last finite round). */
export interface SkyTold {
  readonly seed: number;
  readonly dirty: number;
  readonly clean: number;
  readonly net: number;
  readonly ridge: number;
  readonly handmade: number;
  /** Best SNR of `net` along its run. */
  readonly netBest: number;
  /** True if the last step was shorter than 1e-4; false for a diverged run. */
  readonly settled: Readonly<Record<'net' | 'ridge' | 'handmade', boolean>>;
  readonly diverged: Readonly<Record<'net' | 'ridge' | 'handmade', boolean>>;
}
/** Finished skies by seed: `from`, `from` + 1, ... (0 follows MAX_SEED), independent of the scenario's seed. */
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
  /** At the scenario's threshold. */
  readonly handmade: number;
}
/** Null for pixels. */
export type QualityReading = Reading<'quality', null, QualityTold>;

/** Limit of a run of two pixels: a rest point or a cycle. */
export interface LimitTold {
  readonly kind: 'rest' | 'cycle';
  /** One point, or those of the cycle in order; x and y in turn. */
  readonly points: readonly number[];
  /** Share of the cells that lead there. */
  readonly share: number;
}
/** Limit of each cell over [-.3, 1.3]^2; cell centres or corners as `cells` of `pixels/basins.ts` says; row 0 at the lowest y. */
export interface BasinsTold {
  readonly cells: number;
  /** Index into `limits`; -2 if a run has no limit yet. A segment of rest points is one limit. */
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

/** D, its slope and h of both sides, at these z (h: at these x). */
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

/** Rest points and cycles of a side at each value of the cap (right) or of c (either). */
export interface LevelTold {
  readonly rests: readonly RestPoint[];
  /** Cycles reached from a grid of starts. */
  readonly cycles: readonly (readonly number[])[];
}
export type LevelsReading = Reading<
  'levels',
  { readonly side: SideName; readonly key: 'cap' | 'c'; readonly values: Vector },
  readonly LevelTold[]
>;

/** Terms of one round of a side of two pixels, from state k to the next. */
export interface PixelTerms {
  readonly level: 'pixels';
  readonly k: number;
  readonly before: Point;
  /** phi . x - y before the round. */
  readonly residual: number;
  /** After the gradient step. */
  readonly z: Point;
  readonly slopes: Point;
  /** D(z). */
  readonly after: Point;
  /** F before and after, and its proved least decrease (1 + 1/M - c)||x+ - x||^2/2; negative if nothing is proved. */
  readonly objective: readonly [before: number, after: number];
  readonly sure: number;
  /** Radius of the certified disc around `after`; NaN without a rate. */
  readonly radius: number;
}

/** Terms of one round of a side of an image. Images are 32 x 32. */
export interface ImageTerms {
  readonly level: 'image';
  readonly k: number;
  readonly before: Vector;
  readonly z: Vector;
  /** D(z) with its strength, before max(0, .). */
  readonly denoised: Vector;
  readonly after: Vector;
  /** Number of pixels that max(0, .) raises to 0. */
  readonly lifted: number;
  /** ||F x - y|| on the measured frequencies, before and after. */
  readonly residual: readonly [before: number, after: number];
  readonly snr: readonly [before: number, after: number];
  /** Lengths of the moves by the gradient step, the denoiser and max(0, .). */
  readonly moves: readonly [data: number, denoiser: number, lift: number];
  readonly step: number;
  /** ||D(z_k) - D(z_{k-1})||/||z_k - z_{k-1}||; NaN in the first round and for a move of z of at most 1e-9. */
  readonly ratio: number;
  /** NaN without a rate. */
  readonly radius: number;
}

/** Rounds in place of updates: `leftRound` and `round`. */
export type DenoiserRound = PixelTerms | ImageTerms;
export type DenoiserUpdate = Update<object, DenoiserRound>;
