import { describe, expect, it } from 'vitest';
import {
  clipPolygon,
  clipSegment,
  containsPixel,
  createPlane,
  fitView,
  growRect,
  overlapArea,
} from './geometry.ts';

const rect = { x: 10, y: 20, width: 100, height: 50 };

function area(polygon: readonly number[]): number {
  let twice = 0;
  for (let i = 0; i < polygon.length; i += 2) {
    const j = (i + 2) % polygon.length;
    twice += polygon[i]! * polygon[j + 1]! - polygon[j]! * polygon[i + 1]!;
  }
  return Math.abs(twice) / 2;
}

describe('createPlane', () => {
  const plane = createPlane({ x0: -1, x1: 1, y0: 0, y1: 5 }, rect);

  it('puts the lowest y at the bottom', () => {
    expect(Array.from(plane.toPixel(-1, 0))).toEqual([10, 70]);
    expect(Array.from(plane.toPixel(1, 5))).toEqual([110, 20]);
  });

  it('comes back', () => {
    const [x, y] = plane.toData(...(plane.toPixel(0.3, 1.7) as unknown as [number, number]));
    expect(x).toBeCloseTo(0.3, 12);
    expect(y).toBeCloseTo(1.7, 12);
  });
});

describe('fitView', () => {
  it('widens about the centre until units are alike, and never crops', () => {
    const view = fitView({ x0: 0, x1: 2, y0: 4, y1: 6 }, rect);
    expect(view).toEqual({ x0: -1, x1: 3, y0: 4, y1: 6 });
    const plane = createPlane(view, rect);
    expect(plane.kx).toBeCloseTo(-plane.ky, 12);
  });
});

describe('clipPolygon', () => {
  it('leaves what lies inside', () => {
    expect(clipPolygon([20, 30, 40, 30, 30, 60], rect)).toEqual([20, 30, 40, 30, 30, 60]);
  });

  it('cuts off what lies outside', () => {
    const clipped = clipPolygon([-1000, -1000, 1000, -1000, 1000, 1000, -1000, 1000], rect);
    expect(area(clipped)).toBeCloseTo(5000, 6);
    // The tip below y = 70 goes: half of 50 by 50.
    expect(area(clipPolygon([10, 20, 110, 20, 10, 120], rect))).toBeCloseTo(5000 - 1250, 6);
  });

  it('is empty where they do not meet', () => {
    expect(clipPolygon([200, 200, 300, 200, 250, 300], rect)).toEqual([]);
  });
});

describe('clipSegment', () => {
  it('keeps the part inside', () => {
    expect(clipSegment(-90, 45, 110, 45, rect)).toEqual([10, 45, 110, 45]);
    expect(clipSegment(10, 20, 210, 120, rect)).toEqual([10, 20, 110, 70]);
    expect(clipSegment(20, 30, 40, 50, rect)).toEqual([20, 30, 40, 50]);
  });

  it('is null outside and for ends that are not finite', () => {
    expect(clipSegment(0, 0, 200, 0, rect)).toBeNull();
    expect(clipSegment(0, 30, 9, 80, rect)).toBeNull();
    expect(clipSegment(20, 30, Number.NaN, 30, rect)).toBeNull();
    expect(clipSegment(20, 30, Number.POSITIVE_INFINITY, 30, rect)).toBeNull();
  });
});

describe('rects', () => {
  it('grow, shrink to nothing, overlap and contain', () => {
    expect(growRect(rect, 5)).toEqual({ x: 5, y: 15, width: 110, height: 60 });
    expect(growRect(rect, -40).height).toBe(0);
    expect(overlapArea(rect, { x: 100, y: 60, width: 50, height: 50 })).toBe(100);
    expect(overlapArea(rect, { x: 110, y: 20, width: 5, height: 5 })).toBe(0);
    expect(containsPixel(rect, 110, 70)).toBe(true);
    expect(containsPixel(rect, 110.1, 70)).toBe(false);
  });
});
