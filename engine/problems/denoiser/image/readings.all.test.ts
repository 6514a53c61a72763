import { expect, it } from 'vitest';
import at0 from '../../../fixtures/denoiser-images.json' with { type: 'json' };
import { imageAt } from '../../../fixtures/image-cases.ts';
import { distance, norm } from '../../../kernels/vector.ts';
import { findAll } from '../../../search.ts';
import { imageReadings } from './readings.ts';

it.each(at0.image.cases.slice(0, 3))('two starts of the reference end as far apart: $name', (one) => {
  const { seed, share, c, strength, leftApart, rightApart } = one;
  const made = imageAt({ seed, share, c, strength });
  const { info } = made;
  const readings = imageReadings(made, made.values);
  const told = findAll(readings['two-starts']({ rounds: 300 })!);
  const size = norm(info.truth!);
  const { left, right } = told.apart;
  expect(told.done).toBe(300);
  expect(right).toHaveLength(301);
  expect(Math.abs(right[300]! / size - rightApart)).toBeLessThan(1e-13);
  expect(right[0]).toBe(left[0]);
  expect(told.bound![0]).toBe(right[0]);
  for (let k = 0; k <= 300; k++) {
    expect(right[k]!).toBeLessThanOrEqual(told.bound![k]! + 1e-12);
    expect(told.bound![k]!).toBeCloseTo(right[0]! * info.rate! ** k, 9);
  }
  expect(distance(...told.last.right)).toBe(right[300]);
  expect(distance(...told.last.left)).toBe(left.at(-1));
  if (one.name === 'falls-apart') {
    // One of its runs diverges.
    expect(left.length).toBeLessThan(301);
  } else {
    expect(left).toHaveLength(301);
    expect(Math.abs(left[300]! / size - leftApart)).toBeLessThan(1e-6);
    expect(told.snr.left[0]).toBeCloseTo(one.left.at[300]?.snr ?? one.left.bestSnr, 2);
    expect(told.snr.right[1]).toBeCloseTo(one.rightFromNoise.at[300].snr, 6);
  }
});
