import { contours } from 'd3-contour';

/**
 * Traces the borders of each superlevel set (d3-contour): closed rings by level, flat [x, y, ...] in cells, the first point repeated; holes
 * run the other way. Values are at cell centres; NaN and everything beyond the grid is below.
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
