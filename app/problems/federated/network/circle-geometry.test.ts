import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearestPoint, TURN, turnOf, unroll, valueAt, wrap } from './circle-geometry.ts';
import { nextAngle } from './circle-pick.ts';

test('the circle is cut half a sample before 0, and arcs meet half-way between neighbours of two clients', () => {
  // The last stands before 0: it is the first along the axis.
  const { from, order, angles, arcs } = unroll({
    angles: [1, 2, 4, TURN - 0.1],
    owners: Int32Array.from([0, 0, 1, 1]),
  });
  expect(from).toBe(-Math.PI / 4);
  expect(order).toEqual([3, 0, 1, 2]);
  expect(angles[3]).toBeCloseTo(-0.1, 12);
  expect(arcs.map(({ client }) => client)).toEqual([1, 0, 1]);
  expect(arcs.map(({ to }) => to)).toEqual([
    expect.closeTo(0.45, 12),
    3,
    expect.closeTo(TURN - Math.PI / 4, 12),
  ]);
  expect(arcs.map((arc) => arc.from)).toEqual([from, ...arcs.slice(0, -1).map(({ to }) => to)]);
});

test('an angle keeps its place on the circle, within one turn of the cut', () => {
  const angle = fc.double({ min: -50, max: 50, noNaN: true });
  fc.assert(
    fc.property(angle, fc.double({ min: -3, max: 0, noNaN: true }), (a, from) => {
      const b = wrap(a, from);
      expect(b).toBeGreaterThanOrEqual(from);
      expect(b).toBeLessThan(from + TURN);
      expect(Math.cos(b - a)).toBeCloseTo(1, 9);
    }),
  );
});

test('a model is straight between its points, and closes', () => {
  const curve = [0, 1, 4, 2];
  expect([0, 0.25, 0.5, 0.75, 1].map((turns) => valueAt(curve, turns * TURN))).toEqual([0, 1, 4, 2, 0]);
  expect(valueAt(curve, (3.5 / 4) * TURN)).toBe(1);
  expect(valueAt(curve, -TURN / 8)).toBe(1);
  const flat = turnOf(curve, -TURN / 8);
  expect(flat.filter((_, i) => i % 2 === 1)).toEqual([1, 0, 1, 4, 2, 1]);
  expect(flat.filter((_, i) => i % 2 === 0).map((a) => a / TURN + 0)).toEqual([
    -0.125, 0, 0.25, 0.5, 0.75, 0.875,
  ]);
  expect([0, 0.26, 0.49, -0.24, 0.99].map((turns) => nearestPoint(turns * TURN, 4))).toEqual([0, 1, 2, 3, 0]);
});

test('keys go from sample to sample round and round, or from point to point', () => {
  const input = { unrolled: unroll({ angles: [1, 2, 4], owners: Int32Array.from([0, 0, 1]) }) };
  let now: number | null = null;
  const seen = [1, 1, 1, 1, -1, -1].map((way) => {
    now = nextAngle(input, now, way as 1 | -1, false);
    return now;
  });
  expect(seen).toEqual([1, 2, 4, 1, 4, 2]);
  expect(nextAngle(input, 2, 1, true)).toBeCloseTo(2.0159, 3);
  expect(nextAngle(input, 2, -1, true)).toBeCloseTo(1.9635, 3);
});
