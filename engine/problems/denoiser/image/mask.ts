import { createRandom } from '../../../kernels/random.ts';
import { IMAGE_PIXELS, IMAGE_SIDE as N } from '../names.ts';

/** Returns the index of -k. */
export function opposite(at: number): number {
  const [i, j] = [Math.floor(at / N), at % N];
  return ((N - i) % N) * N + ((N - j) % N);
}

/**
 * Draws 1 or 0 at 32 k1 + k2: the zero frequency, then pairs +-k, those near 0 the likeliest, up to `share` of 1,024 (rounded, ties to
 * even). Stream 1 of the seed.
 */
export function drawMask(seed: number, share: number): Uint8Array<ArrayBuffer> {
  const { uniform } = createRandom(seed, 1);
  const centred = (k: number) => (k > N / 2 ? k - N : k);
  const keys = Float64Array.from({ length: IMAGE_PIXELS }, (_, at) => {
    const [k1, k2] = [centred(Math.floor(at / N)), centred(at % N)];
    return uniform() * (1 + (k1 * k1 + k2 * k2) / 16);
  });
  const order = Array.from(keys.keys())
    .filter((at) => at > 0 && at <= opposite(at))
    .sort((a, b) => keys[a]! - keys[b]! || a - b);
  const mask = new Uint8Array(IMAGE_PIXELS);
  mask[0] = 1;
  const wanted = roundedToEven(share * IMAGE_PIXELS);
  for (let count = 1, next = 0; count < wanted; next++) {
    const at = order[next]!;
    count += opposite(at) === at ? 1 : 2;
    mask[at] = 1;
    mask[opposite(at)] = 1;
  }
  return mask;
}

function roundedToEven(value: number): number {
  const below = Math.floor(value);
  const rest = value - below;
  return rest > 0.5 || (rest === 0.5 && below % 2 === 1) ? below + 1 : below;
}
