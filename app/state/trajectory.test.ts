import { expect, test } from 'vitest';
import type { SideFrame } from '../../workers/protocol.ts';
import { createTrajectory } from './trajectory.ts';

function frame(...steps: number[][]): SideFrame {
  return {
    count: steps.length,
    width: steps[0]!.length,
    objectives: new Float64Array(0),
    bounds: new Float64Array(0),
    iterates: Float64Array.from(steps.flat()),
    losses: Float64Array.from(steps, ([x]) => x! * 10),
    gradientNorms: Float64Array.from(steps, ([x]) => x! * 100),
    distances: new Float64Array(steps.length).fill(Number.NaN),
    status: 'moving',
    endedAt: null,
  };
}

test('frames join in order, and their memory grows', () => {
  const trajectory = createTrajectory();
  trajectory.clear(2);
  for (let k = 0; k < 50; k++) trajectory.append(frame([k, -k]));
  expect(trajectory.count).toBe(50);
  expect(Array.from(trajectory.iterates.subarray(0, 6))).toEqual([0, -0, 1, -1, 2, -2]);
  expect(trajectory.losses[49]).toBe(490);
});

test('distances are measured from a place found later, for steps before and after', () => {
  const trajectory = createTrajectory();
  trajectory.clear(2);
  trajectory.append(frame([3, 4]));
  const { generation } = trajectory;
  trajectory.measureFrom(Float64Array.of(0, 0));
  trajectory.append(frame([6, 8]));
  expect(Array.from(trajectory.distances.subarray(0, 2))).toEqual([5, 10]);
  expect(trajectory.generation).toBeGreaterThan(generation);
});

test('another run empties it', () => {
  const trajectory = createTrajectory();
  trajectory.clear(1);
  trajectory.append(frame([1], [2]));
  trajectory.clear(3);
  expect(trajectory.count).toBe(0);
  expect(trajectory.dimension).toBe(3);
});
