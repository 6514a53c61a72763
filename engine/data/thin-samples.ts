import type { Samples } from '../contract.ts';

/** Keeps every m-th sample, at most `most`, with the count of all of them; used to draw large data. */
export function thinSamples(samples: Samples, most: number): Samples {
  const { count, dimension: d, features, labels } = samples;
  if (labels.length <= most) return samples;
  const every = Math.ceil(count / most);
  const kept = Math.ceil(count / every);
  const thinned = { features: new Float64Array(kept * d), labels: new Float64Array(kept) };
  for (let k = 0; k < kept; k++) {
    thinned.features.set(features.subarray(k * every * d, (k * every + 1) * d), k * d);
    thinned.labels[k] = labels[k * every]!;
  }
  return { ...samples, ...thinned };
}
