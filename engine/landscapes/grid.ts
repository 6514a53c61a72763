import type { Landscape } from '../contract.ts';
import type { Scaling } from '../kernels/whitening.ts';
import { type PlanarLoss, planarScaling } from './planar-loss.ts';
import { cellCentre, type GridView } from './window.ts';

/**
 * Writes rows [fromRow, toRow) of the losses at the cell centres of a `size` x `size` grid over the view (original units), row-major, row 0
 * at the lowest second weight. Throws RangeError unless d = 2.
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

/** Writes the same rows for two losses, with one sector lookup per cell. Throws RangeError if their arrangements differ. */
export function sampleGridPair(
  left: Float64Array,
  right: Float64Array,
  planarLeft: PlanarLoss,
  planarRight: PlanarLoss,
  scaling: Scaling,
  view: GridView,
  size: number,
  fromRow: number,
  toRow: number,
): void {
  const { arrangement } = planarLeft;
  const units = planarScaling(planarLeft, scaling);
  if (planarRight.arrangement !== arrangement)
    throw new RangeError('expected both sides over one arrangement; got two');
  const xs = new Float64Array(size);
  const ys = new Float64Array(size);
  const sectors = new Int32Array(size);
  for (let row = fromRow; row < toRow; row++) {
    for (let column = 0; column < size; column++) xs[column] = cellCentre(view.x0, view.x1, size, column);
    ys.fill(cellCentre(view.y0, view.y1, size, row));
    if (!units.identity) toScaledAll(xs, ys, units);
    arrangement.locateAll(sectors, xs, ys);
    planarLeft.lossesIn(left, row * size, sectors, xs, ys);
    planarRight.lossesIn(right, row * size, sectors, xs, ys);
  }
}

function toScaledAll(xs: Float64Array, ys: Float64Array, scaling: Scaling): void {
  const original = new Float64Array(2);
  const scaled = new Float64Array(2);
  for (let k = 0; k < xs.length; k++) {
    original[0] = xs[k]!;
    original[1] = ys[k]!;
    scaling.toScaled(scaled, original);
    xs[k] = scaled[0]!;
    ys[k] = scaled[1]!;
  }
}
