import { describe, expect, it } from 'vitest';
import { linkInstance } from '../fixtures/instances.ts';
import { runSides } from '../fixtures/runs.ts';
import { norm } from '../kernels/vector.ts';
import { createPlaneSearch, PLANE_STEPS, planeRequest } from './plane-search.ts';
import { coordinatesOf, distanceFrom } from './slice-plane.ts';

function search(link: string) {
  const { instance, values } = linkInstance(link);
  const found = createPlaneSearch(instance, values, planeRequest(instance, values));
  while (found.step());
  return { instance, values, plane: found.plane(), ends: found.ends() };
}

describe('the plane of a scenario', () => {
  it('goes through plant, start and an end, wherever the run was played to', () => {
    const { instance, plane, ends } = search('#v=1&n=60&d=20&seed=8&sseed=8');
    const { left } = runSides(instance, linkInstance('#v=1').values, 1);
    expect(left.iterates[0]).toEqual(instance.start);
    for (const place of [instance.plant!, instance.start, ends.left!])
      expect(distanceFrom(plane, Float64Array.from(place))).toBeLessThan(1e-10);
    expect(coordinatesOf(plane, instance.plant!)).toEqual([0, 0]);
    const again = search('#v=1&n=60&d=20&seed=8&sseed=8&k=77&view=-1,1,-1,1').plane;
    expect(again).toEqual(plane);
  });

  it('takes a run’s end where it ended, not where it stood later', () => {
    const link = '#v=1&n=60&d=5&noise=0.3';
    const { instance, values, ends } = search(link);
    const { right } = runSides(instance, values, PLANE_STEPS);
    expect(right.endedAt).toBeLessThan(PLANE_STEPS);
    expect([...ends.right!]).toEqual([...right.iterates[right.endedAt!]!]);
  });

  it('has no end for a run that diverged, and stays finite', () => {
    const { plane, ends } = search('#v=1&n=40&d=5&c=20');
    expect([ends.left, ends.right]).toEqual([null, null]);
    for (const axis of [plane.p, plane.q]) expect(norm(axis)).toBeCloseTo(1, 12);
  });

  it('of two weights has them as coordinates, and the ends of the runs too', () => {
    const { instance, plane, ends } = search('#v=1&n=60&d=6&plane=weights&pair=2,5');
    expect(coordinatesOf(plane, instance.start)).toEqual([instance.start[1], instance.start[4]]);
    expect([...ends.right!]).not.toEqual([...instance.start]);
  });

  it('of the paths holds most of them', () => {
    const { instance, plane, ends } = search('#v=1&n=60&d=6&plane=paths');
    expect(distanceFrom(plane, ends.right!)).toBeLessThan(0.5 * norm(instance.start));
  });
});

describe('the request', () => {
  it.each([
    ['', 'ends', [0, 1]],
    ['&plane=weights', 'weights', [0, 1]],
    ['&plane=weights&pair=4,2', 'weights', [3, 1]],
    ['&plane=weights&pair=2,2', 'weights', [0, 1]],
    ['&plane=weights&pair=2,9', 'weights', [0, 1]],
    ['&plane=weights&pair=3', 'weights', [0, 1]],
    ['&plane=paths', 'paths', [0, 1]],
  ])('%j', (more, kind, pair) => {
    const { instance, values } = linkInstance(`#v=1&n=20&d=4${more}`);
    expect(planeRequest(instance, values)).toEqual({ kind, pair });
  });
});
