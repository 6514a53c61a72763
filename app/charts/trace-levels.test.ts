import { expect, it } from 'vitest';
import { traceLevels } from './trace-levels.ts';

/** Twice the signed area of a flat ring. */
function areaOf(ring: ArrayLike<number>): number {
  let area = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) area += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!;
  return area;
}

it('traces closed rings by level, linear between cells; a hole runs the other way round', () => {
  // A ring of ones about a zero, on a ground of zeros.
  const values = [0, 0, 0, 0, 0, 0, 1, 1, 1, 0, 0, 1, 0, 1, 0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 0];
  const [quarter, half] = [...traceLevels(values, 5, 5, [0.25, 0.5])];
  for (const rings of [quarter!, half!]) {
    expect(rings).toHaveLength(2);
    for (const ring of rings) expect([...ring.slice(0, 2)]).toEqual([...ring.slice(-2)]);
    expect(Math.sign(areaOf(rings[0]!))).toBe(-Math.sign(areaOf(rings[1]!)));
  }
  const [outer] = quarter!;
  const xs = [...outer!].filter((_, i) => i % 2 === 0);
  expect([Math.min(...xs), Math.max(...xs)]).toEqual([0.75, 4.25]);
});

it('counts NaN and what is beyond the grid as below every level', () => {
  const [rings] = [...traceLevels([1, Number.NaN, 1], 3, 1, [0.5])];
  expect(rings).toHaveLength(2);
});
