import type { Landscape, PairInstance } from '../contract.ts';
import { evaluatePlanar } from './on-sectors.ts';
import { planarScaling } from './planar-loss.ts';
import { cellCentre, type GridView } from './window.ts';

/**
 * Writes rows [fromRow, toRow) of the relaxation's excess pull towards the plant, Delta(w) = <w - w*, grad right(w) - grad left(w)>, at the
 * cell centres of a `size` x `size` grid over the view (original units). Never negative for the plant's own labels with b = 1 (proved:
 * docs/mathematics.md, section 3.4); noise can break this. Throws RangeError without a plant or outside the plane.
 */
export function samplePull(
  destination: Float64Array,
  instance: PairInstance,
  view: GridView,
  size: number,
  fromRow: number,
  toRow: number,
): void {
  const { left, right, scaling, plant, dimension } = instance;
  if (dimension !== 2 || !plant) throw new RangeError(`expected a plane with a plant; got d = ${dimension}`);
  // The product is the same in whitened units.
  const planar = left.planar();
  const units = planar ? planarScaling(planar, scaling) : scaling;
  const home = new Float64Array(2);
  units.toScaled(home, plant);
  const original = new Float64Array(2);
  const w = new Float64Array(2);
  const ofLeft = new Float64Array(2);
  const ofRight = new Float64Array(2);
  const writeSlope = (gradient: Float64Array, landscape: Landscape): void => {
    const sectors = landscape.planar();
    if (sectors) evaluatePlanar(sectors, gradient, w[0]!, w[1]!);
    else landscape.evaluate(gradient, w);
  };
  for (let row = fromRow; row < toRow; row++) {
    original[1] = cellCentre(view.y0, view.y1, size, row);
    for (let column = 0; column < size; column++) {
      original[0] = cellCentre(view.x0, view.x1, size, column);
      units.toScaled(w, original);
      writeSlope(ofLeft, left);
      writeSlope(ofRight, right);
      destination[row * size + column] =
        (w[0]! - home[0]!) * (ofRight[0]! - ofLeft[0]!) + (w[1]! - home[1]!) * (ofRight[1]! - ofLeft[1]!);
    }
  }
}
