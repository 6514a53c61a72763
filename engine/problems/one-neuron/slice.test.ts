import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activation, CHECK, latticeNumber, neuronCases, vectorOf } from '../../fixtures/arbitraries.ts';
import { createSlice, POINT_SUMS } from './slice.ts';

/** The four sums at one point, added one by one, and the size of their terms. */
function directSums(features: Float64Array, labels: Float64Array, w: Float64Array, scale: Float64Array) {
  const sums = { active: [0, 0], all: [0, 0], size: 0 };
  labels.forEach((y, i) => {
    const z = activation(features, w, i);
    sums.size += activation(features.map(Math.abs), scale, i) ** 2 + y * y;
    for (const of of z > 0 ? [sums.active, sums.all] : [sums.all]) {
      of[0] = of[0]! + z * z;
      of[1] = of[1]! + y * z;
    }
  });
  return sums;
}

const lines = fc.record({
  from: latticeNumber(5),
  step: fc.constantFrom(1e-6, 0.01, 0.25, 1, 100),
  t: latticeNumber(5),
});

const cases = neuronCases('free').chain((data) =>
  fc.record({
    data: fc.constant(data),
    q: vectorOf(data.d),
    line: lines,
    points: fc.integer({ min: 1, max: 9 }),
    // Rows that do not depend on p: zero, or orthogonal to it up to rounding.
    level: fc.constantFrom('none', 'zero', 'orthogonal', 'all'),
  }),
);

/** Expects every sum of a line to equal the direct one to 1e-13 of its terms' size. */
function expectLine(
  features: Float64Array,
  labels: Float64Array,
  [centre, p, q]: readonly [Float64Array, Float64Array, Float64Array],
  { from, step, t }: { from: number; step: number; t: number },
  points: number,
): void {
  const active = new Float64Array(POINT_SUMS * points).fill(Number.NaN);
  const all = new Float64Array(POINT_SUMS * points).fill(Number.NaN);
  createSlice(features, labels, centre, p, q).sumLine(active, all, from, step, t);
  for (let k = 0; k < points; k++) {
    const s = from + step * k;
    const w = centre.map((value, j) => value + s * p[j]! + t * q[j]!);
    const reach = Math.abs(from) + step * points;
    const scale = centre.map((value, j) => Math.abs(value) + reach * Math.abs(p[j]!) + Math.abs(t * q[j]!));
    const sums = directSums(features, labels, w, scale);
    for (let j = 0; j < POINT_SUMS; j++) {
      expect(Math.abs(active[2 * k + j]! - sums.active[j]!)).toBeLessThanOrEqual(1e-13 * sums.size);
      expect(Math.abs(all[2 * k + j]! - sums.all[j]!)).toBeLessThanOrEqual(1e-13 * sums.size);
    }
  }
}

describe('the sums along a line', () => {
  it('have samples whose slope is rounding, or nothing, in one state', () => {
    const features = of(1e-200, 1, -1e-20, 1, 0, -1, 1e-320, 2, 0, 0);
    for (const t of [-2, 0, 1])
      expectLine(features, of(1, -2, 3, 4, 5), [of(0, 1), of(1, 0), of(0, 1)], { from: -2, step: 1, t }, 4);
  });

  it('are those added up one by one, at every point', () => {
    fc.assert(
      fc.property(cases, ({ data, q, line, points, level }) => {
        const { features, labels, d, w: centre, v: p } = data;
        const rows = Float64Array.from(features);
        if (level === 'zero' || level === 'all') rows.fill(0, 0, d);
        if (level === 'orthogonal' || level === 'all') {
          const last = rows.subarray(rows.length - d);
          last.set(centre.map((_, j) => (d > 1 && j < 2 ? (j === 0 ? -p[1]! : p[0]!) : 0)));
        }
        expectLine(rows, labels, [centre, p, q], line, points);
      }),
      CHECK,
    );
  });

  it('switch where z does: on the right of its kink a rising sample, on the left a falling one', () => {
    // z = s - 1.5 and z = 1 - s at s = 0, 1, 2, 3; y = 2 and 3.
    const slice = createSlice(of(1, -1.5, -1, 1), of(2, 3), of(0, 1), of(1, 0), of(0, 0));
    const active = new Float64Array(8);
    const all = new Float64Array(8);
    slice.sumLine(active, all, 0, 1, 0);
    expect(Array.from(active)).toEqual([1, 3, 0, 0, 0.25, 1, 2.25, 3]);
    expect(Array.from(all)).toEqual([3.25, 0, 0.25, -1, 1.25, -2, 6.25, -3]);
  });

  it('hold where every kink lies on a point, and where kinks lie far off on either side', () => {
    const grid = of(1, 0, 1, -1, -1, 2, -1, 3, 0, 0, 1e-7, 1, -1e-7, 1, 1e-7, -1, 1e-12, 3, 0, 2, 0, -2);
    const labels = of(1, -2, 3, -4, 5, -6, 7, -8, 9, -10, 11);
    for (const t of [-1, 0, 2])
      expectLine(grid, labels, [of(0, 1), of(1, 0), of(0, 1)], { from: -2, step: 1, t }, 8);
  });

  it('do not depend on lines summed before, of whatever length', () => {
    const make = () => createSlice(of(1, 2, -2, 1, 1, -1), of(1, 2, 3), of(0.3, 0.1), of(1, 0), of(0, 1));
    const used = make();
    const sum = (points: number, t: number, slice = used) => {
      const active = new Float64Array(2 * points);
      slice.sumLine(active, new Float64Array(2 * points), -1, 0.5, t);
      return active;
    };
    const first = sum(5, 0.25);
    expect(sum(9, -2)).toEqual(sum(9, -2, make()));
    sum(5, 1);
    expect(sum(5, 0.25)).toEqual(first);
  });

  it('are not finite over all where a sample is not', () => {
    const slice = createSlice(of(1, Number.NaN, 1, 1), of(1, 1), of(0, 1), of(1, 0), of(0, 1));
    const all = new Float64Array(4);
    slice.sumLine(new Float64Array(4), all, 0, 1, 0);
    expect(all.some(Number.isFinite)).toBe(false);
  });
});

function of(...values: number[]): Float64Array {
  return Float64Array.of(...values);
}
