import type { PairInstance } from '../contract.ts';
import { sampleGrid, sampleGridPair } from './grid.ts';
import type { Slicer } from './slice-plane.ts';
import type { GridView } from './window.ts';

/** Writes rows of both sides' grids. */
export interface SidesSampler {
  /** Approximate samples evaluated per row. */
  readonly rowCost: number;
  /** As in `Slicer`; in the plane, original units. */
  writeRows: Slicer['writeRows'];
}

/**
 * Chooses the cheapest exact sampler at `size` x `size` cells: by sectors in the plane, by a slice for more than two weights, else point by
 * point. Null for more than two weights without a slicer.
 */
export function createSidesSampler(
  instance: PairInstance,
  slicer: Slicer | null,
  size: number,
): SidesSampler | null {
  const { left, right, scaling, samples, dimension } = instance;
  const n = samples.labels.length || 1;
  if (dimension !== 2)
    return slicer && { rowCost: n === 1 ? size * dimension : n + size, writeRows: slicer.writeRows };
  const [ofLeft, ofRight] = [left.planar(), right.planar()];
  if (ofLeft && ofRight)
    return {
      rowCost: 10 * size,
      writeRows: (f, g, view: GridView, cells, from, to) =>
        sampleGridPair(f, g, ofLeft, ofRight, scaling, view, cells, from, to),
    };
  return {
    rowCost: n * size,
    writeRows(f, g, view, cells, from, to) {
      sampleGrid(f, left, scaling, view, cells, from, to);
      sampleGrid(g, right, scaling, view, cells, from, to);
    },
  };
}
