import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/skies.json' with { type: 'json' };
import { drawMask, opposite } from './mask.ts';
import { drawSky } from './sky.ts';

const sha = (array: Float64Array | Uint8Array) =>
  createHash('sha256')
    .update(new Uint8Array(array.buffer, array.byteOffset, array.byteLength))
    .digest('hex');

describe('a sky', () => {
  it.each(reference.skies)('of seed $seed has the bits that Python draws', ({ seed, sha: expected }) => {
    expect(sha(drawSky(seed))).toBe(expected);
  });

  it('has no pixel below 0 and its peak at 1', () => {
    for (let seed = 100; seed < 130; seed++) {
      const sky = drawSky(seed);
      expect(Math.min(...sky)).toBeGreaterThan(0);
      expect(Math.max(...sky)).toBe(1);
    }
  });
});

describe('a mask', () => {
  it.each(reference.masks)('of seed $seed and share $share is what Python draws', (one) => {
    const mask = drawMask(one.seed, one.share);
    expect(mask.reduce((sum, is) => sum + is, 0)).toBe(one.count);
    expect(sha(mask)).toBe(one.sha);
  });

  it('has the zero frequency, -k with every k, and what a smaller share has', () => {
    for (let seed = 50; seed < 60; seed++) {
      let smaller = drawMask(seed, 0);
      expect(smaller.reduce((sum, is) => sum + is, 0)).toBe(1);
      for (const share of [0.02, 0.1, 0.31, 0.5, 0.93, 1]) {
        const mask = drawMask(seed, share);
        expect(mask[0]).toBe(1);
        const keys = [...mask.keys()];
        expect(keys.filter((k) => mask[opposite(k)] !== mask[k])).toEqual([]);
        expect(keys.filter((k) => mask[k]! < smaller[k]!)).toEqual([]);
        const count = mask.reduce((sum, is) => sum + is, 0);
        expect(count - share * 1024).toBeGreaterThanOrEqual(-0.5);
        expect(count - share * 1024).toBeLessThan(2);
        smaller = mask;
      }
    }
  });
});
