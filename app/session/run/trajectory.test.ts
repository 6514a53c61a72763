import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SideFrame } from '../../../workers/protocol.ts';
import { rowOf, stepOf } from './kept-steps.ts';
import { createTrajectory } from './trajectory.ts';

function frame(...steps: number[][]): SideFrame {
  return {
    count: steps.length,
    width: steps[0]!.length,
    iterates: Float64Array.from(steps.flat()),
    series: {
      loss: Float64Array.from(steps, ([x]) => x! * 10),
      gradientNorm: Float64Array.from(steps, ([x]) => x! * 100),
    },
    status: 'moving',
    endedAt: null,
    arrivedAt: null,
  };
}

test('frames join in order, and their memory grows', () => {
  const trajectory = createTrajectory();
  trajectory.clear(2);
  for (let k = 0; k < 50; k++) trajectory.append(frame([k, -k]));
  expect(trajectory.count).toBe(50);
  expect(Array.from(trajectory.iterates.subarray(0, 6))).toEqual([0, -0, 1, -1, 2, -2]);
  expect(trajectory.series.loss[49]).toBe(490);
});

test('places on a map of its own go with their rows: as these are thinned, and to whoever takes the run over', () => {
  const trajectory = createTrajectory(9);
  trajectory.clear(2);
  const placed = (k: number): SideFrame => ({
    ...frame([k, -k]),
    places: Float64Array.of(2 * k, 3 * k, 0.5),
  });
  for (let k = 0; k < 30; k++) trajectory.append(placed(k));
  const other = createTrajectory();
  other.takeOver(trajectory);
  for (let row = 0; row < other.count; row++) {
    const k = stepOf(other, row);
    expect(Array.from(other.places.subarray(3 * row, 3 * row + 3))).toEqual([2 * k, 3 * k, 0.5]);
  }
  expect(trajectory.places).toHaveLength(0);
  other.clear(2);
  expect(other.places).toHaveLength(0);
});

test('distances are measured from a place found later, for steps before and after', () => {
  const trajectory = createTrajectory();
  trajectory.clear(2);
  trajectory.append(frame([3, 4]));
  const { generation } = trajectory;
  trajectory.measureFrom(Float64Array.of(0, 0));
  trajectory.append(frame([6, 8]));
  expect(Array.from(trajectory.series.distance.subarray(0, 2))).toEqual([5, 10]);
  expect(trajectory.generation).toBeGreaterThan(generation);
});

test('another run whose frames bring other series keeps none of the former ones', () => {
  const trajectory = createTrajectory();
  trajectory.clear(1, ['gap']);
  const gap = Float64Array.of(7);
  trajectory.append({ ...frame([1]), series: { ...frame([1]).series, gap } });
  expect(trajectory.series.gap![0]).toBe(7);
  trajectory.clear(1, ['loss']);
  trajectory.append(frame([1]));
  expect(trajectory.series.gap).toBeUndefined();
  expect(trajectory.series.loss[0]).toBe(10);
});

test('another run empties it', () => {
  const trajectory = createTrajectory();
  trajectory.clear(1);
  trajectory.append(frame([1], [2]));
  trajectory.clear(3);
  expect(trajectory.count).toBe(0);
  expect(trajectory.dimension).toBe(3);
});

test('where rows would be more than there is room for every other one goes, and the last step stays', () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(lengths, fc.integer({ min: 3, max: 20 }), (counts, most) => {
      const trajectory = createTrajectory(most);
      trajectory.clear(2);
      const odd = most - (1 - (most % 2));
      let k = 0;
      for (const count of counts) {
        trajectory.append(frame(...Array.from({ length: count }, (_, i) => [k + i, -(k + i)])));
        k += count;
        const { stride, last, count: rows } = trajectory;
        expect(last).toBe(k - 1);
        expect(rows).toBeLessThanOrEqual(odd);
        expect(Math.log2(stride) % 1).toBe(0);
        // No more rows go than must: twice as many would be too many.
        if (stride > 1) expect(Math.ceil(last / (stride / 2)) + 1).toBeGreaterThan(odd - 1);
        for (let row = 0; row < rows; row++) {
          const step = row < rows - 1 ? row * stride : last;
          expect(trajectory.iterates[2 * row]).toBe(step);
          expect(trajectory.series.loss[row]).toBe(10 * step);
          expect(trajectory.series.gradientNorm[row]).toBe(100 * step);
          expect(stepOf(trajectory, row)).toBe(step);
          expect(rowOf(trajectory, step)).toBe(row);
        }
      }
    }),
  );
});

test.each([1, 3, 7, 13])('distances and projections go with their rows, with %i steps a frame', (length) => {
  const trajectory = createTrajectory(9);
  trajectory.clear(2);
  trajectory.append(frame([3, 4]));
  trajectory.measureFrom(Float64Array.of(0, 0));
  trajectory.projectOn({
    centre: Float64Array.of(0, 0),
    along: ['target', 'left-end'],
    p: Float64Array.of(1, 0),
    q: Float64Array.of(0, 1),
    ends: { left: null, right: null },
  });
  for (let k = 1; k < 40; k += length)
    trajectory.append(frame(...Array.from({ length }, (_, i) => [3 * (k + i + 1), 4 * (k + i + 1)])));
  const { count, stride, projections } = trajectory;
  const { distance: distances } = trajectory.series;
  expect(stride).toBe(8);
  for (let row = 0; row < count; row++) {
    const k = stepOf(trajectory, row);
    expect(distances[row]).toBe(5 * (k + 1));
    expect(Array.from(projections.subarray(3 * row, 3 * row + 2))).toEqual([3 * (k + 1), 4 * (k + 1)]);
  }
});

test('the rows of another run are taken over whole, and what is measured goes on from there', () => {
  const other = createTrajectory(5);
  other.clear(1);
  for (let k = 0; k < 12; k++) other.append(frame([k]));
  const { stride, last, count } = other;
  const trajectory = createTrajectory(5);
  trajectory.clear(2);
  trajectory.append(frame([1, 1]));
  const { generation } = trajectory;
  trajectory.takeOver(other);
  expect(trajectory).toMatchObject({ stride, last, count, dimension: 1 });
  expect(Array.from(trajectory.iterates.subarray(0, count))).toEqual([0, 4, 8, 11]);
  expect(trajectory.generation).toBeGreaterThan(generation);
  expect(other).toMatchObject({ count: 0, last: -1 });
  trajectory.append(frame([12]));
  expect(Array.from(trajectory.iterates.subarray(0, trajectory.count))).toEqual([0, 4, 8, 12]);
});
