import type { PairInstance } from '../contract.ts';
import { pointAt, type SlicePlane, type Slicer } from './slice-plane.ts';
import { cellCentre } from './window.ts';

/** Slices point by point, for landscapes that are cheap to evaluate. */
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
