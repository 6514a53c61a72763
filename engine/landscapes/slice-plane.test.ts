import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CHECK, vectorOf } from '../fixtures/arbitraries.ts';
import { createRandom } from '../kernels/random.ts';
import { addScaled, distance, dot, norm } from '../kernels/vector.ts';
import {
  coordinatesOf,
  createEndsPlane,
  createPathsPlane,
  createWeightsPlane,
  distanceFrom,
  pointAt,
  type SlicePlaces,
  type SlicePlane,
} from './slice-plane.ts';

const of = (...values: number[]) => Float64Array.of(...values);

/** Start (0,0,0,0), target (4,0,0,0), ends off the line between them, moves along the third and fourth weight. */
const PLACES: SlicePlaces = {
  start: of(0, 0, 0, 0),
  target: of(4, 0, 0, 0),
  leftEnd: of(1, 2, 0, 0),
  rightEnd: of(3, 0, 2, 0),
  leftMove: of(1, 0, 0, -2),
  rightMove: of(0, 0, -3, 0),
};

const placesOf = (d: number): fc.Arbitrary<SlicePlaces> =>
  fc.record({
    start: vectorOf(d),
    target: fc.option(vectorOf(d)),
    leftEnd: vectorOf(d),
    rightEnd: vectorOf(d),
    leftMove: vectorOf(d),
    rightMove: vectorOf(d),
  });
const anyPlaces = fc.integer({ min: 2, max: 6 }).chain(placesOf);

function expectOrthonormal({ p, q }: SlicePlane): void {
  for (const [value, expected] of [
    [dot(p, p), 1],
    [dot(q, q), 1],
    [dot(p, q), 0],
  ] as const)
    expect(Math.abs(value - expected)).toBeLessThan(1e-12);
}

const expectHolds = (plane: SlicePlane, places: readonly Float64Array[]) => {
  for (const place of places)
    expect(distanceFrom(plane, place)).toBeLessThan(1e-12 * (1 + norm(place) + norm(plane.centre)));
};

const spread = (rows: readonly Float64Array[], mean: Float64Array, axis: Float64Array) =>
  rows.reduce((sum, row) => sum + (dot(row, axis) - dot(mean, axis)) ** 2, 0);

describe('coordinates on a plane', () => {
  it('are those of the foot, and lead back to it', () => {
    const plane = { centre: of(1, 1, 1), p: of(0.6, 0.8, 0), q: of(0, 0, 1) };
    expect(coordinatesOf(plane, of(2, 1, 4))).toEqual([0.6, 3]);
    expect(distanceFrom(plane, of(2, 1, 4))).toBeCloseTo(0.8, 14);
    const point = new Float64Array(3);
    pointAt(point, plane, 5, -1);
    expect(Array.from(point)).toEqual([4, 5, 0]);
  });

  it('the foot is the nearest point of the plane', () => {
    fc.assert(
      fc.property(anyPlaces, fc.double({ min: -3, max: 3, noNaN: true }), (places, off) => {
        const plane = createEndsPlane(places);
        const [s, t] = coordinatesOf(plane, places.rightMove);
        const other = new Float64Array(places.start.length);
        pointAt(other, plane, s + off, t - off);
        const expected = Math.sqrt(distanceFrom(plane, places.rightMove) ** 2 + 2 * off * off);
        expect(Math.abs(distance(other, places.rightMove) - expected)).toBeLessThan(1e-6);
      }),
      CHECK,
    );
  });
});

describe('the plane through start, target and ends', () => {
  it('has the target at the origin, the start on the negative s axis and the left end above', () => {
    const plane = createEndsPlane(PLACES);
    expect(coordinatesOf(plane, PLACES.target!)).toEqual([0, 0]);
    expect(coordinatesOf(plane, PLACES.start)).toEqual([-4, 0]);
    expect(coordinatesOf(plane, PLACES.leftEnd)).toEqual([-3, 2]);
    expect(distanceFrom(plane, PLACES.rightEnd)).toBe(2);
  });

  const target = PLACES.target!;
  it.each([
    ['the left end', {}, of(0, 1, 0, 0), 'left-end'],
    [
      'the right end, where the left one is the target',
      { leftEnd: of(4, 4e-7, 0, 0) },
      of(0, 0, 1, 0),
      'right-end',
    ],
    [
      'the right end, where the left one is the start',
      { leftEnd: PLACES.start },
      of(0, 0, 1, 0),
      'right-end',
    ],
    [
      'the right end, where the left one diverged',
      { leftEnd: of(0, 1e200, 0, 0) },
      of(0, 0, 1, 0),
      'right-end',
    ],
    [
      'the right end, where the left one is no number',
      { leftEnd: of(0, Number.NaN, 0, 0) },
      of(0, 0, 1, 0),
      'right-end',
    ],
    [
      "the left's move, where both ends are the target",
      { leftEnd: target, rightEnd: target },
      of(0, 0, 0, -1),
      'left-move',
    ],
    [
      "the right's move, where the left's is along the line",
      { leftEnd: target, rightEnd: target, leftMove: of(1, 1e-7, 0, 0) },
      of(0, 0, -1, 0),
      'right-move',
    ],
  ])('takes as second axis %s, and says so', (_, change, q, name) => {
    const plane = createEndsPlane({ ...PLACES, ...change });
    expect(plane.along).toEqual(['target', name]);
    expect(Array.from(plane.p)).toEqual([1, 0, 0, 0]);
    expect(distance(plane.q, q)).toBeLessThan(1e-15);
  });

  it('keeps to the line of start and target although an end diverged', () => {
    const plane = createEndsPlane({ ...PLACES, rightEnd: of(1e90, 0, 0, 1e90) });
    expect(coordinatesOf(plane, PLACES.start)).toEqual([-4, 0]);
  });

  it('takes a seeded normal where nothing else is left, the same every time', () => {
    const [still, none] = [PLACES.start, of(0, 0, 0, 0)];
    const nothing = {
      start: still,
      target: still,
      leftEnd: still,
      rightEnd: still,
      leftMove: none,
      rightMove: none,
    };
    const plane = createEndsPlane(nothing);
    expectOrthonormal(plane);
    expect(createEndsPlane(nothing)).toEqual(plane);
    const line = createEndsPlane({ ...nothing, target });
    expect(Array.from(line.p)).toEqual([1, 0, 0, 0]);
    expectOrthonormal(line);
  });

  it('goes through both ends where the target is the start, or there is none', () => {
    for (const at of [PLACES.start, null]) {
      const plane = createEndsPlane({ ...PLACES, target: at });
      expectHolds(plane, [PLACES.start, PLACES.leftEnd, PLACES.rightEnd]);
      expect(coordinatesOf(plane, PLACES.start)).toEqual([0, 0]);
      expect(coordinatesOf(plane, PLACES.leftEnd)[1]).toBeCloseTo(0, 15);
      expect(coordinatesOf(plane, PLACES.leftEnd)[0]).toBeGreaterThan(0);
    }
  });

  it('is orthonormal and holds start, target and left end, also where they are almost on one line', () => {
    fc.assert(
      fc.property(anyPlaces, fc.constantFrom(1, 1e-3, 1e-5), (places, off) => {
        const { start, target: plant, leftEnd: aside } = places;
        const leftEnd = Float64Array.from(plant ?? start);
        addScaled(leftEnd, aside, off);
        const plane = createEndsPlane({ ...places, leftEnd });
        expectOrthonormal(plane);
        expectHolds(plane, [start, plant ?? start]);
        // Places nearer than 1e-6 to the line count as on it.
        const least = 1e-6 * (norm(leftEnd) + norm(start));
        expect(distanceFrom(plane, leftEnd)).toBeLessThan(Math.max(least, 1e-12));
        if (off === 1 && norm(aside) > 1e-2) {
          const line = createEndsPlane({ ...places, leftEnd: plant ?? start });
          if (distanceFrom(line, leftEnd) > 1e-2) expectHolds(plane, [leftEnd]);
        }
      }),
      CHECK,
    );
  });

  it('asks for two weights', () => {
    const one = of(1);
    expect(() =>
      createEndsPlane({
        start: one,
        target: one,
        leftEnd: one,
        rightEnd: one,
        leftMove: one,
        rightMove: one,
      }),
    ).toThrow('expected at least two weights to lay a plane through; got d = 1');
  });
});

describe('the plane of two weights', () => {
  it('has the weights themselves as coordinates and holds what it goes through', () => {
    const through = of(5, 6, 7, 8);
    const plane = createWeightsPlane(through, 3, 1);
    expect(coordinatesOf(plane, through)).toEqual([8, 6]);
    expect(coordinatesOf(plane, of(0, 0.1, 0, -0.3))).toEqual([-0.3, 0.1]);
    expect(distanceFrom(plane, through)).toBe(0);
    expect(Array.from(through)).toEqual([5, 6, 7, 8]);
    expectOrthonormal(plane);
  });

  it.each([
    [1, 1],
    [0, 4],
    [-1, 0],
    [0.5, 0],
  ])('refuses %s and %s', (i, j) => {
    expect(() => createWeightsPlane(of(1, 2, 3, 4), i, j)).toThrow(
      `expected two different weights of 0 to 3; got ${i} and ${j}`,
    );
  });
});

describe('the principal plane of the runs', () => {
  it('is the plane that paths keep to, whatever plane that is', () => {
    fc.assert(
      fc.property(placesOf(5), (places) => {
        const home = createEndsPlane(places);
        const random = createRandom(1, 0);
        const paths = [30, 200].map((count) => {
          const path = new Float64Array(5 * count);
          for (let k = 0; k < count; k++)
            pointAt(path.subarray(5 * k, 5 * k + 5), home, 3 * random.normal(), random.normal());
          return path;
        });
        const plane = createPathsPlane(paths, places);
        expectOrthonormal(plane);
        for (const path of paths)
          for (let k = 0; k < path.length; k += 5) expectHolds(plane, [path.subarray(k, k + 5)]);
        expect(Math.abs(dot(plane.p, home.p))).toBeGreaterThan(0.9);
      }),
      CHECK,
    );
  });

  const random = createRandom(5, 0);
  const rows = Array.from({ length: 60 }, () =>
    of(4 * random.normal(), 2 * random.normal(), 1.5 * random.normal(), random.normal()),
  );
  const path = Float64Array.from(rows.flatMap((row) => Array.from(row)));
  const mean = rows[0]!.map((_, j) => rows.reduce((sum, row) => sum + row[j]! / rows.length, 0));

  it('spreads along p as along no other direction, and along q as along none at right angles to p', () => {
    const { p, q } = createPathsPlane([path], PLACES);
    const covariance = (a: Float64Array, b: Float64Array) =>
      rows.reduce((sum, row) => sum + (dot(row, a) - dot(mean, a)) * (dot(row, b) - dot(mean, b)), 0);
    // Both are eigenvectors: their product with every direction is a multiple of its component.
    for (let j = 0; j < 4; j++) {
      const axis = new Float64Array(4).fill(1, j, j + 1);
      for (const own of [p, q])
        expect(Math.abs(covariance(own, axis) / covariance(own, own) - own[j]!)).toBeLessThan(1e-12);
    }
    for (let round = 0; round < 100; round++) {
      const other = Float64Array.from({ length: 4 }, () => random.normal());
      const unit = other.map((value) => value / norm(other));
      expect(spread(rows, mean, unit)).toBeLessThanOrEqual(spread(rows, mean, p));
      addScaled(other, p, -dot(other, p));
      const beside = other.map((value) => value / norm(other));
      expect(spread(rows, mean, beside)).toBeLessThanOrEqual(spread(rows, mean, q));
    }
  });

  it('goes through the mean, has the foot of the target at the origin and the start before the mean', () => {
    for (const start of rows.slice(0, 10)) {
      const plane = createPathsPlane([path], { ...PLACES, start });
      expectHolds(plane, [mean]);
      expect(norm(of(...coordinatesOf(plane, PLACES.target!)))).toBeLessThan(1e-14);
      const [at, middle] = [coordinatesOf(plane, start), coordinatesOf(plane, mean)];
      expect(at[0]).toBeLessThan(middle[0]);
      expect(at[1]).toBeLessThan(middle[1]);
    }
  });

  it('leaves out what is not finite, and thins long paths evenly', () => {
    const bad = Float64Array.from([...path, Number.NaN, 0, 0, 0, 1e300, 1e300, 0, 0]);
    const plane = createPathsPlane([bad], PLACES);
    expect(distance(plane.p, createPathsPlane([path], PLACES).p)).toBeLessThan(1e-15);
    // 64 of 127 are every second one.
    const long = new Float64Array(4 * 127);
    for (let k = 0; k < 127; k++) long.set(rows[k % 2 === 0 ? k % 60 : 0]!, 4 * k);
    const second = Float64Array.from(
      Array.from({ length: 64 }, (_, k) => Array.from(rows[(2 * k) % 60]!)).flat(),
    );
    expect(createPathsPlane([long], PLACES)).toEqual(createPathsPlane([second], PLACES));
  });

  it('takes what the other plane is laid through where the runs keep to a line, or stay', () => {
    const line = Float64Array.from([0, 0, 0, 0, 1, 0, 0, 0, 2, 0, 0, 1e-9]);
    const straight = createPathsPlane([line, line], PLACES);
    expect(distance(straight.p, of(1, 0, 0, 0))).toBeLessThan(1e-8);
    expect(distance(straight.q, of(0, 1, 0, 0))).toBeLessThan(1e-8);
    const moved = { ...PLACES, start: of(0, 0, 0, 2) };
    for (const paths of [[moved.start, moved.start], []]) {
      const { p, q, centre } = createEndsPlane(moved);
      const plane = createPathsPlane(paths, moved);
      expect([plane.p, plane.q]).toEqual([p, q]);
      expect(distance(plane.centre, centre)).toBeLessThan(1e-15);
    }
  });

  it('follows a run that leaves its line by little, but for more than rounding', () => {
    const bent = Float64Array.from([0, 0, 0, 0, 1, 0, 0, 1e-4, 2, 0, 0, 0]);
    const plane = createPathsPlane([bent], PLACES);
    expect(distance(plane.q, of(0, 0, 0, 1))).toBeLessThan(1e-7);
    expectHolds(plane, [of(1, 0, 0, 1e-4)]);
  });

  it('has the largest component positive where the start is the mean', () => {
    fc.assert(
      fc.property(vectorOf(4), (axis) => {
        if (norm(axis) === 0) return;
        const line = Float64Array.from([...axis, ...axis.map((value) => -value)]);
        const { p } = createPathsPlane([line], PLACES);
        const largest = Math.max(...p.map(Math.abs));
        expect(Math.max(...p)).toBeGreaterThan(largest - 1e-12);
      }),
      CHECK,
    );
  });
});
