import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDENTITY, standardise } from '../../data/scaling.ts';
import { blends, CHECK, leaks } from '../../fixtures/arbitraries.ts';
import { instanceOf } from '../../fixtures/instances.ts';
import { createRandom } from '../../kernels/random.ts';
import { sampleGrid } from '../../landscapes/grid.ts';
import {
  createEndsPlane,
  createWeightsPlane,
  pointAt,
  type SlicePlane,
} from '../../landscapes/slice-plane.ts';
import { cellCentre, type GridView } from '../../landscapes/window.ts';
import { createNeuronLoss } from './loss.ts';
import { createSlicer } from './slice-loss.ts';

const VIEW: GridView = { x0: -3, x1: 2, y0: -1, y1: 4 };

/** Data with labels of both signs, zero rows and rows orthogonal to the first weight. */
function dataOf(n: number, d: number, seed: number) {
  const random = createRandom(seed, 0);
  const features = Float64Array.from({ length: n * d }, () => random.normal());
  for (let i = 0; i < n; i += 7) features.fill(0, i * d, i * d + d);
  for (let i = 3; i < n; i += 5) features[i * d] = 0;
  const labels = Float64Array.from({ length: n }, () => 2 * random.normal() + 1);
  const place = () => Float64Array.from({ length: d }, () => random.normal());
  return { features, labels, place, random };
}

const planeOf = (d: number, place: () => Float64Array, kind: 'ends' | 'weights'): SlicePlane =>
  kind === 'weights'
    ? createWeightsPlane(place(), 0, d - 1)
    : createEndsPlane({
        start: place(),
        target: place(),
        leftEnd: place(),
        rightEnd: place(),
        leftMove: place(),
        rightMove: place(),
      });

const meanSquare = (labels: Float64Array) => labels.reduce((sum, y) => sum + y * y, 0) / (2 * labels.length);

describe('the losses over a slice', () => {
  it('are the direct ones at the cells, for every leak, blend, plane and scaling', () => {
    fc.assert(
      fc.property(
        fc.record({
          n: fc.integer({ min: 1, max: 60 }),
          d: fc.integer({ min: 2, max: 6 }),
          seed: fc.integer({ min: 0, max: 999 }),
          leak: leaks,
          blend: blends,
          kind: fc.constantFrom('ends' as const, 'weights' as const),
          scaled: fc.constantFrom('no', 'spread', 'ones'),
        }),
        ({ n, d, seed, leak, blend, kind, scaled }) => {
          const { features: original, labels, place, random } = dataOf(n, d, seed);
          if (scaled === 'ones') for (let i = 0; i < n; i++) original[i * d + d - 1] = 1;
          const { features, scaling } =
            scaled === 'no'
              ? { features: original, scaling: IDENTITY }
              : standardise(original, n, d, scaled === 'ones');
          const plane = planeOf(d, place, kind);
          const input = { features, labels, dimension: d, leak };
          const size = 16;
          const [left, right] = [new Float64Array(size * size), new Float64Array(size * size)];
          createSlicer(input, blend, scaling, plane).writeRows(left, right, VIEW, size, 0, size);
          const sides = [
            [left, createNeuronLoss({ ...input, blend: 0 })],
            [right, createNeuronLoss({ ...input, blend })],
          ] as const;
          const [w, inUnits] = [new Float64Array(d), new Float64Array(d)];
          for (let k = 0; k < 20; k++) {
            const [column, row] = [random.integer(size), random.integer(size)];
            pointAt(
              w,
              plane,
              cellCentre(VIEW.x0, VIEW.x1, size, column),
              cellCentre(VIEW.y0, VIEW.y1, size, row),
            );
            scaling.toScaled(inUnits, w);
            for (const [grid, landscape] of sides) {
              const expected = landscape.loss(inUnits);
              const bound = 1e-12 * (meanSquare(labels) + Math.abs(expected));
              expect(Math.abs(grid[row * size + column]! - expected)).toBeLessThan(bound);
            }
          }
        },
      ),
      CHECK,
    );
  });

  it('keep 1e-10 of ||y||^2/(2n) with many samples, whose kinks cross the view', () => {
    const [n, d, size] = [200_000, 3, 64];
    const { features, labels, place } = dataOf(n, d, 1);
    const plane = planeOf(d, place, 'ends');
    const input = { features, labels, dimension: d, leak: 0.1 };
    const [left, right] = [new Float64Array(size * size), new Float64Array(size * size)];
    createSlicer(input, 1, IDENTITY, plane).writeRows(left, right, VIEW, size, 20, 21);
    const w = new Float64Array(d);
    for (const column of [0, 31, 32, 63]) {
      pointAt(w, plane, cellCentre(VIEW.x0, VIEW.x1, size, column), cellCentre(VIEW.y0, VIEW.y1, size, 20));
      for (const [grid, blend] of [
        [left, 0],
        [right, 1],
      ] as const) {
        const difference = grid[20 * size + column]! - createNeuronLoss({ ...input, blend }).loss(w);
        expect(Math.abs(difference)).toBeLessThan(1e-10 * meanSquare(labels));
      }
    }
  });

  it('are the picture of the plane where d = 2 and the plane is that of both weights', () => {
    const { instance } = instanceOf({ features: 'gauss', d: 2, leak: 0.1, blend: 0.5 });
    const { samples, left, right, scaling } = instance;
    const plane = createWeightsPlane(instance.start, 0, 1);
    const input = { features: samples.features, labels: samples.labels, dimension: 2, leak: 0.1 };
    const grids = Array.from({ length: 4 }, () => new Float64Array(64));
    createSlicer(input, 0.5, scaling, plane).writeRows(grids[0]!, grids[1]!, VIEW, 8, 0, 8);
    sampleGrid(grids[2]!, left, scaling, VIEW, 8, 0, 8);
    sampleGrid(grids[3]!, right, scaling, VIEW, 8, 0, 8);
    for (let k = 0; k < 64; k++)
      for (const side of [0, 1])
        expect(Math.abs(grids[side]![k]! - grids[side + 2]![k]!)).toBeLessThan(1e-13 * grids[side + 2]![k]!);
  });

  it('are the same bits in pieces as in one go, and leave other rows alone', () => {
    const [n, d, size] = [50, 4, 12];
    const { features, labels, place } = dataOf(n, d, 2);
    const plane = planeOf(d, place, 'ends');
    const slicer = createSlicer({ features, labels, dimension: d, leak: 0 }, 1, IDENTITY, plane);
    const grid = () => new Float64Array(size * size).fill(Number.NaN);
    const [left, right, leftPieces, rightPieces] = [grid(), grid(), grid(), grid()];
    slicer.writeRows(left, right, VIEW, size, 0, size);
    slicer.writeRows(leftPieces, rightPieces, VIEW, size, 5, 7);
    expect(leftPieces.findIndex(Number.isFinite)).toBe(60);
    expect(leftPieces.filter(Number.isFinite).length).toBe(24);
    // A grid of another size in between: its centre is that of an odd grid three times as fine.
    const [coarse, fine] = [new Float64Array(25), new Float64Array(225).fill(Number.NaN)];
    slicer.writeRows(coarse, new Float64Array(25), VIEW, 5, 0, 5);
    slicer.writeRows(fine, new Float64Array(225), VIEW, 15, 0, 15);
    expect(fine.every(Number.isFinite)).toBe(true);
    expect(Math.abs(coarse[12]! - fine[112]!)).toBeLessThan(1e-12);
    slicer.writeRows(leftPieces, rightPieces, VIEW, size, 7, 12);
    slicer.writeRows(leftPieces, rightPieces, VIEW, size, 0, 5);
    expect(leftPieces).toEqual(left);
    expect(rightPieces).toEqual(right);
  });

  it('are not finite where a sample is not, and ask for a view with a width', () => {
    const plane = createWeightsPlane(Float64Array.of(0, 0), 0, 1);
    const input = { labels: Float64Array.of(1, 1), dimension: 2, leak: 0 };
    const features = Float64Array.of(1, Number.POSITIVE_INFINITY, 1, 1);
    const slicer = createSlicer({ ...input, features }, 1, IDENTITY, plane);
    const [left, right] = [new Float64Array(4), new Float64Array(4)];
    slicer.writeRows(left, right, VIEW, 2, 0, 2);
    expect([...left, ...right].some(Number.isFinite)).toBe(false);
    expect(() => slicer.writeRows(left, right, { ...VIEW, x1: -3 }, 2, 0, 2)).toThrow(
      'expected a view with x0 < x1; got -3 and -3',
    );
  });
});
