import { describe, expect, test } from 'vitest';
import type { NetworkReading } from '../../../../engine/problems/two-layer/types.ts';
import type { Session } from '../../../session/session.ts';
import { heldStep, networkAt, picturedRow, picturedStep } from '../../kit/pictured.ts';
import { degreesApart, MATCH, matchesOf, matchOf, pathOf, trailsOf } from './facts.ts';

const degrees = (value: number) => (value * Math.PI) / 180;

describe('a match', () => {
  const teacher = { angles: [0, degrees(170), degrees(90)], strengths: [1, -2, 4] };
  const left = (angles: number[], strengths: number[]) => ({ angles: angles.map(degrees), strengths });

  test('needs a direction near by, across the seam at 180 degrees too', () => {
    const at = (off: number) => matchesOf(Int32Array.of(-1, 0, -1), teacher, left([170 + off], [-1]));
    for (const off of [0, 29.9, -29.9]) expect(at(off), `${off}`).toEqual([1, 0]);
    for (const off of [30.1, -30.1, 180]) expect(at(off), `${off}`).toEqual([]);
    expect(degreesApart(degrees(-175), degrees(175))).toBeCloseTo(10, 9);
  });

  test('needs a strength that is more than nothing', () => {
    const of = (strength: number) => matchesOf(Int32Array.of(-1, -1, 0), teacher, left([90], [strength]));
    expect(of(4 * MATCH.share)).toEqual([2, 0]);
    expect(of(3.9 * MATCH.share)).toEqual([]);
    expect(of(0)).toEqual([]);
    expect(of(Number.NaN)).toEqual([]);
  });

  test('is told of a neuron with the degrees between', () => {
    const reading = { left: { match: { network: Int32Array.of(2, -1, 0) } } } as unknown as NetworkReading;
    const found = left([97, 0, 45], [1, 1, 1]);
    expect(matchOf(reading, teacher, found, 0)).toEqual({ teacher: 2, degrees: expect.closeTo(7, 9) });
    expect(matchOf(reading, teacher, found, 1)).toBeNull();
    expect(matchOf(reading, teacher, found, 2)).toBeNull();
    expect(matchOf(null, teacher, found, 0)).toBeNull();
    expect(matchOf(reading, null, found, 0)).toBeNull();
  });

  test('is never of a neuron that stands behind the network’s own', () => {
    expect(matchesOf(Int32Array.of(5, -1, -1), teacher, left([0], [1]))).toEqual([]);
    expect(matchesOf(undefined, teacher, left([0], [1]))).toEqual([]);
  });
});

const pictured = (run: Session) => ({ trajectory: run.trajectories.left, row: picturedRow(run, 'left') });

/** A run of one neuron that turns by a degree a step, with these objectives. */
function runOf(objectives: number[], k = objectives.length - 1): Session {
  const iterates = Float64Array.from(
    objectives.flatMap((_, step) => [Math.cos(degrees(step)), Math.sin(degrees(step)), 2]),
  );
  const state = {
    k,
    sides: { left: { last: objectives.length - 1 } },
    opened: { info: { neurons: 1, constant: false } },
  };
  return {
    store: { getState: () => state },
    trajectories: {
      left: {
        iterates,
        dimension: 3,
        series: { objective: Float64Array.from(objectives) },
        count: objectives.length,
        stride: 1,
        last: objectives.length - 1,
      },
    },
  } as unknown as Session;
}

describe('what is pictured of a run', () => {
  test('is the shown step, also of one that rises for a while', () => {
    const run = runOf([1, 50, 5000, 3, 2]);
    expect(picturedStep(run, 'left')).toBe(4);
    expect(heldStep(run)).toBeNull();
    expect(picturedStep(runOf([1, 50, 5000], 2), 'left')).toBe(2);
  });

  test('is the last step within the scale where it diverged', () => {
    for (const end of [1e5, 1e200, Number.POSITIVE_INFINITY, Number.NaN]) {
      const run = runOf([1, 30, 1e6, end]);
      expect(picturedStep(run, 'left')).toBe(1);
      expect(heldStep(run)).toBe(1);
      expect(networkAt(run, 'left')[1]).toBeCloseTo(Math.sin(degrees(1)), 12);
    }
  });

  test('has the whole way of the chosen neuron, and of all the last of it', () => {
    const run = runOf(new Array(3001).fill(1));
    const path = pathOf(pictured(run), 1, 0);
    expect(path.length / 2).toBeGreaterThan(150);
    expect(path.length / 2).toBeLessThanOrEqual(240);
    // The beginning step by step.
    expect(path.slice(0, 12)).toEqual(
      [0, 1, 2, 3, 4, 5].flatMap((step) => [expect.closeTo(degrees(step), 9), expect.closeTo(2, 9)]),
    );
    const [trail] = trailsOf(pictured(run), 1);
    expect(trail!.length / 2).toBe(40);
    expect(trail![0]).toBeCloseTo(Math.atan2(Math.sin(degrees(2400)), Math.cos(degrees(2400))), 9);
    expect(pathOf(pictured(runOf([1])), 1, 0)).toEqual([]);
  });
});
