import { contours } from 'd3-contour';

/**
 * Traces the borders of what is at or above each level (d3-contour): by level closed rings, flat [x, y, ...] in cells, the first point
 * repeated; holes run the other way round. A value is at the middle of its cell; NaN and everything beyond the grid is below.
 */
export function* traceLevels(
  values: ArrayLike<number>,
  columns: number,
  rows: number,
  levels: readonly number[],
): Generator<Float64Array[], void> {
  const grid = Array.from(values);
  const tracer = contours().size([columns, rows]);
  for (const level of levels)
    yield tracer
      .contour(grid, level)
      .coordinates.flat()
      .map((ring) => Float64Array.from(ring.flat()));
}
