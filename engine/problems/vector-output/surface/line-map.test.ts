import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/vector-output.json';
import { mapLines } from './line-map.ts';
import { createSphereSurface } from './sphere-surface.ts';

describe('the map of lines', () => {
  it('has one line, by hand: the points on its positive side count, each by its distance', () => {
    // Angles 45 and so on degrees, offsets -1 and 1.
    const features = Float64Array.of(3, 0, 1, 0, -2, 1);
    const residual = Float64Array.of(1, 0, 0, 1);
    const map = mapLines(features, residual, { reach: 2, width: 4, height: 2 });
    const half = Math.SQRT1_2;
    const eta = (a: number, b: number) => Math.hypot(Math.max(0, a), Math.max(0, b)) / Math.SQRT2 / 2;
    // Of offset -1 points are 1 further on the positive side, of offset 1 that much less.
    const heights = [1, -1].flatMap((by) =>
      [
        [3 * half, -2 * half],
        [-3 * half, -2 * half],
        [-3 * half, 2 * half],
        [3 * half, 2 * half],
      ].map(([a, b]) => eta(a! + by, b! + by)),
    );
    expect(map.length).toBe(8);
    map.forEach((value, k) => {
      expect(value).toBeCloseTo(heights[k]!, 14);
    });
  });

  it.each(reference.sphere)('$name: at the optimum it comes up to beta, and nowhere above', (sphere) => {
    const { n, K, beta, features, multipliers } = sphere;
    const rows = Float64Array.from(features);
    const residual = Float64Array.from(multipliers, (l) => n * l);
    const view = { reach: 2, width: 180, height: 80 };
    const map = mapLines(rows, residual, view);
    const highest = map.reduce((a, b) => Math.max(a, b));
    expect(highest).toBeLessThanOrEqual(beta * (1 + 1e-12));
    expect(highest).toBeGreaterThan(0.99 * beta);
    // The cell of a touch is nearly as high.
    const surface = createSphereSurface(rows, K);
    surface.update(residual);
    let seen = 0;
    for (const { direction } of surface.localMaxima(0.999 * n * beta, 100)) {
      const [x, y, z] = direction;
      const length = Math.hypot(x!, y!);
      const turn = Math.atan2(y!, x!) / (2 * Math.PI);
      const column = Math.floor(view.width * (turn < 0 ? turn + 1 : turn));
      const row = Math.floor((view.height * (-z! / length + view.reach)) / (2 * view.reach));
      if (!(row >= 0 && row < view.height)) continue;
      seen++;
      expect(map[row * view.width + column]!).toBeGreaterThan(0.9 * beta);
    }
    expect(seen).toBeGreaterThan(3);
  });
});
