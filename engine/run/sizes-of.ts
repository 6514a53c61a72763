import type { Instance, Vector } from '../contract.ts';
import { dot, norm } from '../kernels/vector.ts';

/**
 * Scales for the criteria of a run, so that labels in other units (with start and plant) reach the same ends at the same steps; for powers
 * of two to the bit.
 */
export interface RunSizes {
  /** Power of two nearest to the largest label; to the plant's length if there are no labels or all are 0; 1 without both. */
  readonly labels: number;
  /**
   * In scaled units: the plant's length; for own data rms(y)/(2 sqrt(L)), half of what the labels require at least. 1 without either, and
   * if weights do not scale with labels (separate sides, closed-form minima).
   */
  readonly weights: number;
}

export function sizesOf(instance: Instance): RunSizes {
  const { labels } = instance.samples;
  if (instance.sides) return { labels: sizeOf(labels), weights: 1 };
  const { plant, scaling, smoothness, minima } = instance;
  const scaled = new Float64Array(plant?.length ?? 0);
  if (plant) scaling.toScaled(scaled, plant);
  const asked = Math.sqrt(dot(labels, labels) / labels.length / smoothness) / 2;
  return {
    labels: sizeOf(labels, plant ? norm(plant) : 1),
    weights: (plant ? nearestPower(norm(scaled)) : 0) || (minima || !Number.isFinite(asked) ? 1 : asked || 1),
  };
}

/** Returns the power of two nearest to the largest label, or to `otherwise` if all are 0. */
export function sizeOf(labels: Vector, otherwise = 1): number {
  return nearestPower(labels.reduce((most, y) => Math.max(most, Math.abs(y)), 0) || otherwise);
}

/** Returns the nearest power of two; 1 for 0 and non-finite sizes. */
export function nearestPower(size: number): number {
  if (!(size > 0) || !Number.isFinite(size)) return 1;
  let power = 1;
  while (power > size / 0.75) power /= 2;
  while (power <= size / 1.5) power *= 2;
  return power;
}
