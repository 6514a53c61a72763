import type { Vector } from '../../../contract.ts';
import type { ImageDenoiser } from '../instance.ts';
import { IMAGE_PIXELS, IMAGE_SIDE } from '../names.ts';
import { createPlane, fillPlane, wrapMargin } from './padded-plane.ts';
import { CHANNELS, FILTER_TAPS, KNOT, PIECES, type Weights } from './weights.ts';

const N = IMAGE_SIDE;
const MARGIN = 2;
const WIDTH = N + 2 * MARGIN;
const MIDDLE = PIECES / 2;

/**
 * Builds D(z) = z - W' phi(W z): 16 periodic 5x5 filters, phi_j piecewise linear, phi_j(0) = 0. Firmly nonexpansive if certified
 * (docs/mathematics.md, section 17.5).
 */
export function createRidge({ ridge: { filters, slopes } }: Pick<Weights, 'ridge'>): ImageDenoiser {
  const input = createPlane(MARGIN);
  const bent = createPlane(MARGIN);
  const sum = new Float64Array(IMAGE_PIXELS);
  const values = valuesAtKnots(slopes);
  // The transpose reads each filter backwards.
  const reversed = filters.map(
    (_, i) => filters[i - (i % FILTER_TAPS) + FILTER_TAPS - 1 - (i % FILTER_TAPS)]!,
  );

  /** Writes phi_j of the sums to `bent`. */
  function bend(j: number): void {
    const ownValues = values.subarray((PIECES + 1) * j);
    const ownSlopes = slopes.subarray(PIECES * j);
    const [knot, last] = [KNOT, PIECES - 1];
    for (let i = 0; i < N; i++)
      for (let k = 0; k < N; k++) {
        const a = sum[N * i + k]!;
        const q = Math.min(last, Math.max(0, Math.floor(a / knot) + MIDDLE));
        bent[(i + MARGIN) * WIDTH + k + MARGIN] = ownValues[q]! + ownSlopes[q]! * (a - (q - MIDDLE) * knot);
      }
    wrapMargin(bent, MARGIN);
  }

  return {
    apply(into, z) {
      fillPlane(input, z, MARGIN);
      into.set(z);
      for (let j = 0; j < CHANNELS; j++) {
        sum.fill(0);
        addConvolved(sum, input, filters, FILTER_TAPS * j, 1);
        bend(j);
        addConvolved(into, bent, reversed, FILTER_TAPS * j, -1);
      }
    },
  };
}

/** Integrates phi_j at its 25 knots. */
function valuesAtKnots(slopes: Vector): Vector {
  const values = new Float64Array(CHANNELS * (PIECES + 1));
  for (let j = 0; j < CHANNELS; j++) {
    const own = values.subarray((PIECES + 1) * j, (PIECES + 1) * (j + 1));
    let sum = 0;
    for (let q = 0; q < PIECES; q++) {
      sum += slopes[PIECES * j + q]!;
      own[q + 1] = sum * KNOT;
    }
    const middle = own[MIDDLE]!;
    for (let q = 0; q <= PIECES; q++) own[q] = own[q]! - middle;
  }
  return values;
}

/** Adds `sign` times the plane convolved with the kernel at `at`: tap 5a + b reads pixel (i + a - 2, j + b - 2). */
function addConvolved(
  sum: Float64Array,
  plane: Float64Array,
  kernel: Float64Array,
  at: number,
  sign: 1 | -1,
): void {
  // Local, so that the compiler can fold them.
  const side = IMAGE_SIDE;
  const width = side + 4;
  for (let a = 0; a < 5; a++) {
    const w0 = sign * kernel[at + 5 * a]!;
    const w1 = sign * kernel[at + 5 * a + 1]!;
    const w2 = sign * kernel[at + 5 * a + 2]!;
    const w3 = sign * kernel[at + 5 * a + 3]!;
    const w4 = sign * kernel[at + 5 * a + 4]!;
    for (let i = 0; i < side; i++) {
      const row = (i + a) * width;
      let p0 = plane[row]!;
      let p1 = plane[row + 1]!;
      let p2 = plane[row + 2]!;
      let p3 = plane[row + 3]!;
      for (let j = 0; j < side; j++) {
        const p4 = plane[row + j + 4]!;
        sum[side * i + j] = sum[side * i + j]! + (w0 * p0 + w1 * p1 + w2 * p2 + w3 * p3 + w4 * p4);
        p0 = p1;
        p1 = p2;
        p2 = p3;
        p3 = p4;
      }
    }
  }
}
