import type { PairInstance } from '../contract.ts';
import { cellCentre, type GridView } from './grid.ts';
import { pointAt, type SlicePlane } from './slice-plane.ts';

/** Both sides' losses over one plane through the weights. */
export interface Slicer {
  readonly plane: SlicePlane;
  /**
   * Writes rows [fromRow, toRow) of both losses at the centres of a `size` x `size` grid over the view, row-major, row 0
   * at the lowest t. The view is in the plane's coordinates (x is s, y is t). A row is the same bits whatever rows are
   * written with it. Throws RangeError where the view has no width.
   */
  writeRows(
    left: Float64Array,
    right: Float64Array,
    view: GridView,
    size: number,
    fromRow: number,
    toRow: number,
  ): void;
}

/** Slices point by point, for landscapes whose points are cheap. */
export function createPointSlicer(
  { left: f, right: g, scaling, dimension }: Pick<PairInstance, 'left' | 'right' | 'scaling' | 'dimension'>,
  plane: SlicePlane,
): Slicer {
  const original = new Float64Array(dimension);
  const w = new Float64Array(dimension);
  return {
    plane,
    writeRows(left, right, { x0, x1, y0, y1 }, size, fromRow, toRow) {
      if (!(x1 > x0)) throw new RangeError(`expected a view with x0 < x1; got ${x0} to ${x1}`);
      for (let row = fromRow; row < toRow; row++)
        for (let column = 0; column < size; column++) {
          pointAt(original, plane, cellCentre(x0, x1, size, column), cellCentre(y0, y1, size, row));
          scaling.toScaled(w, original);
          left[row * size + column] = f.loss(w);
          right[row * size + column] = g.loss(w);
        }
    },
  };
}
