import { dot } from '../../kernels/vector.ts';

/**
 * What a step c/L is measured by. The loss of a network has no smoothness that holds everywhere: its curvature grows with its
 * weights. This L is that of a network of the size of the start, or of the size that the labels ask for where that is
 * larger: lambda_max(A^T A)/n (||W||^2 + ||alpha||^2) + beta, for each layer's squared weights sum to sum_j ||v_j|| in a
 * balanced network and sum_j ||v_j|| >= rms(y)/sqrt(lambda_max). A convention that is measured to descend from the presets'
 * starts with c = 1, not a bound. `smoothness` is lambda_max(A^T A)/n.
 */
export function stepScale(
  start: Float64Array,
  labels: Float64Array,
  smoothness: number,
  beta: number,
): number {
  const rms = Math.sqrt(dot(labels, labels) / labels.length);
  const needed = smoothness > 0 ? (2 * rms) / Math.sqrt(smoothness) : 0;
  return smoothness * Math.max(dot(start, start) / 4, needed) + beta;
}
