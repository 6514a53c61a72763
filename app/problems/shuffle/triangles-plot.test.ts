import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EVEN, matrixOfWeights, ODD } from '../../../engine/fixtures/doubly-stochastic.ts';
import { twoTriangles } from '../../../engine/problems/shuffle/two-triangles.ts';
import { PALETTES } from '../../charts/colour/palette.ts';
import type { DisplayList, Mark } from '../../charts/display-list.ts';
import {
  CORNERS,
  drawTriangles,
  gaugesOf,
  partAt,
  pointsOf,
  type TrianglesInput,
  trianglesLayout,
  weightsOf,
} from './triangles-plot.ts';

const mixtures = fc
  .array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
  .filter((shares) => shares.reduce((sum, share) => sum + share, 0) > 1e-3)
  .map((shares) => {
    const sum = shares.reduce((total, share) => total + share, 0);
    const matrix = new Float64Array(9);
    CORNERS.forEach((p, k) => {
      for (const [row, column] of p.entries()) matrix[3 * row + column]! += shares[k]! / sum;
    });
    return matrix;
  });

const size = { width: 350, height: 290 };

function input(matrix: ArrayLike<number>, more: Partial<TrianglesInput> = {}): TrianglesInput {
  const path = { lines: [], marks: new Float64Array(0) };
  return {
    ...size,
    scale: 1,
    palette: PALETTES.light,
    side: 'left',
    corners: CORNERS.map((_, k) => ({
      name: `${k}`,
      cost: '1',
      isBest: false,
      isNearest: false,
      isTied: false,
      isTrap: false,
    })),
    at: weightsOf(matrix),
    paths: [path, path],
    read: null,
    names: { evens: '', odds: '', even: '', odd: '', out: '' },
    ...more,
  };
}

const of = (list: DisplayList, role: string) =>
  list.filter((mark) => (mark as { role?: string }).role === role);

describe('B_3 as two triangles', () => {
  it('has the corners, weights and gauges of the engine', () => {
    expect(CORNERS).toEqual([...EVEN, ...ODD]);
    fc.assert(
      fc.property(mixtures, (matrix) => {
        const { even, odd, gauges } = twoTriangles(matrix);
        weightsOf(matrix).forEach((weight, k) => {
          expect(weight).toBeCloseTo([...even, ...odd][k]!, 14);
        });
        gaugesOf(weightsOf(matrix)).forEach((gauge, which) => {
          expect(gauge).toBeCloseTo(gauges[which]!, 13);
        });
      }),
    );
  });

  it('loses nothing: both points give the matrix back', () => {
    // Weights of a point, with corners as in `pointsOf`.
    const high = Math.sqrt(3) / 2;
    const weights = (x: number, y: number, up: boolean) => {
      const top = y / high;
      const along = up ? x - top / 2 : x - (1 - top) / 2;
      return up ? [top, along, 1 - top - along] : [1 - top, top - along, along];
    };
    fc.assert(
      fc.property(mixtures, (matrix) => {
        const [ex, ey, ox, oy] = pointsOf(weightsOf(matrix));
        const even = weights(ex, ey, true) as [number, number, number];
        const odd = weights(ox, oy, false) as [number, number, number];
        const again = matrixOfWeights({ even, odd });
        for (let at = 0; at < 9; at++) expect(again[at]).toBeCloseTo(matrix[at]!, 12);
      }),
    );
  });

  it('keeps each point within the faint copy of its triangle, and touches it where the gauges sum to 1', () => {
    fc.assert(
      fc.property(mixtures, (matrix) => {
        const list = drawTriangles(input(matrix));
        const heads = of(list, 'head-left') as Extract<Mark, { kind: 'symbols' }>[];
        const copies = of(list, 'band-edge') as Extract<Mark, { kind: 'path' }>[];
        expect([heads.length, copies.length]).toEqual([2, 2]);
        heads.forEach(({ points }, which) => {
          const copy = copies[which]!.lines[0]!;
          const [px, py] = [points[0]!, points[1]!];
          // The point's side of each edge, relative to the third corner.
          for (let k = 0; k < 3; k++) {
            const at = (i: number) => [copy[2 * (i % 3)]!, copy[2 * (i % 3) + 1]!] as const;
            const [[ax, ay], [bx, by], [cx, cy]] = [at(k), at(k + 1), at(k + 2)];
            const side = (x: number, y: number) => (bx - ax) * (y - ay) - (by - ay) * (x - ax);
            const inwards =
              (side(px, py) * Math.sign(side(cx, cy))) / Math.max(1e-6, Math.hypot(bx - ax, by - ay));
            if (Math.abs(side(cx, cy)) > 1) expect(inwards).toBeGreaterThan(-1e-6);
          }
        });
      }),
    );
    // The other point is at its centre.
    const corner = drawTriangles(input([0, 1, 0, 0, 0, 1, 1, 0, 0]));
    const [even, odd] = of(corner, 'band-edge') as Extract<Mark, { kind: 'path' }>[];
    const { planes } = trianglesLayout(size, 1);
    const apart = (line: ArrayLike<number>) => Math.hypot(line[0]! - line[2]!, line[1]! - line[3]!);
    expect(apart(even!.lines[0]!)).toBeCloseTo(planes[0].rect.width, 6);
    expect(apart(odd!.lines[0]!)).toBeCloseTo(0, 6);
  });

  it('shows every corner, the best as stars, and dashed rings in a tie', () => {
    const centre = new Float64Array(9).fill(1 / 3);
    const base = input(centre);
    const corners = base.corners.map((corner, k) => ({
      ...corner,
      isBest: k === 4,
      isNearest: true,
      isTied: true,
    }));
    const list = drawTriangles({ ...base, corners });
    expect(of(list, 'star')).toHaveLength(1);
    const rings = of(list, 'match') as Extract<Mark, { kind: 'symbols' }>[];
    expect(rings).toHaveLength(6);
    for (const { strokes } of rings) expect(strokes![0]!.dash).toBeDefined();
    for (const mark of list)
      if (mark.kind === 'text')
        expect([mark.x >= 0, mark.x <= size.width, mark.y <= size.height]).toEqual([true, true, true]);
  });

  it('is read by its corners and its points, the matrix first', () => {
    const matrix = [0, 1, 0, 0, 0, 1, 1, 0, 0];
    const at = weightsOf(matrix);
    const { planes } = trianglesLayout(size, 1);
    const centre = planes[1].toPixel(0.5, Math.sqrt(3) / 3);
    expect(partAt({ ...size, scale: 1, at }, centre[0], centre[1])).toBe(6);
    const [x, y] = planes[0].toPixel(1, 0);
    // M is on corner 231.
    expect(partAt({ ...size, scale: 1, at }, x, y)).toBe(6);
    const first = planes[0].toPixel(0.5, Math.sqrt(3) / 2);
    expect(partAt({ ...size, scale: 1, at }, first[0] + 8, first[1] + 8)).toBe(0);
    expect(partAt({ ...size, scale: 1, at }, 0, size.height)).toBeNull();
  });
});
