import type { View } from '../charts/geometry.ts';
import { createExcessScale, type LossGrid, type ScaleMode } from '../charts/loss-colour.ts';

/** Losses of both sides at the cell centres of one grid; row 0 at the lowest second weight. */
export interface GridPair {
  readonly view: View;
  readonly size: number;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** Losses that the excess is over; null where a side has no minimum: then the least value in view stands in. */
export interface ExcessReferences {
  readonly left: number | null;
  readonly right: number | null;
}

export function least(values: ArrayLike<number>): number {
  let low = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i]! < low) low = values[i]!;
  return Number.isFinite(low) ? low : 0;
}

/** Both sides of a grid, and the colours' scale of each. */
export function scaleOfGrid(grid: GridPair, mode: ScaleMode, references: ExcessReferences) {
  const side = (values: Float64Array): LossGrid => ({ columns: grid.size, rows: grid.size, values });
  const sides = { left: side(grid.left), right: side(grid.right) };
  const scale = createExcessScale({
    ...sides,
    references: { left: references.left ?? least(grid.left), right: references.right ?? least(grid.right) },
    mode,
  });
  return { sides, scale };
}
