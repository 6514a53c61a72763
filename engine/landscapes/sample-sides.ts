import type { PairInstance } from '../contract.ts';
import { sampleGrid, sampleGridPair } from './grid.ts';
import type { Slicer } from './slice-plane.ts';
import type { GridView } from './window.ts';

/** Writes rows of both sides' grids, and how much one row costs. */
export interface SidesSampler {
  /** About the number of samples that a row looks at. */
  readonly rowCost: number;
  /** As `Slicer` has it; in the plane the view is of the two weights, in original units. */
  writeRows: Slicer['writeRows'];
}

/**
 * The cheapest exact way to sample both losses at `size` x `size` cells: over the sectors of the plane, over a slice where
 * there are more than two weights, else point by point. Null where there are more than two and no slicer yet.
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
