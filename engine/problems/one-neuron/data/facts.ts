import { addOuterProducts } from '../../../kernels/symmetric.ts';
import { multiply, norm } from '../../../kernels/vector.ts';

/**
 * What lazy losses on the same samples share, whatever their blend is. Facts on n x d row-major features; `plant` (length d) where the
 * labels are its own.
 */
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
    /** Where the quadratics are written about: the plant, or 0. */
    origin,
    /** Whether the labels are the origin's own, so that the loss there is 0. */
    planted: plant !== null,
    /** ||a_i||. */
    lengths,
    /** a_i.origin. */
    atOrigin,
    /** y_i; where planted those of `atOrigin`, so that what cancels does so exactly. */
    labels: plant ? atOrigin.map((z) => (z > 0 ? z : leak * z)) : labels,
    /** Upper triangle of the sum of a a^T over the samples that are on (1); the last one made is kept. */
    gramOf(on: Uint8Array): Float64Array {
      // Both sides of a run begin at the same point: the second finds what the first has made.
      if (!last?.on.every((value, i) => value === on[i])) last = { on: on.slice(), sum: sumOf(on) };
      return last!.sum;
    },
    /** Upper triangle of the sum of a a^T over all samples. */
    gramOfAll(): Float64Array {
      all ??= sumOf(new Uint8Array(n).fill(1));
      return all;
    },
  };
}

export type SampleFacts = ReturnType<typeof createSampleFacts>;
