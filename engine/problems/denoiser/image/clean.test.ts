import { describe, expect, it } from 'vitest';
import { farthest, imageAt } from '../../../fixtures/image-cases.ts';
import { createClean } from './clean.ts';
import { toFrequencies, toImage } from './fft-image.ts';

describe('CLEAN', () => {
  it('keeps the residual of its model: F^-1 (Y - M F model)', () => {
    const { info } = imageAt({ seed: 6, share: 0.2, noise: 0.2 });
    const { dirty, mask } = info;
    const clean = createClean(dirty, mask);
    for (let k = 0; k < 200; k++) clean.step();
    const [model, residual] = [clean.state.slice(0, 1024), clean.state.slice(1024)];
    const [re, im] = [new Float64Array(1024), new Float64Array(1024)];
    toFrequencies(re, im, model);
    for (let k = 0; k < 1024; k++) if (!mask[k]) re[k] = im[k] = 0;
    toImage(re, im);
    expect(
      farthest(
        residual,
        dirty.map((value, i) => value - re[i]!),
      ),
    ).toBeLessThan(1e-13);
  });

  it('takes .1 of the largest |residual|, the first of equals, the sign with it', () => {
    const dirty = new Float64Array(1024);
    dirty[700] = -2;
    dirty[300] = 1.5;
    dirty[900] = 2;
    // With all frequencies measured the beam is one pixel.
    const clean = createClean(dirty, new Uint8Array(1024).fill(1));
    const model = clean.state.subarray(0, 1024);
    clean.step();
    expect([700, 900, 300].map((at) => model[at])).toEqual([-0.2, 0, 0]);
    clean.step();
    expect([700, 900, 300].map((at) => model[at])).toEqual([-0.2, 0.2, 0]);
    expect(clean.state[1024 + 700]).toBeCloseTo(-1.8, 14);
  });

  it('restores each component as (1,2,1)/4 both ways around, wrapped, with the residual', () => {
    const dirty = new Float64Array(1024);
    dirty[0] = 1;
    const clean = createClean(dirty, new Uint8Array(1024).fill(1));
    clean.step();
    const shown = new Float64Array(1024);
    clean.restore(shown);
    expect(shown[0]).toBeCloseTo(0.9 + 0.1 / 4, 15);
    for (const at of [1, 31, 32, 992]) expect(shown[at]).toBeCloseTo(0.1 / 8, 15);
    for (const at of [33, 63, 993, 1023]) expect(shown[at]).toBeCloseTo(0.1 / 16, 15);
    expect(shown.filter((value) => Math.abs(value) > 1e-12)).toHaveLength(9);
  });

  it('of nothing stays nothing', () => {
    const clean = createClean(new Float64Array(1024), new Uint8Array(1024).fill(1));
    for (let k = 0; k < 5; k++) clean.step();
    expect(clean.state.every((value) => value === 0)).toBe(true);
  });
});
