import { describe, expect, it } from 'vitest';
import reference from '../../fixtures/gan.json' with { type: 'json' };
import { columnNorm, drawGame, scaleOf, twoWeightsData } from './game-data.ts';

const drawn = reference.width.filter((one) => one.z);
const draw = (set = {}) => drawGame({ seed: 11, m: 2, width: 3, dz: 2, n: 20, xmean: null, ...set });

describe('a drawn game', () => {
  it.each(drawn)('$name has the numbers of NumPy', ({ z, V, x, start, scale, ...one }) => {
    const game = drawGame({ ...one, width: one.k, xmean: null });
    for (const [made, given] of [
      [game.noise, z!.flat()],
      [game.columns, V!.flat()],
      [game.mean, x!],
      [game.weights, start!.flat()],
    ] as const) {
      expect(made).toHaveLength(given.length);
      for (const [at, value] of made.entries()) expect(Math.abs(value - given[at]!)).toBeLessThan(1e-15);
    }
    expect(scaleOf(game) / scale).toBeCloseTo(1, 13);
  });

  it('of a greater width keeps noise, mean, rays and first rows of W', () => {
    const [small, large] = [draw({ width: 3 }), draw({ width: 12 })];
    expect([large.noise, large.mean]).toEqual([small.noise, small.mean]);
    expect(large.weights.slice(0, 6)).toEqual(small.weights);
    for (let i = 0; i < 2; i++)
      for (let j = 0; j < 3; j++)
        expect(large.columns[i * 12 + j]! * 2).toBeCloseTo(small.columns[i * 3 + j]!, 14);
  });

  it('with a given mean keeps its columns; a mean of another length is not used', () => {
    const own = draw({ xmean: [3, -4] });
    expect([...own.mean]).toEqual([3, -4]);
    expect(own.columns).toEqual(draw().columns);
    expect(draw({ xmean: [1, 2, 3] })).toEqual(draw());
  });
});

describe('the scale', () => {
  it('of two weights is 2', () => {
    for (const signs of [
      [1, 1],
      [1, -1],
    ] as const) {
      const data = twoWeightsData(signs, -0.5, [1.2, 0.4]);
      expect(columnNorm(data)).toBeCloseTo(2, 14);
      expect(scaleOf(data)).toBeCloseTo(2, 14);
    }
  });

  it('is 0 without noise or columns', () => {
    const game = draw();
    expect(scaleOf({ ...game, noise: new Float64Array(40) })).toBe(0);
    expect(scaleOf({ ...game, columns: new Float64Array(6) })).toBe(0);
  });

  it('is at least ||V u||^2/||u||^2, whatever u, for more columns than rows and for fewer', () => {
    for (const [m, width] of [
      [2, 30],
      [20, 4],
      [50, 60],
    ] as const) {
      const game = draw({ m, width });
      const most = columnNorm(game);
      let best = 0;
      // Power method on V^T V.
      let u = Float64Array.from({ length: width }, (_, j) => (j === 0 ? 1 : 0.1));
      for (let round = 0; round < 500; round++) {
        const image = Float64Array.from({ length: m }, (_, i) =>
          u.reduce((sum, value, j) => sum + game.columns[i * width + j]! * value, 0),
        );
        best = image.reduce((sum, value) => sum + value * value, 0) / u.reduce((sum, v) => sum + v * v, 0);
        expect(best).toBeLessThanOrEqual(most * (1 + 1e-12));
        const back = Float64Array.from({ length: width }, (_, j) =>
          image.reduce((sum, value, i) => sum + game.columns[i * width + j]! * value, 0),
        );
        const size = Math.max(...back.map(Math.abs));
        u = back.map((value) => value / size);
      }
      expect(best / most).toBeCloseTo(1, 6);
    }
  });
});
