import cos from '@stdlib/math-base-special-cos';
import sin from '@stdlib/math-base-special-sin';
import { IMAGE_SIDE } from '../names.ts';

const N = IMAGE_SIDE;

/** cos and sin of 2 pi k/32, k = 0..15, equal bits everywhere. */
const COS = Float64Array.from({ length: N / 2 }, (_, k) => cos((2 * Math.PI * k) / N));
const SIN = Float64Array.from({ length: N / 2 }, (_, k) => sin((2 * Math.PI * k) / N));

/** Bit reversal. */
const REVERSED = Uint8Array.from({ length: N }, (_, i) => {
  let reversed = 0;
  for (let bit = 1; bit < N; bit <<= 1) reversed = (reversed << 1) | (i & bit ? 1 : 0);
  return reversed;
});

/** Transforms 1,024 pixels (unitary, row by row); (k1, k2) at 32 k1 + k2. `image` may be `re`. */
export function toFrequencies(re: Float64Array, im: Float64Array, image: Float64Array): void {
  if (re !== image) re.set(image);
  im.fill(0);
  transform(re, im, -1);
}

/** Writes the real part of the inverse to `re`; overwrites `im`. */
export function toImage(re: Float64Array, im: Float64Array): void {
  transform(re, im, 1);
}

function transform(re: Float64Array, im: Float64Array, sign: 1 | -1): void {
  along(re, im, sign, N, 1);
  along(re, im, sign, 1, N);
  for (let i = 0; i < re.length; i++) {
    re[i] = re[i]! / N;
    im[i] = im[i]! / N;
  }
}

/** Transforms along one axis (entries `stride` apart, radix 2) of 32 lines (`next` apart). */
function along(re: Float64Array, im: Float64Array, sign: 1 | -1, stride: number, next: number): void {
  const end = N * next;
  for (let i = 0; i < N; i++) {
    if (REVERSED[i]! <= i) continue;
    for (let line = 0; line < end; line += next) {
      const a = i * stride + line;
      const b = REVERSED[i]! * stride + line;
      const [x, y] = [re[a]!, im[a]!];
      re[a] = re[b]!;
      im[a] = im[b]!;
      re[b] = x;
      im[b] = y;
    }
  }
  for (let half = 1; half < N; half *= 2) {
    for (let k = 0; k < half; k++) {
      const turn = (k * N) / (2 * half);
      const c = COS[turn]!;
      const s = sign * SIN[turn]!;
      for (let from = k; from < N; from += 2 * half) {
        const far = half * stride;
        for (let a = from * stride, left = a + end; a < left; a += next) {
          const x = c * re[a + far]! - s * im[a + far]!;
          const y = c * im[a + far]! + s * re[a + far]!;
          re[a + far] = re[a]! - x;
          im[a + far] = im[a]! - y;
          re[a] = re[a]! + x;
          im[a] = im[a]! + y;
        }
      }
    }
  }
}
