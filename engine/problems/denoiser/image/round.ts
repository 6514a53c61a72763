import type { Vector } from '../../../contract.ts';
import type { ImageDenoiser, ImageModel } from '../instance.ts';
import { IMAGE_PIXELS } from '../names.ts';
import { toFrequencies, toImage } from './fft-image.ts';

export interface RoundSettings {
  /** L = 1. */
  readonly c: number;
  /** t in t D(z/t). */
  readonly strength: number;
  readonly isPositive: boolean;
}

/** x+ = max(0, t D(z/t)), z = x - c F^-1 M (F x - Y). Each round overwrites the vectors. */
export interface ImageRound {
  readonly x: Vector;
  readonly z: Vector;
  /** t D(z/t). */
  readonly denoised: Vector;
  begin(x: Float64Array): void;
  go(): void;
  /** ||M (F x - Y)||. */
  residual(): number;
}

export function createImageRound(
  { mask, visibilities: { re: wantedRe, im: wantedIm } }: Pick<ImageModel, 'mask' | 'visibilities'>,
  denoiser: ImageDenoiser,
  { c, strength, isPositive }: RoundSettings,
): ImageRound {
  const image = () => new Float64Array(IMAGE_PIXELS);
  const [x, z, denoised] = [image(), image(), image()];
  // M (F x - Y); during a round its inverse transform.
  const [re, im] = [image(), image()];

  function compare(): void {
    toFrequencies(re, im, x);
    for (let k = 0; k < re.length; k++) {
      re[k] = mask[k] ? re[k]! - wantedRe[k]! : 0;
      im[k] = mask[k] ? im[k]! - wantedIm[k]! : 0;
    }
  }

  return {
    x,
    z,
    denoised,
    begin(from) {
      x.set(from);
      compare();
    },
    go() {
      toImage(re, im);
      for (let i = 0; i < x.length; i++) {
        z[i] = x[i]! - c * re[i]!;
        // Use x as memory for z/t.
        x[i] = z[i]! / strength;
      }
      denoiser.apply(denoised, x);
      for (let i = 0; i < x.length; i++) {
        denoised[i] = strength * denoised[i]!;
        x[i] = isPositive ? Math.max(0, denoised[i]!) : denoised[i]!;
      }
      compare();
    },
    residual() {
      let sum = 0;
      for (let k = 0; k < re.length; k++) sum += re[k]! * re[k]! + im[k]! * im[k]!;
      return Math.sqrt(sum);
    },
  };
}
