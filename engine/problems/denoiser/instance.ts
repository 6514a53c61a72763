import type { IteratingSide, SidedInstance, SideName, Vector } from '../../contract.ts';
import type { Weights } from './image/weights.ts';
import type { DenoiserInfo } from './types.ts';

/** The denoiser of one pixel: a prox, free or with its slopes capped. Nothing throws; what is not finite gives what is not finite. */
export interface PixelDenoiser {
  /** The cap where it is below the largest slope of the free one; else null. */
  readonly cap: number | null;
  readonly largestSlope: number;
  /** z_k; null where it is not capped. */
  readonly crossing: number | null;
  /** D(z). */
  apply(z: number): number;
  /** D'(z); at the crossing of a capped one the cap. */
  slope(z: number): number;
  /** D^-1(x). */
  inverse(x: number): number;
  /** h(x), of which D is the prox; h(1/2) = 0. */
  prox(x: number): number;
}

/** One side of two pixels. */
export interface PixelModel {
  readonly denoiser: PixelDenoiser;
  /** Whether c is not below 1 + 1/M: below it there is no cycle (docs/mathematics.md, section 17.3). */
  readonly mayCycle: boolean;
  /** Writes T(x) into `into`, which may be `x`, and the point after the gradient step into `stepped`, where it is asked for. */
  round(into: Float64Array, x: Float64Array, stepped?: Float64Array): void;
  /** F = (c/L) f + h(x_1) + h(x_2). */
  objective(x: number, y: number): number;
}

/** A denoiser of an image. `apply` writes D(z) into `into`, which is not `z`; both have 1,024 pixels. */
export interface ImageDenoiser {
  apply(into: Float64Array, z: Float64Array): void;
}

/** What both sides of an image, CLEAN and the tables are made of. */
export interface ImageModel {
  /** The free one, the one on the right, and both that may stand there. Each call makes one of its own memory. */
  create(name: 'net' | 'ridge' | 'handmade'): ImageDenoiser;
  /** What the learned ones are made of. */
  readonly weights: Weights;
  readonly mask: Uint8Array;
  /** Y at the measured frequencies, real and imaginary parts; 0 elsewhere. */
  readonly visibilities: { readonly re: Vector; readonly im: Vector };
}

/** Learned steps at one scenario's values. */
export interface DenoiserInstance extends SidedInstance {
  readonly info: DenoiserInfo;
  /** Both sides of two pixels; null of an image. */
  readonly pixels: Readonly<Record<SideName, PixelModel>> | null;
  /** Null of two pixels. */
  readonly image: ImageModel | null;
  readonly sides: Readonly<Record<SideName, IteratingSide>>;
}
