import { createRandom, fillNormal, STREAMS } from '../../../kernels/random.ts';

/** Distinct activation patterns D_i = 1[A g > 0] and their directions. */
export interface Patterns {
  readonly count: number;
  /** count x n: 1 where the sample is on. */
  readonly masks: Uint8Array;
  /** count x d: g, strictly inside the cone (2 D_i - I) A g > 0 except for orthogonal samples. */
  readonly directions: Float64Array;
}

/**
 * Draws the patterns of `count` Gaussian directions on the rows (n x d, row-major). Duplicates, and patterns with no sample on, are
 * dropped. A sample is on iff a.g > 0; non-finite rows are off. Seeds as in `createRandom`. Source: the sampled programs of Mishkin,
 * Sahiner & Pilanci 2022, arXiv 2202.01331.
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

/** Returns distinct patterns of the directions (k x d, row-major), by first occurrence. */
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

/** Writes the rows that the direction switches on; returns how many. */
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

function packed(mask: Uint8Array): Uint16Array {
  const words = new Uint16Array(Math.ceil(mask.length / 16));
  for (let i = 0; i < mask.length; i++) words[i >> 4] = words[i >> 4]! | (mask[i]! << (i & 15));
  return words;
}
