import { describe, expect, it } from 'vitest';
import { farthest, noiseImage, source } from '../../../fixtures/image-cases.ts';
import { dot } from '../../../kernels/vector.ts';
import { toFrequencies, toImage } from './fft-image.ts';

const transformed = (image: Float64Array) => {
  const [re, im] = [new Float64Array(1024), new Float64Array(1024)];
  toFrequencies(re, im, image);
  return { re, im };
};

/** Transforms by definition. */
function bySums(image: Float64Array) {
  const [re, im] = [new Float64Array(1024), new Float64Array(1024)];
  for (let k = 0; k < 1024; k++) {
    let [x, y] = [0, 0];
    for (let p = 0; p < 1024; p++) {
      const turns = (k >> 5) * (p >> 5) + (k & 31) * (p & 31);
      const angle = (2 * Math.PI * (turns % 32)) / 32;
      x += image[p]! * Math.cos(angle);
      y -= image[p]! * Math.sin(angle);
    }
    re[k] = x / 32;
    im[k] = y / 32;
  }
  return { re, im };
}

describe('the unitary transform', () => {
  const image = noiseImage(source(1));
  const { re, im } = transformed(image);

  it('is what its sums say', () => {
    const sums = bySums(image);
    expect(farthest(re, sums.re)).toBeLessThan(1e-13);
    expect(farthest(im, sums.im)).toBeLessThan(1e-13);
  });

  it('keeps lengths, and comes back', () => {
    expect(dot(re, re) + dot(im, im)).toBeCloseTo(dot(image, image), 9);
    const back = re.slice();
    toImage(back, im.slice());
    expect(farthest(back, image)).toBeLessThan(1e-14);
  });

  it('of a real image has conjugates at -k', () => {
    for (let k = 0; k < 1024; k++) {
      const opposite = ((32 - (k >> 5)) % 32) * 32 + ((32 - (k & 31)) % 32);
      expect(Math.abs(re[k]! - re[opposite]!)).toBeLessThan(1e-14);
      expect(Math.abs(im[k]! + im[opposite]!)).toBeLessThan(1e-14);
    }
  });

  it('takes the image in the place of its real part, and forgets the imaginary one', () => {
    const [own, other] = [image.slice(), new Float64Array(1024).fill(7)];
    toFrequencies(own, other, own);
    expect(own).toEqual(re);
    expect(other).toEqual(im);
  });
});
