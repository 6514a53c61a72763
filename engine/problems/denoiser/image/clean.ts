import type { Vector } from '../../../contract.ts';
import { IMAGE_PIXELS, IMAGE_SIDE } from '../names.ts';
import { toImage } from './fft-image.ts';

const N = IMAGE_SIDE;

const GAIN = 0.1;

/** CLEAN (Hogbom 1974). */
export interface Clean {
  /** Subtracts .1 of the pixel with the largest |residual| (first of equals), with its beam. */
  step(): void;
  /** Writes the model convolved with (1,2,1)/4 x (1,2,1)/4, plus the residual. */
  restore(into: Float64Array): void;
  /** Model, then residual. */
  readonly state: Vector;
}

export function createClean(dirty: Float64Array, mask: Uint8Array): Clean {
  const state = new Float64Array(2 * IMAGE_PIXELS);
  const model = state.subarray(0, IMAGE_PIXELS);
  const residual = state.subarray(IMAGE_PIXELS);
  residual.set(dirty);
  const beam = beamOf(mask);
  const across = new Float64Array(IMAGE_PIXELS);
  return {
    state,
    step() {
      let peak = 0;
      for (let at = 1; at < residual.length; at++)
        if (Math.abs(residual[at]!) > Math.abs(residual[peak]!)) peak = at;
      const amount = (GAIN * residual[peak]!) / beam[0]!;
      model[peak] = model[peak]! + amount;
      const [pi, pj] = [Math.floor(peak / N), peak % N];
      for (let i = 0; i < N; i++) {
        const row = ((i - pi + N) % N) * N;
        for (let j = 0; j < N; j++)
          residual[N * i + j] = residual[N * i + j]! - amount * beam[row + ((j - pj + N) % N)]!;
      }
    },
    restore(into) {
      for (let i = 0; i < N; i++)
        for (let j = 0; j < N; j++) {
          const row = N * i;
          across[row + j] =
            0.25 * model[row + ((j + N - 1) % N)]! +
            0.5 * model[row + j]! +
            0.25 * model[row + ((j + 1) % N)]!;
        }
      for (let i = 0; i < N; i++) {
        const [above, below] = [((i + N - 1) % N) * N, ((i + 1) % N) * N];
        for (let j = 0; j < N; j++)
          into[N * i + j] =
            0.25 * across[above + j]! +
            0.5 * across[N * i + j]! +
            0.25 * across[below + j]! +
            residual[N * i + j]!;
      }
    },
  };
}

/** Returns the dirty beam, from a pixel of 1 at (0, 0); b(0) = visibilities/1,024. */
function beamOf(mask: Uint8Array): Vector {
  const re = Float64Array.from(mask);
  toImage(re, new Float64Array(IMAGE_PIXELS));
  return re.map((value) => value / N);
}
