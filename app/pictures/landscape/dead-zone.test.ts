import { describe, expect, it } from 'vitest';
import { type Arc, conePolygon } from './dead-zone.ts';

function arc(from: readonly [number, number], to: readonly [number, number]): Arc {
  const angles = [Math.atan2(from[1], from[0]), Math.atan2(to[1], to[0])];
  const fromAngle = angles[0]!;
  const toAngle = angles[1]! > fromAngle ? angles[1]! : angles[1]! + 2 * Math.PI;
  return { from, to, fromAngle, toAngle };
}

/** The dead zone of the opening scene, whose rows are (x, 1) with x over [-1, 1]. */
const DEAD = arc([-1, -1], [1, -1]);
const VIEW = { x0: -2.2, x1: 2.2, y0: -2.2, y1: 2.2 };

/** True if a point is in a counter-clockwise convex polygon. */
function inside(polygon: readonly number[], x: number, y: number): boolean {
  for (let i = 0; i < polygon.length; i += 2) {
    const j = (i + 2) % polygon.length;
    const [ax, ay] = [polygon[i]!, polygon[i + 1]!];
    if ((polygon[j]! - ax) * (y - ay) - (polygon[j + 1]! - ay) * (x - ax) < 0) return false;
  }
  return polygon.length >= 6;
}

describe('conePolygon', () => {
  it.each([
    [DEAD],
    [arc([1, 0], [1, 1])],
    [arc([1, 1], [-1, -1])],
    [arc([0.3, -2], [-1, 0.1].map((x) => -x) as [number, number])],
  ])('holds just what lies between its directions (%j)', (cone) => {
    const polygon = conePolygon(cone, VIEW);
    let held = 0;
    for (let x = -2.17; x < 2.2; x += 0.1) {
      for (let y = -2.17; y < 2.2; y += 0.1) {
        const behind = cone.from[0] * y - cone.from[1] * x;
        const ahead = x * cone.to[1] - y * cone.to[0];
        if (Math.min(Math.abs(behind), Math.abs(ahead)) < 1e-9) continue;
        const within = behind > 0 && ahead > 0;
        expect(inside(polygon, x, y), `(${x}, ${y})`).toBe(within);
        if (within) held++;
      }
    }
    expect(held).toBeGreaterThan(40);
  });

  it('is the whole view for a whole turn', () => {
    const whole = { from: [1, 0], to: [1, 0], fromAngle: 0, toAngle: 2 * Math.PI } as const;
    expect(conePolygon(whole, VIEW)).toEqual([-2.2, -2.2, 2.2, -2.2, 2.2, 2.2, -2.2, 2.2]);
  });

  it('is empty where only a half-line is left', () => {
    expect(conePolygon(arc([1, 0], [1, 1e-300]), VIEW)).toEqual([]);
  });

  it('is empty in a window that shows none of it', () => {
    expect(conePolygon(DEAD, { x0: 1, x1: 2, y0: 1, y1: 2 })).toEqual([]);
  });

  it('fills a window that lies in it', () => {
    expect(conePolygon(DEAD, { x0: -1, x1: 1, y0: -9, y1: -8 })).toEqual([-1, -9, 1, -9, 1, -8, -1, -8]);
  });
});
