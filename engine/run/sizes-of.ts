import type { Instance, Vector } from '../contract.ts';
import { dot, norm } from '../kernels/vector.ts';

/**
 * What the criteria of a run are relative to, so that labels in other units come to the same ends at the same steps (with start and plant
 * in them too; by powers of two to the bit).
 */
export interface RunSizes {
  /** The power of two nearest to the largest label; to the plant's length where there are no labels or all are 0; 1 without both. */
  readonly labels: number;
  /**
   * In scaled units: the plant's length; of own data rms(y)/(2 sqrt(L)), half of what the labels ask for at the least. 1 where there is
   * neither, and where weights are no multiple of labels (sides of their own, minima in closed form).
   */
  readonly weights: number;
}

/** The sizes of an instance. */
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

/** The power of two nearest to the largest label, to what stands in for it where all are 0. */
export function sizeOf(labels: Vector, otherwise = 1): number {
  return nearestPower(labels.reduce((most, y) => Math.max(most, Math.abs(y)), 0) || otherwise);
}

/** The power of two nearest to a size; 1 of 0 and of what is not finite. */
export function nearestPower(size: number): number {
  if (!(size > 0) || !Number.isFinite(size)) return 1;
  let power = 1;
  while (power > size / 0.75) power /= 2;
  while (power <= size / 1.5) power *= 2;
  return power;
}
