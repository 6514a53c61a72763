import { describe, expect, it } from 'vitest';
import { instanceOf, linkInstance } from '../fixtures/instances.ts';
import { cellCentre, sampleGrid } from './grid.ts';

const VIEW = { x0: -3, x1: 1, y0: 0, y1: 2 };

describe('a sampled grid', () => {
  it('begins at the lowest corner: cells are centred, rows run along the second weight', () => {
    expect([0, 1, 2, 3].map((index) => cellCentre(-3, 1, 4, index))).toEqual([-2.5, -1.5, -0.5, 0.5]);
    const { left, scaling } = instanceOf({ plant: [1, 0.2] }).instance;
    const grid = new Float64Array(16);
    sampleGrid(grid, left, scaling, VIEW, 4, 0, 4);
    expect(grid[0]).toBe(left.loss(Float64Array.of(-2.5, 0.25)));
    expect(grid[1]).toBe(left.loss(Float64Array.of(-1.5, 0.25)));
    expect(grid[4]).toBe(left.loss(Float64Array.of(-2.5, 0.75)));
    expect(grid[15]).toBe(left.loss(Float64Array.of(0.5, 1.75)));
  });

  it('is the same in bands of rows, which leave the others alone', () => {
    const { right, scaling } = linkInstance('#v=1&features=csv&data=stopping-distance&bias=1&std=1').instance;
    const whole = new Float64Array(64);
    sampleGrid(whole, right, scaling, VIEW, 8, 0, 8);
    const bands = new Float64Array(64).fill(Number.NaN);
    sampleGrid(bands, right, scaling, VIEW, 8, 3, 5);
    expect(bands.findIndex(Number.isFinite)).toBe(24);
    expect(bands.filter(Number.isFinite).length).toBe(16);
    sampleGrid(bands, right, scaling, VIEW, 8, 0, 3);
    sampleGrid(bands, right, scaling, VIEW, 8, 5, 8);
    expect(bands).toEqual(whole);
  });

  it('asks for a plane', () => {
    const { left, scaling } = instanceOf({ features: 'gauss', d: 3 }).instance;
    expect(() => sampleGrid(new Float64Array(4), left, scaling, VIEW, 2, 0, 2)).toThrow(
      'expected a landscape over the plane; got d = 3',
    );
  });
});
