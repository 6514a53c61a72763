import { describe, expect, it } from 'vitest';
import { farthest, noiseImage, source, WEIGHTS } from '../../../fixtures/image-cases.ts';
import { distance, dot, norm } from '../../../kernels/vector.ts';
import type { ImageDenoiser } from '../instance.ts';
import { toFrequencies, toImage } from './fft-image.ts';
import { createHaar } from './haar.ts';
import { createNet } from './net.ts';
import { createRidge } from './ridge.ts';
import { drawSky } from './sky.ts';

const net = createNet(WEIGHTS);
const ridge = createRidge(WEIGHTS);
const haar = createHaar(0.02);
const all = { net, ridge, haar };

const applied = (denoiser: ImageDenoiser, z: Float64Array) => {
  const out = new Float64Array(1024);
  denoiser.apply(out, z);
  return out;
};
const shifted = (image: Float64Array, di: number, dj: number) =>
  image.map((_, at) => image[(((at >> 5) + di) % 32) * 32 + (((at & 31) + dj) % 32)]!);
const noisySky = (seed: number) => {
  const random = source(seed);
  return drawSky(seed).map((value) => value + 0.05 * random.normal());
};

function correlated(image: Float64Array, kernel: ArrayLike<number>, reach: 1 | 2) {
  const taps = 2 * reach + 1;
  return image.map((_, at) => {
    let sum = 0;
    for (let a = 0; a < taps; a++)
      for (let b = 0; b < taps; b++)
        sum +=
          kernel[taps * a + b]! *
          image[(((at >> 5) + a - reach + 32) % 32) * 32 + (((at & 31) + b - reach + 32) % 32)]!;
    return sum;
  });
}

/** Integrates the slopes from 0. */
function bend(slopes: Float64Array, a: number): number {
  let sum = 0;
  for (let q = 0; q < 24; q++) {
    const [from, to] = [
      q === 0 ? Number.NEGATIVE_INFINITY : 0.02 * (q - 12),
      q === 23 ? Number.POSITIVE_INFINITY : 0.02 * (q - 11),
    ];
    const covered =
      a >= 0
        ? Math.max(0, Math.min(a, to) - Math.max(0, from))
        : -Math.max(0, Math.min(0, to) - Math.max(a, from));
    sum += slopes[q]! * covered;
  }
  return sum;
}

describe('the net', () => {
  it('is its layers, written out', () => {
    const [w1, b1, w2, b2, w3, b3] = WEIGHTS.net;
    const z = noisySky(9);
    const relu = (image: Float64Array) => image.map((value) => Math.max(0, value));
    const first = Array.from({ length: 16 }, (_, o) =>
      relu(correlated(z, w1.subarray(9 * o, 9 * o + 9), 1).map((value) => value + b1[o]!)),
    );
    const second = Array.from({ length: 16 }, (_, o) => {
      const sum = new Float64Array(1024).fill(b2[o]!);
      for (const [i, plane] of first.entries()) {
        const from = 9 * (16 * o + i);
        for (const [at, value] of correlated(plane, w2.subarray(from, from + 9), 1).entries())
          sum[at] = sum[at]! + value;
      }
      return relu(sum);
    });
    const removed = new Float64Array(1024).fill(b3[0]!);
    for (const [i, plane] of second.entries())
      for (const [at, value] of correlated(plane, w3.subarray(9 * i, 9 * i + 9), 1).entries())
        removed[at] = removed[at]! + value;
    const expected = z.map((value, at) => value - removed[at]!);
    expect(farthest(applied(net, z), expected)).toBeLessThan(1e-13);
  });

  it('stretches some distance at a sky: a witness that it is not nonexpansive', () => {
    const sky = drawSky(11);
    const at = applied(net, sky);
    let v = noiseImage(source(4));
    let stretch = 0;
    for (let k = 0; k < 60; k++) {
      const size = norm(v);
      const moved = applied(
        net,
        sky.map((value, i) => value + (1e-5 * v[i]!) / size),
      );
      v = moved.map((value, i) => (value - at[i]!) / 1e-5);
      stretch = norm(v);
    }
    expect(stretch).toBeGreaterThan(1.1);
  });
});

describe('the ridge denoiser', () => {
  const { filters, slopes } = WEIGHTS.ridge;

  it.each([0.05, 1, 20])('is z - W phi(W z) through the transform, images of size %d', (size) => {
    const z = noiseImage(source(5), size);
    const expected = z.slice();
    for (let j = 0; j < 16; j++) {
      const [re, im] = [new Float64Array(1024), new Float64Array(1024)];
      // Flipped, so that convolution is the correlation.
      for (let a = 0; a < 5; a++)
        for (let b = 0; b < 5; b++) re[((34 - a) % 32) * 32 + ((34 - b) % 32)] = filters[25 * j + 5 * a + b]!;
      toFrequencies(re, im, re);
      const through = (image: Float64Array, sign: 1 | -1) => {
        const [x, y] = [new Float64Array(1024), new Float64Array(1024)];
        toFrequencies(x, y, image);
        const [p, q] = [x.slice(), y.slice()];
        for (let k = 0; k < 1024; k++) {
          p[k] = 32 * (x[k]! * re[k]! - sign * y[k]! * im[k]!);
          q[k] = 32 * (sign * x[k]! * im[k]! + y[k]! * re[k]!);
        }
        toImage(p, q);
        return p;
      };
      const bent = through(z, 1).map((value) => bend(slopes.subarray(24 * j, 24 * j + 24), value));
      for (const [at, value] of through(bent, -1).entries()) expected[at] = expected[at]! - value;
    }
    expect(farthest(applied(ridge, z), expected)).toBeLessThan(1e-13 * Math.max(1, 10 * size));
  });

  it('has a symmetric Jacobian: <u, J v> = <J u, v> by differences', () => {
    for (let seed = 0; seed < 10; seed++) {
      const random = source(seed);
      const [z, u, v] = [noisySky(seed), noiseImage(random), noiseImage(random)];
      const along = (w: Float64Array) => {
        const [ahead, behind] = [1e-7, -1e-7].map((h) =>
          applied(
            ridge,
            z.map((value, i) => value + h * w[i]!),
          ),
        );
        return ahead!.map((value, i) => (value - behind![i]!) / 2e-7);
      };
      // Few kinks lie between.
      const [once, other] = [dot(u, along(v)), dot(along(u), v)];
      expect(Math.abs(once - other)).toBeLessThan(2e-3 * norm(u));
      expect(Math.abs(once)).toBeGreaterThan(2e-3 * norm(u));
    }
  });
});

describe('the shifted Haar frame', () => {
  it('without a threshold gives back what it takes', () => {
    const z = noiseImage(source(6));
    expect(farthest(applied(createHaar(0), z), z)).toBeLessThan(1e-14);
  });

  it('keeps a constant, and with a large threshold the means of 8 x 8 neighbours twice over', () => {
    const flat = new Float64Array(1024).fill(0.3);
    expect(farthest(applied(createHaar(1e9), flat), flat)).toBeLessThan(1e-15);
    const z = noisySky(3);
    // lo-lo three times is the mean of 64 pixels.
    const mean = (image: Float64Array, sign: 1 | -1) =>
      image.map((_, at) => {
        let sum = 0;
        for (let a = 0; a < 8; a++)
          for (let b = 0; b < 8; b++)
            sum += image[(((at >> 5) + sign * a + 32) % 32) * 32 + (((at & 31) + sign * b + 32) % 32)]! / 64;
        return sum;
      });
    expect(farthest(applied(createHaar(1e9), z), mean(mean(z, 1), -1))).toBeLessThan(1e-14);
  });

  it('minus a threshold is odd', () => {
    const z = noisySky(4);
    const turned = applied(
      haar,
      z.map((value) => -value),
    );
    expect(
      farthest(
        turned,
        applied(haar, z).map((value) => -value),
      ),
    ).toBe(0);
  });
});

describe('each denoiser', () => {
  it.each(Object.entries(all))('%s moves with its image, whichever way that wraps around', (_, denoiser) => {
    const z = noisySky(12);
    for (const [di, dj] of [
      [1, 0],
      [0, 31],
      [17, 5],
    ] as const)
      expect(farthest(applied(denoiser, shifted(z, di, dj)), shifted(applied(denoiser, z), di, dj))).toBe(0);
  });

  it.each(Object.entries(all))('%s gives the same bits the second time', (_, denoiser) => {
    const [z, other] = [noisySky(13), noisySky(14)];
    const once = applied(denoiser, z);
    applied(denoiser, other);
    expect(applied(denoiser, z)).toEqual(once);
  });

  it.each(Object.entries(all))('%s of what is not finite is not finite', (_, denoiser) => {
    const z = noisySky(15);
    z[40] = Number.NaN;
    expect(applied(denoiser, z).some(Number.isNaN)).toBe(true);
  });
});

describe('on random pairs', () => {
  /** From far to close, near skies or not. */
  const pairs = Array.from({ length: 30 }, (_, seed) => {
    const random = source(seed);
    const a = drawSky(200 + seed).map((value) => 3 * random.uniform() * value + 0.1 * random.normal());
    const size = 10 ** (6 * random.uniform() - 4);
    return [a, a.map((value) => value + size * random.normal())] as const;
  });

  it.each([
    ['ridge', ridge],
    ['haar .02', haar],
    ['haar .5', createHaar(0.5)],
  ] as const)('%s is firmly nonexpansive', (_, denoiser) => {
    for (const [a, b] of pairs) {
      const [p, q] = [applied(denoiser, a), applied(denoiser, b)];
      const [moved, before] = [p.map((value, i) => value - q[i]!), a.map((value, i) => value - b[i]!)];
      expect(dot(moved, moved)).toBeLessThanOrEqual(dot(moved, before) * (1 + 1e-12));
      expect(distance(p, q)).toBeGreaterThan(0);
    }
  });
});
