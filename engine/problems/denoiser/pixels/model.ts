import type { PixelDenoiser, PixelModel } from '../instance.ts';
import type { PixelsInfo } from '../types.ts';

export type Measured = Pick<PixelsInfo, 'phi' | 'y' | 'step'>;

/** Builds T(x) = D(x - (c/L) (phi . x - y) phi), and its objective. */
export function createPixelModel(denoiser: PixelDenoiser, { phi, y, step }: Measured): PixelModel {
  const [p, q] = phi;
  return {
    denoiser,
    mayCycle: step * (p * p + q * q) >= 1 + 1 / denoiser.largestSlope,
    round(into, x, stepped) {
      const [a, b] = [x[0]!, x[1]!];
      const move = step * (p * a + q * b - y);
      const [z, w] = [a - move * p, b - move * q];
      if (stepped) {
        stepped[0] = z;
        stepped[1] = w;
      }
      into[0] = denoiser.apply(z);
      into[1] = denoiser.apply(w);
    },
    objective(a, b) {
      const residual = p * a + q * b - y;
      return 0.5 * step * residual * residual + denoiser.prox(a) + denoiser.prox(b);
    },
  };
}
