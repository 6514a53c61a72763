import type { PairInstance } from '../contract.ts';
import { createPlaneSearch, planeRequest } from '../landscapes/plane-search.ts';
import { createSidesSampler } from '../landscapes/sample-sides.ts';
import type { SlicePlane } from '../landscapes/slice-plane.ts';
import type { GridView } from '../landscapes/window.ts';
import type { Values } from '../params.ts';
import { runValues } from '../run/run-values.ts';

/** Both losses at the centres of `size` x `size` cells, row-major, the first row at the lowest second coordinate. */
export interface LossGrid {
  readonly size: number;
  readonly view: GridView;
  /** Plane of which `view` is a window; null for the plane of the two weights. */
  readonly plane: SlicePlane | null;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** Finds the displayed plane of a scenario with more than two weights; null for two. A long search. */
export function findPlane(instance: PairInstance, values: Values): SlicePlane | null {
  if (instance.dimension === 2) return null;
  const search = createPlaneSearch(instance, runValues(values), planeRequest(instance, values));
  while (search.step());
  return search.plane();
}

/** Samples the rows of a grid in order over a plane and yields each written row's number. */
export function createLossGrid(
  instance: PairInstance,
  plane: SlicePlane | null,
  view: GridView,
  size: number,
): LossGrid & { rows(): Generator<number> } {
  const slicer = plane && instance.createSlicer(plane);
  const [left, right] = [new Float64Array(size * size), new Float64Array(size * size)];
  const sampler = createSidesSampler(instance, slicer, size)!;
  return {
    size,
    view,
    plane,
    left,
    right,
    *rows() {
      for (let row = 0; row < size; row++) {
        sampler.writeRows(left, right, view, size, row, row + 1);
        yield row;
      }
    },
  };
}

/**
 * Samples both losses over the two weights or, if there are more, over the scenario's plane. The view is in original units, or in plane
 * coordinates. Throws RangeError if d < 2.
 */
export function sampleLosses(instance: PairInstance, values: Values, view: GridView, size: number): LossGrid {
  const grid = createLossGrid(instance, findPlane(instance, values), view, size);
  for (const _ of grid.rows());
  return grid;
}
