import type { ImageDenoiser } from '../instance.ts';
import { IMAGE_PIXELS, IMAGE_SIDE } from '../names.ts';

const N = IMAGE_SIDE;
const LEVELS = 3;

/**
 * Soft thresholds a Parseval frame of shifted Haar filters, shifts 1, 2 and 4; keeps the last lo-lo. Firmly nonexpansive for every
 * threshold >= 0.
 */
export function createHaar(threshold: number): ImageDenoiser {
  const image = () => new Float64Array(IMAGE_PIXELS);
  const bands = Array.from({ length: LEVELS }, () => [image(), image(), image()] as const);
  const [coarse, low, high] = [image(), image(), image()];
  return {
    apply(into, z) {
      coarse.set(z);
      for (const [level, [lowHigh, highLow, highHigh]] of bands.entries()) {
        const shift = 1 << level;
        split(low, high, coarse, shift, 'rows');
        split(coarse, lowHigh, low, shift, 'columns');
        split(highLow, highHigh, high, shift, 'columns');
        for (const band of bands[level]!) shrink(band, threshold);
      }
      for (let level = LEVELS - 1; level >= 0; level--) {
        const [lowHigh, highLow, highHigh] = bands[level]!;
        const shift = 1 << level;
        join(low, coarse, lowHigh, shift, 'columns');
        join(high, highLow, highHigh, shift, 'columns');
        join(coarse, low, high, shift, 'rows');
      }
      into.set(coarse);
    },
  };
}

type Axis = 'rows' | 'columns';

function further(i: number, j: number, shift: number, axis: Axis): number {
  return axis === 'rows' ? ((i + shift) % N) * N + j : i * N + ((j + shift) % N);
}

/** Writes low(i), high(i) = (u(i) +- u(i + shift))/2; neither may be u. */
function split(low: Float64Array, high: Float64Array, u: Float64Array, shift: number, axis: Axis): void {
  for (let i = 0; i < N; i++)
    for (let j = 0; j < N; j++) {
      const here = u[N * i + j]!;
      const there = u[further(i, j, shift, axis)]!;
      low[N * i + j] = (here + there) / 2;
      high[N * i + j] = (here - there) / 2;
    }
}

/** Transposes `split`; `u` may be neither. */
function join(u: Float64Array, low: Float64Array, high: Float64Array, shift: number, axis: Axis): void {
  for (let i = 0; i < N; i++)
    for (let j = 0; j < N; j++) {
      const here = N * i + j;
      const back = further(i, j, N - shift, axis);
      u[here] = (low[here]! + low[back]!) / 2 + (high[here]! - high[back]!) / 2;
    }
}

function shrink(band: Float64Array, threshold: number): void {
  for (let i = 0; i < band.length; i++) {
    const value = band[i]!;
    band[i] = value > threshold ? value - threshold : value < -threshold ? value + threshold : 0 * value;
  }
}
