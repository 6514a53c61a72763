import type { ImageDenoiser } from '../instance.ts';
import { IMAGE_PIXELS, IMAGE_SIDE } from '../names.ts';
import { createPlane, fillPlane, wrapMargin } from './padded-plane.ts';
import { CHANNELS, type Weights } from './weights.ts';

const N = IMAGE_SIDE;
const WIDTH = N + 2;

/** Builds D(z) = z - net(z): periodic 3x3 convolutions 1-16-16-1 with ReLU, unbounded. */
export function createNet({ net: [w1, b1, w2, b2, w3, b3] }: Pick<Weights, 'net'>): ImageDenoiser {
  const input = createPlane(1);
  const planes = () => Array.from({ length: CHANNELS }, () => createPlane(1));
  const [first, second] = [planes(), planes()];
  const sum = new Float64Array(IMAGE_PIXELS);
  return {
    apply(into, z) {
      fillPlane(input, z, 1);
      for (const [out, plane] of first.entries()) {
        sum.fill(b1[out]!);
        addConvolved(sum, input, w1, 9 * out);
        rectify(plane, sum);
      }
      for (const [out, plane] of second.entries()) {
        sum.fill(b2[out]!);
        for (const [from, before] of first.entries())
          addConvolved(sum, before, w2, 9 * (CHANNELS * out + from));
        rectify(plane, sum);
      }
      sum.fill(b3[0]!);
      for (const [from, before] of second.entries()) addConvolved(sum, before, w3, 9 * from);
      for (let i = 0; i < into.length; i++) into[i] = z[i]! - sum[i]!;
    },
  };
}

function rectify(plane: Float64Array, sum: Float64Array): void {
  for (let i = 0; i < N; i++)
    for (let j = 0; j < N; j++) plane[(i + 1) * WIDTH + j + 1] = Math.max(0, sum[N * i + j]!);
  wrapMargin(plane, 1);
}

/** Adds the plane convolved with the kernel at `at`: tap 3a + b reads pixel (i + a - 1, j + b - 1). */
function addConvolved(sum: Float64Array, plane: Float64Array, kernel: Float64Array, at: number): void {
  // Local, so that the compiler can fold them: a quarter of the time.
  const side = IMAGE_SIDE;
  const width = side + 2;
  const k00 = kernel[at]!;
  const k01 = kernel[at + 1]!;
  const k02 = kernel[at + 2]!;
  const k10 = kernel[at + 3]!;
  const k11 = kernel[at + 4]!;
  const k12 = kernel[at + 5]!;
  const k20 = kernel[at + 6]!;
  const k21 = kernel[at + 7]!;
  const k22 = kernel[at + 8]!;
  for (let i = 0; i < side; i++) {
    const top = i * width;
    let p0 = plane[top]!;
    let p1 = plane[top + 1]!;
    let q0 = plane[top + width]!;
    let q1 = plane[top + width + 1]!;
    let r0 = plane[top + 2 * width]!;
    let r1 = plane[top + 2 * width + 1]!;
    // Four at a time, without moving registers: a quarter less time, the same operations.
    for (let j = 0; j < side; j += 4) {
      const p2 = plane[top + j + 2]!;
      const p3 = plane[top + j + 3]!;
      const p4 = plane[top + j + 4]!;
      const p5 = plane[top + j + 5]!;
      const q2 = plane[top + width + j + 2]!;
      const q3 = plane[top + width + j + 3]!;
      const q4 = plane[top + width + j + 4]!;
      const q5 = plane[top + width + j + 5]!;
      const r2 = plane[top + 2 * width + j + 2]!;
      const r3 = plane[top + 2 * width + j + 3]!;
      const r4 = plane[top + 2 * width + j + 4]!;
      const r5 = plane[top + 2 * width + j + 5]!;
      const o = side * i + j;
      sum[o] =
        sum[o]! +
        (k00 * p0 +
          k01 * p1 +
          k02 * p2 +
          (k10 * q0 + k11 * q1 + k12 * q2) +
          (k20 * r0 + k21 * r1 + k22 * r2));
      sum[o + 1] =
        sum[o + 1]! +
        (k00 * p1 +
          k01 * p2 +
          k02 * p3 +
          (k10 * q1 + k11 * q2 + k12 * q3) +
          (k20 * r1 + k21 * r2 + k22 * r3));
      sum[o + 2] =
        sum[o + 2]! +
        (k00 * p2 +
          k01 * p3 +
          k02 * p4 +
          (k10 * q2 + k11 * q3 + k12 * q4) +
          (k20 * r2 + k21 * r3 + k22 * r4));
      sum[o + 3] =
        sum[o + 3]! +
        (k00 * p3 +
          k01 * p4 +
          k02 * p5 +
          (k10 * q3 + k11 * q4 + k12 * q5) +
          (k20 * r3 + k21 * r4 + k22 * r5));
      p0 = p4;
      p1 = p5;
      q0 = q4;
      q1 = q5;
      r0 = r4;
      r1 = r5;
    }
  }
}
