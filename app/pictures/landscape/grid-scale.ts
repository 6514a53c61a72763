import {
  createExcessScale,
  type ExcessScale,
  type LossGrid,
  rasterise,
  type ScaleMode,
} from '../../charts/colour/loss-colour.ts';
import type { View } from '../../charts/geometry.ts';
import { createMemo } from '../../session/picture/picture.ts';

/** Both sides' losses at one grid's cell centres; row 0 has the lowest second weight. */
export interface GridPair {
  readonly view: View;
  readonly size: number;
  readonly left: Float64Array;
  readonly right: Float64Array;
}

/** Zeros of the excess; null for a side without a minimum, which uses the least value in view. */
export interface ExcessReferences {
  readonly left: number | null;
  readonly right: number | null;
}

export function least(values: ArrayLike<number>): number {
  let low = Number.POSITIVE_INFINITY;
  for (let i = 0; i < values.length; i++) if (values[i]! < low) low = values[i]!;
  return Number.isFinite(low) ? low : 0;
}

/**
 * Returns both sides of a grid, their colour scales, and pixels by a table of 256 colours. Caches the latest result for both maps, legend
 * and placeholders.
 */
export function scaleOfGrid(grid: GridPair, mode: ScaleMode, { left, right }: ExcessReferences): GridScale {
  return latest([grid, mode, left, right], () => {
    const side = (values: Float64Array): LossGrid => ({ columns: grid.size, rows: grid.size, values });
    const sides = { left: side(grid.left), right: side(grid.right) };
    const references = { left: left ?? least(grid.left), right: right ?? least(grid.right) };
    const scale = createExcessScale({ ...sides, references, mode });
    const made = { left: createMemo<Pixels>(), right: createMemo<Pixels>() };
    return {
      sides,
      scale,
      pixels: (side, table) => made[side]([table], () => rasterise(sides[side], scale[side], table)),
    };
  });
}

type Pixels = Uint8ClampedArray<ArrayBuffer>;

interface GridScale {
  readonly sides: { readonly left: LossGrid; readonly right: LossGrid };
  readonly scale: ExcessScale;
  pixels(side: 'left' | 'right', table: Uint8ClampedArray): Pixels;
}

const latest = createMemo<GridScale>();
