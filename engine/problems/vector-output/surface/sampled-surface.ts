import { largestEigenvalue } from '../../../kernels/eigen.ts';
import { createRandom, fillNormal, STREAMS } from '../../../kernels/random.ts';
import { dot, multiply, norm } from '../../../kernels/vector.ts';
import type { DualSurface, Touch } from '../program/faces.ts';

/** Best sampled directions from which eta is climbed. */
const MOST_STARTS = 16;

/** Maximum moves of a climb; one suffices if the maximum lies inside its pattern. */
const MOST_MOVES = 12;

/** Halvings of a move that does not rise. */
const MOST_HALVINGS = 8;

/** A smaller rise is rounding, or the end of a slow climb. */
const RISE = 1e-9;

/** Directions with a cosine above 1 minus this are equal. */
const SAME = 1e-9;

interface Place {
  readonly direction: Float64Array<ArrayBuffer>;
  readonly eta: number;
}

/**
 * eta over Gaussian directions of R^d (`features` n x d, row-major, finite), as in the sampled programs of two layers (Mishkin, Sahiner &
 * Pilanci 2022, arXiv 2202.01331). From the best it climbs to, or towards, the top eigenvector of S S^T, S the sum of a_i R_i^T over active
 * rows, and ends inside a cell or at a wall short of its maximum: `maximum` is a value of eta, perhaps not the largest, and proves nothing.
 * Memory: `patterns` n numbers. An `update` with its maxima costs O(patterns n K) and some hundred passes of O(n d K).
 */
export function createSampledSurface(
  features: Float64Array,
  outputs: number,
  { columns: d, patterns, seed }: { columns: number; patterns: number; seed: number },
): DualSurface {
  const n = features.length / d;
  const directions = new Float64Array(patterns * d);
  fillNormal(directions, createRandom(seed, STREAMS.restarts));
  /** relu(A u) of each sampled direction. */
  const activations = new Float64Array(patterns * n);
  for (let p = 0; p < patterns; p++) {
    const u = directions.subarray(p * d, p * d + d);
    u.set(unit(u));
    writeActivations(activations.subarray(p * n, p * n + n), u);
  }
  let residual = new Float64Array(n * outputs);
  let known: readonly Place[] | null = null;
  const h = new Float64Array(n);
  const image = new Float64Array(outputs);
  const sums = new Float64Array(d * outputs);
  const gram = new Float64Array(outputs * outputs);

  function writeActivations(into: Float64Array, u: Float64Array): void {
    multiply(into, features, u);
    for (let i = 0; i < n; i++) if (!(into[i]! > 0)) into[i] = 0;
  }

  /** Returns ||R^T h||. */
  function etaOf(activation: Float64Array): number {
    image.fill(0);
    for (let i = 0; i < n; i++)
      if (activation[i]! > 0)
        for (let j = 0; j < outputs; j++) image[j] = image[j]! + activation[i]! * residual[i * outputs + j]!;
    return norm(image);
  }

  function placeOf(direction: Float64Array<ArrayBuffer>): Place {
    writeActivations(h, direction);
    return { direction, eta: etaOf(h) };
  }

  /** Returns the top eigenvector of S S^T at u, on its side; null if S is zero. */
  function topOf(u: Float64Array): Float64Array<ArrayBuffer> | null {
    writeActivations(h, u);
    sums.fill(0);
    for (let i = 0; i < n; i++)
      if (h[i]! > 0)
        for (let k = 0, at = 0; k < d; k++) {
          const a = features[i * d + k]!;
          for (let j = 0; j < outputs; j++, at++) sums[at] = sums[at]! + a * residual[i * outputs + j]!;
        }
    for (let p = 0; p < outputs; p++)
      for (let q = 0; q < outputs; q++) {
        let sum = 0;
        for (let k = 0; k < d; k++) sum += sums[k * outputs + p]! * sums[k * outputs + q]!;
        gram[p * outputs + q] = sum;
      }
    if (!(largestEigenvalue(gram, outputs, image) > 0)) return null;
    const top = new Float64Array(d);
    multiply(top, sums, image);
    const sign = dot(top, u) < 0 ? -1 : 1;
    return unit(top.map((value) => sign * value));
  }

  function climb(start: Float64Array<ArrayBuffer>): Place {
    let place = placeOf(start);
    for (let move = 0; move < MOST_MOVES; move++) {
      const top = topOf(place.direction);
      if (!top) return place;
      const { direction, eta } = place;
      let next = placeOf(top);
      // Towards it eta rises at first, unless a wall blocks the way.
      for (let k = 1; k <= MOST_HALVINGS && !(next.eta > eta); k++)
        next = placeOf(unit(direction.map((value, j) => value + (top[j]! - value) / 2 ** k)));
      if (!(next.eta > eta)) return place;
      place = next;
      if (next.eta <= eta * (1 + RISE)) return place;
    }
    return place;
  }

  /** Returns the distinct ends of all climbs, highest first. */
  function places(): readonly Place[] {
    if (known) return known;
    const heights = Array.from({ length: patterns }, (_, p) => etaOf(activations.subarray(p * n, p * n + n)));
    const order = heights.map((_, p) => p).sort((a, b) => heights[b]! - heights[a]! || a - b);
    const found = order
      .slice(0, MOST_STARTS)
      .filter((p) => heights[p]! > 0)
      .map((p) => climb(directions.slice(p * d, p * d + d)))
      .sort((a, b) => b.eta - a.eta);
    known = found.filter(
      ({ direction }, k) => !found.slice(0, k).some((other) => dot(other.direction, direction) > 1 - SAME),
    );
    return known;
  }

  return {
    columns: d,
    isExact: false,
    update(next) {
      residual = Float64Array.from(next);
      known = null;
    },
    maximum() {
      let all = 0;
      for (const r of residual) all += r - r;
      return all + (places()[0]?.eta ?? 0);
    },
    localMaxima(level, most): readonly Touch[] {
      return places()
        .filter(({ eta }) => eta > level)
        .slice(0, most)
        .map(({ direction, eta }) => {
          const basis = new Float64Array(d * d);
          for (let k = 0; k < d; k++) basis[k * d + k] = 1;
          writeActivations(h, direction);
          return {
            direction: direction.slice(),
            eta,
            face: { dimension: d, basis, active: Uint8Array.from(h, (z) => (z > 0 ? 1 : 0)) },
          };
        });
    },
  };
}

function unit(vector: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const length = norm(vector);
  return vector.map((value) => value / length);
}
