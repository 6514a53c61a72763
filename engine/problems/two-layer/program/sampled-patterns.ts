import { createRandom, fillNormal, STREAMS } from '../../../kernels/random.ts';

/** Distinct activation patterns D_i = 1[A g > 0], with the directions that made them. */
export interface Patterns {
  readonly count: number;
  /** count x n: 1 where the sample is on. */
  readonly masks: Uint8Array;
  /** count x d: g, strictly inside of the cone (2 D_i - I) A g > 0 but for samples that are orthogonal to it. */
  readonly directions: Float64Array;
}

/**
 * The patterns of `count` Gaussian directions on the rows of `features` (n x d, row-major). What was drawn before and what
 * switches no sample on is dropped, so there may be fewer. A sample is on iff a.g > 0; rows that are not finite are off.
 * Seeds as `createRandom` takes them. Source: the sampled programs of Mishkin, Sahiner & Pilanci 2022, arXiv 2202.01331.
 */
export function samplePatterns(
  features: Float64Array,
  n: number,
  d: number,
  count: number,
  seed: number,
): Patterns {
  const directions = new Float64Array(count * d);
  fillNormal(directions, createRandom(seed, STREAMS.restarts));
  return patternsOf(features, n, d, directions);
}

/** The distinct patterns of the given directions (k x d, row-major), in the order in which they first occur. */
export function patternsOf(features: Float64Array, n: number, d: number, directions: Float64Array): Patterns {
  const most = directions.length / d;
  const masks = new Uint8Array(most * n);
  const kept = new Float64Array(most * d);
  const known = new Set<string>();
  let count = 0;
  for (let p = 0; p < most; p++) {
    const g = directions.subarray(p * d, p * d + d);
    const mask = masks.subarray(count * n, count * n + n);
    const on = writePattern(mask, features, g);
    const key = Array.from(packed(mask), (word) => String.fromCharCode(word)).join('');
    if (on === 0 || known.has(key)) continue;
    known.add(key);
    kept.set(g, count * d);
    count++;
  }
  return { count, masks: masks.slice(0, count * n), directions: kept.slice(0, count * d) };
}

/** Writes which rows of the features the direction switches on, and returns how many. */
function writePattern(mask: Uint8Array, features: Float64Array, direction: Float64Array): number {
  const d = direction.length;
  let on = 0;
  for (let i = 0; i < mask.length; i++) {
    let z = 0;
    for (let k = 0; k < d; k++) z += features[i * d + k]! * direction[k]!;
    mask[i] = z > 0 ? 1 : 0;
    on += mask[i]!;
  }
  return on;
}

/** The pattern with sixteen samples a number. */
function packed(mask: Uint8Array): Uint16Array {
  const words = new Uint16Array(Math.ceil(mask.length / 16));
  for (let i = 0; i < mask.length; i++) words[i >> 4] = words[i >> 4]! | (mask[i]! << (i & 15));
  return words;
}
