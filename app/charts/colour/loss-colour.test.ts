import { describe, expect, it } from 'vitest';
import { createExcessScale, EXCESS_FLOOR, excessPosition, type LossGrid, rasterise } from './loss-colour.ts';
import { createRampTable } from './ramp-table.ts';

const row = (...values: number[]): LossGrid => ({ columns: values.length, rows: 1, values });
const hundred = row(...Array.from({ length: 101 }, (_, i) => i + 1));

describe('createExcessScale', () => {
  it('ends at the 98th percentile of the left, on both sides', () => {
    const scale = createExcessScale({
      left: hundred,
      right: row(1000, 2000),
      references: { left: 0, right: 0 },
      mode: 'shared',
    });
    expect(scale.left.hi).toBe(99);
    expect(scale.right.hi).toBe(99);
    expect(scale.left.lo).toBe(1);
    expect(scale.right.lo).toBe(1);
  });

  it('gives each side its own domain when asked', () => {
    const scale = createExcessScale({
      left: hundred,
      right: row(1000, 2000, 3000),
      references: { left: 0, right: 0 },
      mode: 'own',
    });
    expect([scale.right.lo, scale.right.hi]).toEqual([1000, 2000]);
    expect(scale.left.hi).toBe(99);
  });

  it('subtracts each side’s reference and leaves out what is not above it or not finite', () => {
    const scale = createExcessScale({
      left: row(5, 5 + EXCESS_FLOOR, 4, 7, 9, Number.NaN, Number.POSITIVE_INFINITY),
      right: row(12, 14),
      references: { left: 5, right: 10 },
      mode: 'own',
    });
    expect(scale.left).toEqual({ lo: 2e-4, hi: 2, reference: 5 });
    expect(scale.right.reference).toBe(10);
  });

  it('never spans more than four decades', () => {
    const scale = createExcessScale({
      left: row(1e-15, 1, 1, 1),
      right: row(1e-9),
      references: { left: 0, right: 0 },
      mode: 'shared',
    });
    expect(scale.left.lo).toBeCloseTo(1e-4, 12);
  });

  it('takes what is left of a constant loss by rounding for nothing, at any size', () => {
    for (const size of [1e-12, 0.3, 144, 1e9]) {
      const noise = Array.from({ length: 40 }, (_, k) => size * (1 + (k % 16) * Number.EPSILON));
      const { left } = createExcessScale({
        left: row(...noise),
        right: row(...noise),
        references: { left: size, right: size },
        mode: 'own',
      });
      expect(left).toEqual({ lo: 1e-4, hi: 1, reference: size });
      expect(noise.map((value) => excessPosition(left, value))).toEqual(noise.map(() => 0));
    }
  });

  it('has a domain even for a grid of nothing', () => {
    const nothing = row(Number.NaN, 0, -1);
    const scale = createExcessScale({
      left: nothing,
      right: nothing,
      references: { left: 0, right: 0 },
      mode: 'shared',
    });
    expect(scale.left).toEqual({ lo: 1e-4, hi: 1, reference: 0 });
  });
});

describe('excessPosition', () => {
  const scale = { lo: 1e-4, hi: 1, reference: 2 };

  it('is logarithmic between lo and hi and clamped outside', () => {
    expect(excessPosition(scale, 2.01)).toBeCloseTo(0.5, 10);
    expect(excessPosition(scale, 2)).toBe(0);
    expect(excessPosition(scale, -7)).toBe(0);
    expect(excessPosition(scale, 99)).toBe(1);
  });

  it('takes what is not finite for the highest', () => {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY])
      expect(excessPosition(scale, value)).toBe(1);
  });
});

describe('rasterise', () => {
  const table = createRampTable(['#000000', '#FFFFFF']);

  it('puts the highest row on top of the image', () => {
    // Two rows: low loss at the lowest y, high loss above it.
    const grid = { columns: 2, rows: 2, values: [1e-4, 1e-4, 1, Number.NaN] };
    const rgba = rasterise(grid, { lo: 1e-4, hi: 1, reference: 0 }, table);
    expect(Array.from(rgba.subarray(0, 8))).toEqual([255, 255, 255, 255, 255, 255, 255, 255]);
    expect(Array.from(rgba.subarray(8))).toEqual([0, 0, 0, 255, 0, 0, 0, 255]);
  });

  it('runs through its stops evenly', () => {
    const ramp = createRampTable(['#102030', '#808080', '#F0E0D0']);
    expect(Array.from(ramp.subarray(0, 3))).toEqual([16, 32, 48]);
    expect(Array.from(ramp.subarray(765))).toEqual([240, 224, 208]);
    expect(Math.abs(ramp[3 * 128]! - 128)).toBeLessThanOrEqual(1);
    expect(() => createRampTable(['black', '#FFFFFF'])).toThrow('black');
  });
});

it('makes one ramp table for the same stops, so that both maps and the legend share their picture', () => {
  const stops = ['#000000', '#FFFFFF'];
  expect(createRampTable(stops)).toBe(createRampTable(stops));
  expect(createRampTable([...stops])).not.toBe(createRampTable(stops));
});
