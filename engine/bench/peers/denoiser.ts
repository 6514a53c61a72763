/** Straightforward image denoisers: pixel by pixel, channels innermost, indices wrapped at each read; transforms by their sums. */

import type { Weights } from '../../problems/denoiser/image/weights.ts';
import { IMAGE_SIDE as SIDE } from '../../problems/denoiser/names.ts';

const N = SIDE;
const wrap = (i: number) => (i + N) % N;

/** Applies a 3x3 layer: `image` has `channels` numbers per pixel, the result as many as there are offsets. */
function layer(
  image: Float64Array,
  channels: number,
  kernel: Float64Array,
  offsets: Float64Array,
): Float64Array {
  const outs = offsets.length;
  const result = new Float64Array(N * N * outs);
  for (let i = 0; i < N; i++)
    for (let j = 0; j < N; j++)
      for (let o = 0; o < outs; o++) {
        let sum = offsets[o]!;
        for (let tap = 0; tap < 9; tap++) {
          const pixel = wrap(i + Math.floor(tap / 3) - 1) * N + wrap(j + (tap % 3) - 1);
          for (let c = 0; c < channels; c++)
            sum += kernel[(o * channels + c) * 9 + tap]! * image[pixel * channels + c]!;
        }
        result[(i * N + j) * outs + o] = sum;
      }
  return result;
}

export function plainNet({ net: [w1, b1, w2, b2, w3, b3] }: Weights, z: Float64Array): Float64Array {
  const relu = (image: Float64Array) => image.map((value) => Math.max(0, value));
  const first = relu(layer(z, 1, w1, b1));
  const second = relu(layer(first, 16, w2, b2));
  const removed = layer(second, 16, w3, b3);
  return z.map((value, at) => value - removed[at]!);
}

export function plainRidge({ ridge: { filters, slopes } }: Weights, z: Float64Array): Float64Array {
  const bent = new Float64Array(16 * N * N);
  for (let i = 0; i < N; i++)
    for (let j = 0; j < N; j++)
      for (let f = 0; f < 16; f++) {
        let sum = 0;
        for (let tap = 0; tap < 25; tap++)
          sum += filters[25 * f + tap]! * z[wrap(i + Math.floor(tap / 5) - 2) * N + wrap(j + (tap % 5) - 2)]!;
        bent[(i * N + j) * 16 + f] = bend(slopes.subarray(24 * f, 24 * f + 24), sum);
      }
  return z.map((value, at) => {
    const [i, j] = [Math.floor(at / N), at % N];
    let sum = 0;
    for (let tap = 0; tap < 25; tap++) {
      const pixel = wrap(i - Math.floor(tap / 5) + 2) * N + wrap(j - (tap % 5) + 2);
      for (let f = 0; f < 16; f++) sum += filters[25 * f + tap]! * bent[pixel * 16 + f]!;
    }
    return value - sum;
  });
}

/** Sums piece by piece from 0. */
function bend(slopes: Float64Array, a: number): number {
  let sum = 0;
  const way = a < 0 ? -1 : 1;
  for (let k = 0; k < 12; k++) {
    const left = Math.abs(a) - 0.02 * k;
    if (left <= 0) break;
    sum += slopes[way > 0 ? 12 + k : 11 - k]! * (k === 11 ? left : Math.min(left, 0.02));
  }
  return way * sum;
}

const COS = Float64Array.from({ length: N }, (_, k) => Math.cos((2 * Math.PI * k) / N));
const SIN = Float64Array.from({ length: N }, (_, k) => Math.sin((2 * Math.PI * k) / N));

/** Applies the unitary transform of (re, im) along rows, transposed; twice is the full transform. */
function alongRows(re: Float64Array, im: Float64Array, sign: 1 | -1): [Float64Array, Float64Array] {
  const result = [new Float64Array(N * N), new Float64Array(N * N)] as [Float64Array, Float64Array];
  for (let i = 0; i < N; i++)
    for (let k = 0; k < N; k++) {
      let [x, y] = [0, 0];
      for (let j = 0; j < N; j++) {
        const [c, s] = [COS[(j * k) % N]!, sign * SIN[(j * k) % N]!];
        x += c * re[i * N + j]! - s * im[i * N + j]!;
        y += c * im[i * N + j]! + s * re[i * N + j]!;
      }
      result[0][k * N + i] = x / Math.sqrt(N);
      result[1][k * N + i] = y / Math.sqrt(N);
    }
  return result;
}

const transformed = (re: Float64Array, im: Float64Array, sign: 1 | -1) =>
  alongRows(...alongRows(re, im, sign), sign);

/** x+ = max(0, t D(z/t)), z = x - c F^-1 M (F x - Y). */
export function plainRound(
  x: Float64Array,
  denoise: (z: Float64Array) => Float64Array,
  mask: Uint8Array,
  visibilities: { readonly re: Float64Array; readonly im: Float64Array },
  { c, strength }: { readonly c: number; readonly strength: number },
): Float64Array {
  const [re, im] = transformed(x, new Float64Array(N * N), -1);
  const off = (part: Float64Array, wanted: Float64Array) =>
    part.map((value, k) => (mask[k] ? value - wanted[k]! : 0));
  const [back] = transformed(off(re, visibilities.re), off(im, visibilities.im), 1);
  const z = x.map((value, i) => value - c * back[i]!);
  const denoised = denoise(z.map((value) => value / strength));
  return denoised.map((value) => Math.max(0, strength * value));
}
