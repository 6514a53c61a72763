import { dot } from './vector.ts';

/**
 * Returns the unit L of a step c/L for a two-layer network. Its loss has no global smoothness: the curvature grows with the weights. L =
 * lambda_max(A^T A)/n max(||start||^2/4, 2 rms(y)/sqrt(lambda_max)) + beta: the curvature in either layer is at most lambda_max times the
 * other's squared weights. At the start these are half of ||start||^2 each, and about half of the samples are inactive; the labels require
 * sum_j ||v_j|| >= rms(y)/sqrt(lambda_max), which is each layer's squares in a balanced network. A convention (docs/mathematics.md, section
 * 7.9), measured to descend from the presets' starts with c = 1, not a bound. `smoothness` is lambda_max(A^T A)/n; `labels` belong to
 * `samples` samples, several outputs one after the other.
 */
export function stepScale(
  start: Float64Array,
  labels: Float64Array,
  samples: number,
  smoothness: number,
  beta: number,
): number {
  const rms = Math.sqrt(dot(labels, labels) / samples);
  const needed = smoothness > 0 ? (2 * rms) / Math.sqrt(smoothness) : 0;
  return smoothness * Math.max(dot(start, start) / 4, needed) + beta;
}
