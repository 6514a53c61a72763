import type { Landscape, Scaling } from '../contract.ts';

/** A window of the plane in original units. */
export interface GridView {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Coordinate of the centre of cell `index` of `count` between two ends. */
export function cellCentre(from: number, to: number, count: number, index: number): number {
  return from + ((to - from) * (index + 0.5)) / count;
}

/**
 * Writes rows [fromRow, toRow) of the losses at the centres of a `size` x `size` grid over the view, row-major, row 0
 * at the lowest second weight. The landscape must have dimension 2; the view is in original units.
 */
export function sampleGrid(
  destination: Float64Array,
  landscape: Landscape,
  scaling: Scaling,
  view: GridView,
  size: number,
  fromRow: number,
  toRow: number,
): void {
  if (landscape.dimension !== 2)
    throw new RangeError(`expected a landscape over the plane; got d = ${landscape.dimension}`);
  const original = new Float64Array(2);
  const scaled = new Float64Array(2);
  for (let row = fromRow; row < toRow; row++) {
    original[1] = cellCentre(view.y0, view.y1, size, row);
    for (let column = 0; column < size; column++) {
      original[0] = cellCentre(view.x0, view.x1, size, column);
      scaling.toScaled(scaled, original);
      destination[row * size + column] = landscape.loss(scaled);
    }
  }
}
