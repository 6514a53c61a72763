import { describe, expect, it } from 'vitest';
import { IDENTITY } from '../data/scaling.ts';
import { instanceOf, linkInstance, type Prepared } from '../fixtures/instances.ts';
import { createSides } from '../problems/one-neuron/sides.ts';
import { sampleGrid, sampleGridPair } from './grid.ts';
import { cellCentre } from './window.ts';

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

describe('a grid of both sides from their sectors', () => {
  /** Largest deviation of both sides from direct sums over a grid of `size`, relative to the largest loss. */
  function deviation({ instance }: Prepared, size: number): number {
    const { left, right, scaling } = instance;
    const pair = [new Float64Array(size * size), new Float64Array(size * size)] as const;
    sampleGridPair(...pair, left.planar()!, right.planar()!, scaling, VIEW, size, 0, size);
    const direct = new Float64Array(size * size);
    let worst = 0;
    for (const [side, landscape] of [left, right].entries()) {
      sampleGrid(direct, landscape, scaling, VIEW, size, 0, size);
      const scale = Math.max(...direct);
      for (const [k, loss] of direct.entries())
        worst = Math.max(worst, Math.abs(pair[side]![k]! - loss) / scale);
    }
    return worst;
  }

  it.each([
    ['planted labels', { n: 50, seed: 3 }],
    ['noisy labels', { n: 300, seed: 4, noise: 0.5 }],
    ['a leak and a blend', { n: 300, seed: 5, leak: 0.2, blend: 0.5 }],
    ['more rays than buckets have room for', { features: 'gauss', d: 2, n: 10_000, seed: 6 }],
  ])('agrees with the direct sums: %s', (_, values) => {
    expect(deviation(instanceOf(values), 24)).toBeLessThan(1e-12);
  });

  it('turns cells into the units of descent', () => {
    const link = '#v=1&features=csv&data=stopping-distance&bias=1&std=1';
    expect(deviation(linkInstance(link), 24)).toBeLessThan(1e-12);
  });

  it('reads the origin and rays: a cell whose centre is 0, axes that samples are orthogonal to', () => {
    const features = Float64Array.of(1, 0, 0, 1, -2, 0, 1, 1, 1, -1);
    const labels = Float64Array.of(1, 2, 3, 4, 5);
    const sides = createSides({ features, labels, dimension: 2, leak: 0 }, null);
    const [left, right] = [sides(0), sides(1)];
    const view = { x0: -2.5, x1: 2.5, y0: -2.5, y1: 2.5 };
    const pair = [new Float64Array(25), new Float64Array(25)] as const;
    sampleGridPair(...pair, left.planar()!, right.planar()!, IDENTITY, view, 5, 0, 5);
    for (let k = 0; k < 25; k++) {
      const w = Float64Array.of((k % 5) - 2, Math.floor(k / 5) - 2);
      expect(pair[0][k]).toBeCloseTo(left.loss(w), 13);
      expect(pair[1][k]).toBeCloseTo(right.loss(w), 13);
    }
  });

  it('is the same in bands of rows, which leave the others alone', () => {
    const { left, right, scaling } = instanceOf({ n: 300, seed: 4, noise: 0.5 }).instance;
    const sample = (from: number, to: number) => {
      const pair = [new Float64Array(64).fill(Number.NaN), new Float64Array(64).fill(Number.NaN)] as const;
      sampleGridPair(...pair, left.planar()!, right.planar()!, scaling, VIEW, 8, from, to);
      return pair;
    };
    const whole = sample(0, 8);
    const band = sample(3, 5);
    for (const side of [0, 1] as const) {
      expect(band[side].findIndex(Number.isFinite)).toBe(24);
      expect(band[side].filter(Number.isFinite)).toEqual(whole[side].slice(24, 40));
    }
  });

  it('asks for one arrangement', () => {
    const [one, other] = [instanceOf({ n: 5 }).instance, instanceOf({ n: 6 }).instance];
    const grid = new Float64Array(4);
    expect(() =>
      sampleGridPair(grid, grid, one.left.planar()!, other.right.planar()!, one.scaling, VIEW, 2, 0, 2),
    ).toThrow('expected both sides over one arrangement; got two');
  });
});
