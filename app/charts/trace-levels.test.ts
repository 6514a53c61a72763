import { contours } from 'd3-contour';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { runsAll } from '../../scripts/tier.mjs';
import { traceLevels } from './trace-levels.ts';

/** Returns twice the signed area of a flat ring. */
function areaOf(ring: ArrayLike<number>): number {
  let area = 0;
  for (let i = 0; i + 3 < ring.length; i += 2) area += ring[i]! * ring[i + 3]! - ring[i + 2]! * ring[i + 1]!;
  return area;
}

/** Returns rings as sorted texts; like d3-contour, without empty ones. */
const told = (rings: readonly ArrayLike<number>[]): string[] =>
  rings
    .filter((ring) => Math.abs(areaOf(ring)) > 1e-9)
    .map(String)
    .sort();

function expected(values: readonly number[], columns: number, rows: number, level: number): string[] {
  const { coordinates } = contours()
    .size([columns, rows])
    .contour([...values], level);
  return told(coordinates.flat().map((ring) => ring.flat()));
}

/** Values with many ties, plateaus, saddles, holes and non-finite numbers. */
const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: -2, max: 2, noNaN: true }) },
  { weight: 4, arbitrary: fc.constantFrom(-1, 0, 1) },
  { weight: 1, arbitrary: fc.constantFrom(Number.NaN, Infinity, -Infinity) },
);
const field = fc
  .record({ columns: fc.integer({ min: 1, max: 12 }), rows: fc.integer({ min: 1, max: 12 }) })
  .chain(({ columns, rows }) =>
    fc.record({
      columns: fc.constant(columns),
      rows: fc.constant(rows),
      values: fc.array(value, { minLength: columns * rows, maxLength: columns * rows }),
    }),
  );
const levels = fc
  .uniqueArray(value.filter(Number.isFinite), { maxLength: 5 })
  .map((list) => list.sort((a, b) => a - b));

it('traces the rings of d3-contour to the bit, each from the same point on', () => {
  fc.assert(
    fc.property(field, levels, ({ values, columns, rows }, levels) => {
      const traced = [...traceLevels(values, columns, rows, levels)];
      expect(traced.map(told)).toEqual(levels.map((level) => expected(values, columns, rows, level)));
    }),
    { numRuns: runsAll ? 3000 : 800 },
  );
});
