import { describe, expect, it } from 'vitest';
import { deadZone } from './dead-zone.ts';

/** Rows (x, 1) of the opening scene. */
const LINE = Array.from({ length: 8 }, (_, i) => [-1 + (2 * i) / 7, 1]).flat();
const VIEW = { x0: -2.2, x1: 2.2, y0: -2.2, y1: 2.2 };

/** Whether a point lies in a convex polygon that runs counter-clockwise. */
function inside(polygon: readonly number[], x: number, y: number): boolean {
  for (let i = 0; i < polygon.length; i += 2) {
    const j = (i + 2) % polygon.length;
    const [ax, ay] = [polygon[i]!, polygon[i + 1]!];
    if ((polygon[j]! - ax) * (y - ay) - (polygon[j + 1]! - ay) * (x - ax) < 0) return false;
  }
  return polygon.length >= 6;
}

describe('deadZone', () => {
  it('is just where no sample is active', () => {
    const polygon = deadZone(LINE, VIEW);
    let dead = 0;
    for (let x = -2.17; x < 2.2; x += 0.1) {
      for (let y = -2.17; y < 2.2; y += 0.1) {
        let most = Number.NEGATIVE_INFINITY;
        for (let i = 0; i < LINE.length; i += 2) most = Math.max(most, LINE[i]! * x + LINE[i + 1]! * y);
        if (Math.abs(most) < 1e-9) continue;
        expect(inside(polygon, x, y), `(${x}, ${y})`).toBe(most < 0);
        if (most < 0) dead++;
      }
    }
    expect(dead).toBeGreaterThan(100);
  });

  it('is empty for rows that positively span the plane', () => {
    expect(deadZone([1, 0, -1, 1, -1, -1], VIEW)).toEqual([]);
    expect(deadZone([2, 1, -1, 2, -2, -1, 1, -2], VIEW)).toEqual([]);
  });

  it('is empty where only a half-line is left', () => {
    expect(deadZone([1, 0, -1, 0, 0, 1], VIEW)).toEqual([]);
  });

  it('is empty in a window that shows none of it', () => {
    expect(deadZone(LINE, { x0: 1, x1: 2, y0: 1, y1: 2 })).toEqual([]);
  });

  it('fills a window that lies in it', () => {
    expect(deadZone(LINE, { x0: -1, x1: 1, y0: -9, y1: -8 })).toEqual([-1, -9, 1, -9, 1, -8, -1, -8]);
  });
});
