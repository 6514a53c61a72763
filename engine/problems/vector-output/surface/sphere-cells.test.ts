import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import reference from '../../../fixtures/vector-output.json';
import { createRandom, fillNormal, STREAMS } from '../../../kernels/random.ts';
import { enumerateSphere, type SphereCells } from './sphere-cells.ts';

const countsOf = ({ walls, sides, arcs, vertices }: SphereCells) => ({
  cells: sides.length / Math.max(1, walls),
  arcs: arcs.length,
  vertices: vertices.length,
});

const patternsOf = ({ walls, sides }: SphereCells) =>
  Array.from({ length: sides.length / Math.max(1, walls) }, (_, c) =>
    sides.slice(c * walls, (c + 1) * walls).join(),
  );

/** Rows of small integers: zero, repeated, opposite and coplanar ones are common. */
const rowsOf = (most: number) => {
  const cell = fc.integer({ min: -2, max: 2 });
  return fc.array(fc.tuple(cell, cell, cell), { minLength: 1, maxLength: most });
};

describe('the cells of the sphere', () => {
  it('in general position, n = 1..30: n (n - 1) + 2 cells, 2 n (n - 1) arcs, n (n - 1) vertices', () => {
    for (let n = 1; n <= 30; n++) {
      const features = new Float64Array(3 * n);
      fillNormal(features, createRandom(n, STREAMS.data));
      for (let i = 0; i < n; i += 2) features[3 * i + 2] = 1;
      const vertices = n * (n - 1);
      expect(countsOf(enumerateSphere(features))).toEqual({
        cells: vertices + 2,
        arcs: 2 * vertices,
        vertices,
      });
    }
  });

  it.each(reference.sphere)('$name: as many as NumPy finds', ({ features, cells, edges }) => {
    expect(countsOf(enumerateSphere(Float64Array.from(features)))).toMatchObject({ cells, arcs: edges });
  });

  it('three points of a line make one vertex, and all points of a line lunes', () => {
    const points = (list: readonly (readonly [number, number])[]) =>
      enumerateSphere(Float64Array.from(list.flatMap(([x, y]) => [x, y, 1])));
    // Decimals, so that rounding has its say.
    const line = points([
      [0.1, 0.3],
      [0.2, 0.6],
      [0.3, 0.9],
      [0.7, 0.2],
    ]);
    expect(countsOf(line)).toEqual({ cells: 12, arcs: 18, vertices: 8 });
    expect(line.vertices.map(({ walls }) => walls.length).sort()).toEqual([2, 2, 2, 2, 2, 2, 3, 3]);
    const lunes = points([
      [0.1, 0.3],
      [0.2, 0.6],
      [0.3, 0.9],
      [-0.7, -2.1],
      [0, 0],
    ]);
    expect(countsOf(lunes)).toEqual({ cells: 10, arcs: 10, vertices: 2 });
  });

  it('crossings that rounding puts on both sides of angle 0 are one', () => {
    // All orthogonal to (0, .8, -.5), where the frame of the first begins.
    const rows = [0.3, -0.1, 0.7, 0.9, 0.2, -0.6, 0.4, 1.1].flatMap((s, k) => {
      const t = [1, 0.3, 0.7, -0.9, 1.3, 0.1, 0.6, -1.7][k]!;
      return [s, 0.5 * t, 0.8 * t];
    });
    expect(countsOf(enumerateSphere(Float64Array.from(rows)))).toEqual({ cells: 16, arcs: 16, vertices: 2 });
    const more = enumerateSphere(Float64Array.from([...rows, 1, 2, 3]));
    expect(countsOf(more)).toEqual({ cells: 32, arcs: 48, vertices: 18 });
  });

  it('one distinct row makes two half spheres, two make four lunes, and zeros nothing', () => {
    const rows = [0.1, 0.2, 0.3, 0, 0, 0, -0.3, -0.6, -0.9];
    const lone = enumerateSphere(Float64Array.from(rows));
    expect(countsOf(lone)).toEqual({ cells: 2, arcs: 0, vertices: 0 });
    expect([...lone.wallOf]).toEqual([0, -1, 0]);
    expect([...lone.along]).toEqual([1, 0, -1]);
    expect(countsOf(enumerateSphere(Float64Array.from([...rows, 1, 0, 0])))).toEqual({
      cells: 4,
      arcs: 4,
      vertices: 2,
    });
    expect(countsOf(enumerateSphere(new Float64Array(6)))).toEqual({ cells: 0, arcs: 0, vertices: 0 });
  });

  it('law: Euler’s formula holds, and every direction off the walls lies in a cell of the list', () => {
    fc.assert(
      fc.property(rowsOf(9), fc.integer({ min: 1, max: 1e6 }), (rows, seed) => {
        const features = Float64Array.from(rows.flat());
        const sphere = enumerateSphere(features);
        const { walls, arcs, vertices, normals } = sphere;
        const patterns = patternsOf(sphere);
        expect(new Set(patterns).size).toBe(patterns.length);
        if (walls > 1) {
          expect(vertices.length - arcs.length + patterns.length).toBe(2);
          expect(arcs.length).toBe(vertices.reduce((sum, { walls: through }) => sum + through.length, 0));
        }
        const u = new Float64Array(3);
        const random = createRandom(seed, STREAMS.start);
        for (let k = 0; walls > 0 && k < 50; k++) {
          fillNormal(u, random);
          const pattern = Array.from({ length: walls }, (_, w) =>
            normals[3 * w]! * u[0]! + normals[3 * w + 1]! * u[1]! + normals[3 * w + 2]! * u[2]! > 0 ? 1 : -1,
          );
          expect(patterns).toContain(pattern.join());
        }
      }),
      { numRuns: 200, seed: 17 },
    );
  });

  it('rows that are nearly parallel hide no cell', () => {
    // Walls 1e-10 to 1e-14 apart cross anywhere; the cells on both sides of all of them stand.
    for (const apart of [1e-7, 1e-10, 1e-13, 1e-14, 1e-15, 1e-16]) {
      const features = Float64Array.of(1, 0, 0, 1, apart, 0, 1, 0, apart, 0, 1, 0, 0, 0, 1, 1, 1, 1);
      const sphere = enumerateSphere(features);
      const patterns = new Set(patternsOf(sphere));
      const u = new Float64Array(3);
      const random = createRandom(7, STREAMS.start);
      for (let k = 0; k < 300; k++) {
        fillNormal(u, random);
        const pattern = Array.from({ length: sphere.walls }, (_, w) =>
          [0, 1, 2].reduce((sum, j) => sum + sphere.normals[3 * w + j]! * u[j]!, 0) > 0 ? 1 : -1,
        );
        expect(patterns).toContain(pattern.join());
      }
    }
  });
});
