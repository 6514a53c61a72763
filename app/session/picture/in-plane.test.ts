import { expect, it } from 'vitest';
import { planeMap, projectionOf } from './in-plane.ts';

const slice = {
  along: ['target', 'left-end'] as const,
  centre: Float64Array.of(1, 2, 3),
  p: Float64Array.of(0.6, 0.8, 0),
  q: Float64Array.of(0, 0, 1),
  ends: { left: new Float64Array(3), right: new Float64Array(3) },
};
const state = (dimension: number) => ({ opened: { dimension }, slice }) as never;

it('is the weights themselves where there are two, and nothing below', () => {
  const map = planeMap(state(2))!;
  expect([map.slice, map.toPlane([4, 5]), map.toWeights([4, 5])]).toEqual([null, [4, 5], [4, 5]]);
  expect(planeMap(state(1))).toBeNull();
});

it('goes from weights to their foot and back', () => {
  const map = planeMap(state(3))!;
  const w = map.toWeights([2, -1]);
  expect(w).toEqual([2.2, 3.6, 2]);
  const [s, t] = map.toPlane(w);
  expect(s).toBeCloseTo(2, 12);
  expect(t).toBeCloseTo(-1, 12);
  expect(planeMap(state(3))).toBe(map);
});

it('waits for a slice of its own dimension', () => {
  expect(planeMap(state(4))).toBeNull();
});

it('measures the distance from the slice beside the foot', () => {
  const w = [9, 1 + 0.6 * 2 - 0.8 * 0.5, 2 + 0.8 * 2 + 0.6 * 0.5, 3 + 7];
  const [s, t, off] = projectionOf(slice, w, 1);
  expect([s, t, off].map((value) => Number(value.toFixed(12)))).toEqual([2, 7, 0.5]);
});
