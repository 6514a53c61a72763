import type { IteratingSide, SidedInstance, SideName, Vector } from '../../contract.ts';
import type { Weights } from './image/weights.ts';
import type { DenoiserInfo } from './types.ts';

/** A prox. Never throws; propagates non-finite numbers. */
export interface PixelDenoiser {
  /** Null if not below the largest slope of the free D. */
  readonly cap: number | null;
  readonly largestSlope: number;
  /** z_k; null without a cap. */
  readonly crossing: number | null;
  /** D(z). */
  apply(z: number): number;
  /** D'(z); the cap at the crossing. */
  slope(z: number): number;
  /** D^-1(x). */
  inverse(x: number): number;
  /** h(x), whose prox is D; h(1/2) = 0. */
  prox(x: number): number;
}

export interface PixelModel {
  readonly denoiser: PixelDenoiser;
  /** True if c >= 1 + 1/M; else there is no cycle (docs/mathematics.md, section 17.3). */
  readonly mayCycle: boolean;
  /** Writes T(x) to `into`, which may be `x`, and the gradient step's result to `stepped`. */
  round(into: Float64Array, x: Float64Array, stepped?: Float64Array): void;
  /** F = (c/L) f + h(x_1) + h(x_2). */
  objective(x: number, y: number): number;
}

/** `apply` writes D(z) to `into`, which must not be `z`; both have 1,024 pixels. */
export interface ImageDenoiser {
  apply(into: Float64Array, z: Float64Array): void;
}

export interface ImageModel {
  /** Creates a denoiser with memory of its own; `net` is the left. */
  create(name: 'net' | 'ridge' | 'handmade'): ImageDenoiser;
  readonly weights: Weights;
  readonly mask: Uint8Array;
  /** Y; 0 if not measured. */
  readonly visibilities: { readonly re: Vector; readonly im: Vector };
}

export interface DenoiserInstance extends SidedInstance {
  readonly info: DenoiserInfo;
  /** Null for an image. */
  readonly pixels: Readonly<Record<SideName, PixelModel>> | null;
  /** Null for two pixels. */
  readonly image: ImageModel | null;
  readonly sides: Readonly<Record<SideName, IteratingSide>>;
}
