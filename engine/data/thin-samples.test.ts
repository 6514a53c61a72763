import { expect, it } from 'vitest';
import { thinSamples } from './thin-samples.ts';

const samples = (count: number) => ({
  count,
  dimension: 2,
  features: Float64Array.from({ length: 2 * count }, (_, i) => i),
  labels: Float64Array.from({ length: count }, (_, i) => -i),
  names: [],
  labelName: 'y',
  hasOnes: false,
});

it('keeps few samples as they are', () => {
  const few = samples(5);
  expect(thinSamples(few, 5)).toBe(few);
});

it('keeps an even choice of many, each with its own label, and the count of all', () => {
  const thinned = thinSamples(samples(11), 4);
  expect(thinned.count).toBe(11);
  expect([...thinned.labels]).toEqual([-0, -3, -6, -9]);
  expect([...thinned.features]).toEqual([0, 1, 6, 7, 12, 13, 18, 19]);
});
