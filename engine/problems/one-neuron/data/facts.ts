import { addOuterProducts } from '../../../kernels/symmetric.ts';
import { multiply, norm } from '../../../kernels/vector.ts';

/** Computes facts shared by all blends on the same n x d row-major samples; `plant` (length d) if the labels are its own. */
export function createSampleFacts(
  features: Float64Array,
  labels: Float64Array,
  leak: number,
  d: number,
  plant: Float64Array | null,
) {
  const n = labels.length;
  const origin = plant ?? new Float64Array(d);
  const lengths = new Float64Array(n);
  for (let i = 0; i < n; i++) lengths[i] = norm(features.subarray(i * d, i * d + d));
  const atOrigin = new Float64Array(n);
  multiply(atOrigin, features, origin);

  const picked = new Int32Array(n);
  const ones = new Float64Array(n).fill(1);

  function sumOf(on: Uint8Array): Float64Array {
    const sum = new Float64Array(d * d);
    let count = 0;
    for (let i = 0; i < n; i++) if (on[i]) picked[count++] = i;
    addOuterProducts(sum, features, d, picked, ones, count);
    return sum;
  }

  let last: { on: Uint8Array; sum: Float64Array } | null = null;
  let all: Float64Array | null = null;
  return {
    /** Origin of the quadratics: the plant, or 0. */
    origin,
    /** True if the labels are the origin's own, so its loss is 0. */
    planted: plant !== null,
    /** ||a_i||. */
    lengths,
    /** a_i.origin. */
    atOrigin,
    /** If planted, computed from `atOrigin`, so that cancellation is exact. */
    labels: plant ? atOrigin.map((z) => (z > 0 ? z : leak * z)) : labels,
    /** Returns the upper triangle of the sum of a a^T over active samples; caches the last one. */
    gramOf(on: Uint8Array): Float64Array {
      // Both sides start at the same point, so the second hits the cache.
      if (!last?.on.every((value, i) => value === on[i])) last = { on: on.slice(), sum: sumOf(on) };
      return last!.sum;
    },
    /** Returns the same over all samples. */
    gramOfAll(): Float64Array {
      all ??= sumOf(new Uint8Array(n).fill(1));
      return all;
    },
  };
}

export type SampleFacts = ReturnType<typeof createSampleFacts>;
