/** What the page may know of the denoisers: types only. */

import type { SideName, Vector } from '../../contract.ts';
import type { Reading } from '../../problem.ts';
import type { Update } from '../../update/read-update.ts';
import type { RightDenoiser } from './names.ts';

/** A point of the plane of two pixels. */
export type Point = readonly [x: number, y: number];

/** A point x = T(x) of two pixels. */
export interface RestPoint {
  readonly at: Point;
  /** The largest |eigenvalue| of DT there. */
  readonly largest: number;
  /** sign det(I - DT). */
  readonly index: -1 | 0 | 1;
  /** stable: all |eigenvalues| < 1; saddle: one above 1; flipping: one below -1; repelling: both above 1. */
  readonly kind: 'stable' | 'saddle' | 'flipping' | 'repelling';
  /** F there. */
  readonly height: number;
}

/** What is known of a side of two pixels before it moves. */
export interface PixelSide {
  /** The cap where it is below the largest slope of the free denoiser; else null, and D is the free one. */
  readonly cap: number | null;
  /** The largest slope of the D in use. */
  readonly largestSlope: number;
  /** z_k, where D crosses its capped line right of 1/2; null where it is not capped. */
  readonly crossing: number | null;
  /** 1 + 1/largestSlope: no cycle for a smaller c. */
  readonly guaranteedBelow: number;
  /** What T shrinks every distance by at least; null where that is nothing below 1. */
  readonly rate: number | null;
  /** Every rest point; null where they are a segment. */
  readonly rests: readonly RestPoint[] | null;
  /** Both ends of the segment of rest points of a cap of 1; null where there is none. */
  readonly segment: readonly [Point, Point] | null;
  /** [1 - z_1, z_1], where D is the identity, of a cap of 1 in use; else null. */
  readonly box: readonly [low: number, high: number] | null;
}

/** The level `pixels`. */
export interface PixelsInfo {
  readonly level: 'pixels';
  readonly phi: Point;
  readonly truth: Point;
  /** phi . truth, what is measured. */
  readonly y: number;
  /** ||phi||^2, and c/L. */
  readonly L: number;
  readonly step: number;
  readonly c: number;
  readonly sigma: number;
  readonly spread: number;
  /** The cap that is asked for; where M is below it, it changes nothing. */
  readonly cap: number;
  /** M, the largest slope of the free denoiser. */
  readonly largestSlope: number;
  readonly start: Point;
  readonly sides: Readonly<Record<SideName, PixelSide>>;
}

/** A law that the weights must keep for a certificate, and by how much they break it. */
export interface BrokenLaw {
  readonly law: 'gain' | 'least-slope' | 'most-slope';
  /** What was found, and the bound that it breaks. */
  readonly found: number;
  readonly bound: number;
}

/** What the weights of `ridge` are certified for, computed from them alone (docs/mathematics.md, section 17.5). */
export interface Certificate {
  /** G(k), the spectrum of W'W, 32 x 32, frequency (k1, k2) at 32 k1 + k2. */
  readonly gains: Vector;
  readonly largestGain: number;
  readonly smallestGain: number;
  /** The least and the largest slope of phi. */
  readonly slopes: readonly [least: number, largest: number];
  /** Empty where D is firmly nonexpansive. */
  readonly broken: readonly BrokenLaw[];
}

/** The level `image`. Images are 32 x 32, row by row; frequency (k1, k2) stands at 32 k1 + k2. */
export interface ImageInfo {
  readonly level: 'image';
  readonly c: number;
  readonly strength: number;
  readonly isPositive: boolean;
  readonly right: RightDenoiser;
  readonly threshold: number;
  /** The sky; null where a file gives the visibilities alone. */
  readonly truth: Vector | null;
  /** F^-1 Y, and its SNR in dB (NaN without a truth). */
  readonly dirty: Vector;
  readonly dirtySnr: number;
  /** 1 where a frequency is measured, else 0. */
  readonly mask: Uint8Array<ArrayBuffer>;
  readonly visibilities: number;
  /** |Y| at each frequency; 0 where it is not measured. */
  readonly measured: Vector;
  readonly start: Vector;
  /** Of the weights that were loaded, whatever `right` is. */
  readonly certificate: Certificate;
  /** Whether the right denoiser is proved to be firmly nonexpansive. */
  readonly isFirm: boolean;
  /** What a round of the right shrinks every distance by at least; null where that is nothing below 1. */
  readonly rate: number | null;
  /** Whether the right is proved to come to rest from every start. */
  readonly comesToRest: boolean;
  /** Whether the zero frequency is measured, and whether nothing else is. */
  readonly measuresZero: boolean;
  readonly measuresZeroAlone: boolean;
}

/** Plain data of an instance, for the page. */
export type DenoiserInfo = PixelsInfo | ImageInfo;

/** What an image's state looks like. Spectra as `measured`. */
export interface ImageTold {
  /** x - truth; null without a truth. */
  readonly error: Vector | null;
  /** |F x|. */
  readonly spectrum: Vector;
  /** Mean |F x|^2 over the measured and the other frequencies (NaN where there are none), and the same of the error. */
  readonly power: PowerTold;
  readonly errorPower: PowerTold | null;
}
export interface PowerTold {
  readonly measured: number;
  readonly unmeasured: number;
}

/** Both sides' images at these states; null but of an image. */
export type ImagesReading = Reading<
  'images',
  Readonly<Record<SideName, Vector>>,
  Readonly<Record<SideName, ImageTold>>
>;

/** CLEAN after so many of its steps: the restored image with the residual. */
export interface CleanTold {
  readonly image: Vector;
  readonly snr: number;
}
/** Null but of an image. */
export type CleanReading = Reading<'clean', { readonly steps: number }, CleanTold>;

/** Two runs of each side, from 0 and from noise, round by round. */
export interface TwoStartsTold {
  /** Rounds that have run. */
  readonly done: number;
  /** ||x - x'|| at rounds 0 to `done`; it ends where either run diverges. */
  readonly apart: Readonly<Record<SideName, Vector>>;
  /** The bound rate^k ||x_0 - x_0'|| of the right at the same rounds; null without a rate. */
  readonly bound: Vector | null;
  /** The last finite images of both runs, and their SNR in dB (NaN without a truth). */
  readonly last: Readonly<Record<SideName, readonly [zero: Vector, noise: Vector]>>;
  readonly snr: Readonly<Record<SideName, Point>>;
}
/** Null but of an image. */
export type TwoStartsReading = Reading<
  'two-starts',
  { readonly rounds: number },
  TwoStartsTold,
  TwoStartsTold
>;

/** One sky of a tally: SNR in dB after the rounds (at the last finite round of a run that diverged). */
export interface SkyTold {
  readonly seed: number;
  readonly dirty: number;
  readonly clean: number;
  readonly net: number;
  readonly ridge: number;
  readonly handmade: number;
  /** The best that the free one passed on its way. */
  readonly netBest: number;
  /** Whether the last step was shorter than 1e-4; a run that diverged did not. */
  readonly settled: Readonly<Record<'net' | 'ridge' | 'handmade', boolean>>;
  readonly diverged: Readonly<Record<'net' | 'ridge' | 'handmade', boolean>>;
}
/** Skies that have ended, in the order of their seeds: `from`, `from` + 1 and so on (behind MAX_SEED comes 0), whatever the scenario's is. */
export type SkiesReading = Reading<
  'skies',
  { readonly skies: number; readonly rounds: number; readonly from: number },
  readonly SkyTold[],
  readonly SkyTold[]
>;

/** Mean PSNR in dB over 24 skies that training has not seen, noise .05. */
export interface QualityTold {
  readonly noisy: number;
  readonly net: number;
  readonly ridge: number;
  /** At the scenario's threshold. */
  readonly handmade: number;
}
/** Null but of an image. */
export type QualityReading = Reading<'quality', null, QualityTold>;

/** Where a run of two pixels ends: at a rest point, or on a cycle. */
export interface LimitTold {
  readonly kind: 'rest' | 'cycle';
  /** One point, or those of the cycle in their order; x and y in turn. */
  readonly points: readonly number[];
  /** Of the cells, the share that leads there. */
  readonly share: number;
}
/** To which limit each cell over [-.3, 1.3]^2 leads; cell centres or corners as `cells` says in `pixels/basins.ts`; row 0 at the lowest y. */
export interface BasinsTold {
  readonly cells: number;
  /** Index into `limits`; -2 where a run has not come to one. Of a segment of rest points all of it is one limit. */
  readonly labels: Int32Array<ArrayBuffer>;
  readonly limits: readonly LimitTold[];
}
/** Null but of pixels. */
export type BasinsReading = Reading<
  'basins',
  { readonly side: SideName; readonly cells: number },
  BasinsTold,
  BasinsTold
>;

/** D, its slope and h over these places of z (of h: of x), of both sides. */
export interface CurvesTold {
  readonly value: Vector;
  readonly slope: Vector;
  readonly prox: Vector;
}
/** Null but of pixels. */
export type CurvesReading = Reading<
  'curves',
  { readonly at: Vector },
  Readonly<Record<SideName, CurvesTold>>
>;

/** Rest points and cycles of a side at each of these values of the cap (right) or of c (either). */
export interface LevelTold {
  readonly rests: readonly RestPoint[];
  /** Cycles that runs from a grid of starts end on. */
  readonly cycles: readonly (readonly number[])[];
}
export type LevelsReading = Reading<
  'levels',
  { readonly side: SideName; readonly key: 'cap' | 'c'; readonly values: Vector },
  readonly LevelTold[]
>;

/** One round of a side of two pixels taken apart, from state k to the next. */
export interface PixelTerms {
  readonly level: 'pixels';
  readonly k: number;
  readonly before: Point;
  /** phi . x - y there. */
  readonly residual: number;
  /** After the gradient step. */
  readonly z: Point;
  readonly slopes: Point;
  /** D(z). */
  readonly after: Point;
  /** F before and after, and what it must fall by at least: (1 + 1/M - c)||x+ - x||^2/2; negative where nothing is sure. */
  readonly objective: readonly [before: number, after: number];
  readonly sure: number;
  /** Radius of the certified disc around `after`; NaN without a rate. */
  readonly radius: number;
}

/** One round of a side of an image taken apart. Images are 32 x 32. */
export interface ImageTerms {
  readonly level: 'image';
  readonly k: number;
  readonly before: Vector;
  readonly z: Vector;
  /** D(z) with its strength, before max(0, .). */
  readonly denoised: Vector;
  readonly after: Vector;
  /** Pixels that max(0, .) lifts to 0. */
  readonly lifted: number;
  /** ||F x - y|| on the measured frequencies, before and after. */
  readonly residual: readonly [before: number, after: number];
  readonly snr: readonly [before: number, after: number];
  /** How far the gradient step, the denoiser and max(0, .) move it, each by itself. */
  readonly moves: readonly [data: number, denoiser: number, lift: number];
  readonly step: number;
  /** ||D(z_k) - D(z_{k-1})||/||z_k - z_{k-1}||; NaN in the first round, or where z moved by at most 1e-9. */
  readonly ratio: number;
  /** NaN without a rate. */
  readonly radius: number;
}

/** The rounds of both sides in place of updates: `leftRound` and `round`. */
export type DenoiserRound = PixelTerms | ImageTerms;
export type DenoiserUpdate = Update<object, DenoiserRound>;
