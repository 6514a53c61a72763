import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../engine/kernels/random.ts';
import { coneFloor } from '../../../../engine/problems/gan/network/cone-floor.ts';
import { coneOf, shadedPolygon } from './cone-shape.ts';

const VIEW = { x0: -10, x1: 10, y0: -10, y1: 10 };

/** True if a counter-clockwise convex polygon contains a point; null within `near` of an edge. */
function holds(polygon: readonly number[], x: number, y: number, near: number): boolean | null {
  let inside = polygon.length >= 6;
  let onEdge = false;
  for (let i = 0; i < polygon.length; i += 2) {
    const j = (i + 2) % polygon.length;
    const [dx, dy] = [polygon[j]! - polygon[i]!, polygon[j + 1]! - polygon[i + 1]!];
    const length = Math.hypot(dx, dy);
    if (length < 1e-9) continue;
    const left = (dx * (y - polygon[i + 1]!) - dy * (x - polygon[i]!)) / length;
    if (Math.abs(left) <= near) onEdge = true;
    else if (left < 0) inside = false;
  }
  return inside && onEdge ? null : inside;
}

/** Converts columns (flat x, y) to V, 2 x k row-major. */
const matrixOf = (columns: readonly number[]) =>
  Float64Array.from(columns, (_, at) => {
    const k = columns.length / 2;
    return columns[2 * (at % k) + Math.floor(at / k)]!;
  });

describe('the cone of columns', () => {
  it.each([
    ['origin', []],
    ['origin', [0, 0]],
    ['ray', [1, 2]],
    ['ray', [0.1, 0.3, 0.2, 0.6, 0, 0]],
    ['line', [0.3, 0.1, -0.9, -0.3]],
    ['line', [0.3, 0.1, -0.9, -0.3, 0.6, 0.2]],
    ['half-plane', [1, 0, -2, 0, 0.1, 1]],
    ['half-plane', [0.3, 0.1, -0.9, -0.3, 1, -5]],
    ['wedge', [1, 0, 0, 1]],
    ['wedge', [1, 0.1, 0, 1, 2, 0.2, -3, 0.1]],
    ['plane', [1, 0, -1, 1, -1, -1]],
    ['plane', [1, 0, -1, 0, 0, 1, 0, -1]],
  ] as const)('is a %s of %s', (kind, columns) => {
    const cone = coneOf(columns);
    expect(cone.kind).toBe(kind);
    expect(shadedPolygon(cone, VIEW).length >= 6).toBe(['wedge', 'half-plane', 'plane'].includes(kind));
  });

  it('shades x exactly where a certificate says that it can be reached: 3,000 random games of two numbers', () => {
    const random = createRandom(7, 0);
    const seen = { inside: 0, outside: 0, edge: 0 };
    for (let trial = 0; trial < 3000; trial++) {
      const k = 1 + Math.floor(6 * random.uniform());
      const columns = Array.from({ length: 2 * k }, () => random.normal());
      // Every third game is degenerate.
      if (trial % 3 === 0 && k > 1) {
        const times = [-2, -1, 0, 3][trial % 4]!;
        columns[0] = times * columns[2]!;
        columns[1] = times * columns[3]!;
      }
      const [x, y] = [random.normal(), random.normal()];
      const { reachable } = coneFloor(matrixOf(columns), 2, k, Float64Array.of(x, y));
      const shaded = holds(shadedPolygon(coneOf(columns), VIEW), x, y, 1e-9);
      if (shaded === null) seen.edge++;
      else {
        expect({ trial, shaded }).toEqual({ trial, shaded: reachable });
        seen[shaded ? 'inside' : 'outside']++;
      }
    }
    expect(seen.edge).toBeLessThan(3);
    expect(Math.min(seen.inside, seen.outside)).toBeGreaterThan(800);
  });

  it('has its edges among the columns, counter-clockwise around what it holds', () => {
    const { edges } = coneOf([0, 2, 3, 3, 5, 0]);
    expect(edges).toEqual([
      [1, 0],
      [0, 1],
    ]);
    // More than a quarter turn, across the angle at which atan2 jumps from π to −π.
    const [from, to] = coneOf([-1, 0.1, -1, -0.1, -0.1, 1]).edges;
    expect(from![0] * to![1] - from![1] * to![0]).toBeGreaterThan(0);
    expect(from![1]).toBeGreaterThan(0);
    expect(to![1]).toBeLessThan(0);
  });
});
