/**
 * Seeded random numbers with the same bits in every browser and in Node (docs/mathematics.md, section 12).
 *
 * MT19937 (Matsumoto & Nishimura 1998) with Marsaglia's polar method for normals, in the order of NumPy's `numpy.random.RandomState(16 *
 * seed + stream)`: `random_sample` agrees bit for bit, `standard_normal` except for the last bit of the logarithm, which is fdlibm's own,
 * since Math.log is not specified to the last bit.
 */

import { logarithm } from './logarithm.ts';

/** Largest seed; each seed from 0 on has sixteen streams that never share a state. */
export const MAX_SEED = 268_435_455;

/** Streams that separate data, plant, start and order even under one seed. */
export const STREAMS = { data: 0, plant: 1, start: 2, order: 3, restarts: 4, slice: 5, lanczos: 6 } as const;

/** A stream of random numbers; each call draws the next. */
export interface RandomSource {
  /** Uniform in [0, 1) with 53 bits. */
  uniform(): number;
  /** Standard normal. */
  normal(): number;
  /** Uniform integer in [0, below). */
  integer(below: number): number;
}

/** A source that can restart with another seed in the same memory. */
export interface SeededRandom extends RandomSource {
  /** Switches to this seed and stream. Throws RangeError unless the seed is an integer in [0, MAX_SEED]. */
  reseed(seed: number, stream: number): void;
  /** Writes normals at [from, to), the same as by calls of `normal`. */
  fill(destination: Float64Array, from: number, to: number): void;
}

/** State size in words, and offset of the recurrence. */
const WORDS = 624;
const AHEAD = 397;
/** Uniforms (two words each) per batch: short streams compute only part of the state. */
const AT_ONCE = 8;

/** Computes and tempers word i of the next state. */
function twisted(words: Int32Array, i: number): number {
  const both = (words[i]! & ~0x7fffffff) | (words[i + 1 < WORDS ? i + 1 : 0]! & 0x7fffffff);
  const from = words[i + AHEAD < WORDS ? i + AHEAD : i + AHEAD - WORDS]!;
  let y = from ^ (both >>> 1) ^ (-(both & 1) & 0x9908b0df);
  words[i] = y;
  y ^= y >>> 11;
  y ^= (y << 7) & 0x9d2c5680;
  y ^= (y << 15) & 0xefc60000;
  return y ^ (y >>> 18);
}

/** Creates the source of one seed and stream. Throws RangeError like `reseed`. */
export function createRandom(seed: number, stream: number): SeededRandom {
  const words = new Int32Array(WORDS);
  const uniforms = new Float64Array(AT_ONCE);
  /** Seeded words of the first state, with the last of them; computed words of the current one; drawn uniforms. */
  let seeded = 0;
  let last = 0;
  let made = 0;
  let drawn = 0;
  let kept = Number.NaN;

  function reseed(seed: number, stream: number): void {
    if (!Number.isInteger(seed) || seed < 0 || seed > MAX_SEED)
      throw new RangeError(`expected a seed that is an integer from 0 to ${MAX_SEED}; got ${seed}`);
    last = 16 * seed + stream;
    words[0] = last;
    seeded = 1;
    made = 0;
    drawn = AT_ONCE;
    kept = Number.NaN;
  }

  /** Computes the next uniforms; returns the index of the next to draw. */
  function make(): number {
    const [state, ready] = [words, uniforms];
    const first = made === WORDS ? 0 : made;
    made = first + 2 * AT_ONCE;
    seedTo(Math.min(WORDS, made + AHEAD));
    for (let k = 0; k < AT_ONCE; k++) {
      const i = first + 2 * k;
      const high = twisted(state, i) >>> 5;
      ready[k] = (high * 67_108_864 + (twisted(state, i + 1) >>> 6)) / 9_007_199_254_740_992;
    }
    return 0;
  }

  function seedTo(needed: number): void {
    const state = words;
    let word = last;
    for (let i = seeded; i < needed; i++) {
      word = (Math.imul(1812433253, word ^ (word >>> 30)) + i) | 0;
      state[i] = word;
    }
    last = word;
    seeded = Math.max(seeded, needed);
  }

  function uniform(): number {
    if (drawn === AT_ONCE) drawn = make();
    return uniforms[drawn++]!;
  }

  /** Writes pairs: points of the unit disc first, then their normals, so that no logarithm waits for a rejected point. */
  function fillPairs(destination: Float64Array, from: number, to: number): void {
    // Local copies: variables shared by closures are reloaded and stored at each access.
    const ready = uniforms;
    let at = drawn;
    for (let i = from; i < to; i += 2) {
      let u = 0;
      let v = 0;
      let square = 0;
      do {
        if (at === AT_ONCE) at = make();
        u = 2 * ready[at++]! - 1;
        if (at === AT_ONCE) at = make();
        v = 2 * ready[at++]! - 1;
        square = u * u + v * v;
      } while (square >= 1 || square === 0);
      destination[i] = v;
      destination[i + 1] = u;
    }
    drawn = at;
    for (let i = from; i < to; i += 2) {
      const v = destination[i]!;
      const u = destination[i + 1]!;
      const square = u * u + v * v;
      const factor = Math.sqrt((-2 * logarithm(square)) / square);
      destination[i] = factor * v;
      destination[i + 1] = factor * u;
    }
  }

  const pair = new Float64Array(2);

  function normal(): number {
    if (!Number.isNaN(kept)) {
      const value = kept;
      kept = Number.NaN;
      return value;
    }
    fillPairs(pair, 0, 2);
    kept = pair[1]!;
    return pair[0]!;
  }

  function fill(destination: Float64Array, from: number, to: number): void {
    const first = from < to && !Number.isNaN(kept) ? from + 1 : from;
    if (first > from) destination[from] = normal();
    const paired = to - ((to - first) % 2);
    fillPairs(destination, first, paired);
    if (paired < to) destination[paired] = normal();
  }

  reseed(seed, stream);
  return { reseed, uniform, normal, fill, integer: (below) => Math.floor(uniform() * below) };
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
