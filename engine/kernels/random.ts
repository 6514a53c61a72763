/**
 * Seeded numbers that are the same bits in every browser and in Node (docs/mathematics.md, section 12).
 *
 * The generator is MT19937 (pure-rand) and the normals are Marsaglia's polar method in the order of NumPy's `numpy.random.RandomState(16 *
 * seed + stream)`: `random_sample` agrees bit for bit, `standard_normal` but for the last bit of the logarithm, which comes from a library
 * that computes it itself (fdlibm), since Math.log is not specified to the last bit.
 */

import ln from '@stdlib/math-base-special-ln';
import { mersenne } from 'pure-rand/generator/mersenne';

/** Seeds run from 0 to this; each has sixteen streams that never share a state. */
export const MAX_SEED = 268_435_455;

/** Streams keep data, plant, start and order apart although a person may give them the same seed. */
export const STREAMS = { data: 0, plant: 1, start: 2, order: 3, restarts: 4, slice: 5, lanczos: 6 } as const;

/** A stream of seeded numbers; each call draws the next. */
export interface RandomSource {
  /** Uniform in [0, 1) with 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform integer in [0, below). */
  integer(below: number): number;
}

/** Makes the source of one seed and stream. Throws RangeError where the seed is no integer in [0, MAX_SEED]. */
export function createRandom(seed: number, stream: number): RandomSource {
  if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED)
    throw new RangeError(`expected a seed that is an integer from 0 to ${MAX_SEED}; got ${seed}`);
  const generator = mersenne(16 * seed + stream);
  let kept = Number.NaN;

  function uniform(): number {
    const high = generator.next() >>> 5;
    const low = generator.next() >>> 6;
    return (high * 67_108_864 + low) / 9_007_199_254_740_992;
  }

  function normal(): number {
    if (!Number.isNaN(kept)) {
      const value = kept;
      kept = Number.NaN;
      return value;
    }
    let u = 0;
    let v = 0;
    let square = 0;
    do {
      u = 2 * uniform() - 1;
      v = 2 * uniform() - 1;
      square = u * u + v * v;
    } while (square >= 1 || square === 0);
    const factor = Math.sqrt((-2 * ln(square)) / square);
    kept = factor * u;
    return factor * v;
  }

  return { uniform, normal, integer: (below) => Math.floor(uniform() * below) };
}

/** Fills an array with standard normals, first to last. */
export function fillNormal(destination: Float64Array, random: RandomSource): void {
  for (let i = 0; i < destination.length; i++) destination[i] = random.normal();
}

/** Shuffles in place (Fisher-Yates from the end). */
export function shuffle(order: Int32Array, random: RandomSource): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const held = order[i]!;
    order[i] = order[j]!;
    order[j] = held;
  }
}
