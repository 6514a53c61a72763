import { excessPosition, type LossGrid, type SideScale } from '../../charts/colour/loss-colour.ts';

/** Block height. The window's two weights run from -1 to 1 (x to the right, y away), the colour scale from 0 to HEIGHT. */
export const HEIGHT = 0.64;

/** Most vertices per side that are visible at the panel's size. */
export const FINEST = 128;

/** A surface over the window: `size` x `size` positions on the colour scale (0 to 1), the first row at the lowest y. */
export interface HeightField {
  readonly size: number;
  readonly positions: Float32Array;
}

/** Interpolates bilinearly between four cells; `column` and `row` are clamped. */
function between(
  values: ArrayLike<number>,
  columns: number,
  rows: number,
  column: number,
  row: number,
): number {
  const c = Math.max(0, Math.min(columns - 1, column));
  const r = Math.max(0, Math.min(rows - 1, row));
  const c0 = Math.min(columns - 2, Math.floor(c));
  const r0 = Math.min(rows - 2, Math.floor(r));
  const u = c - c0;
  const v = r - r0;
  const at = r0 * columns + c0;
  return (
    (1 - v) * ((1 - u) * values[at]! + u * values[at + 1]!) +
    v * ((1 - u) * values[at + columns]! + u * values[at + columns + 1]!)
  );
}

/**
 * Converts losses at cell centres to heights on the maps' colour scale, at vertices that reach the window's edges, at most FINEST a side.
 * Non-finite losses are at the top. Throws for grids below 2 x 2 cells.
 */
export function createHeightField(grid: LossGrid, scale: SideScale): HeightField {
  const { columns, rows, values } = grid;
  if (columns < 2 || rows < 2)
    throw new Error(`expected a grid of at least 2 x 2 cells; got ${columns} x ${rows}`);
  const cells = Float32Array.from(values, (value) => excessPosition(scale, value));
  const size = Math.min(FINEST, columns);
  const positions = new Float32Array(size * size);
  for (let j = 0; j < size; j++) {
    for (let i = 0; i < size; i++) {
      const column = (i / (size - 1)) * columns - 0.5;
      const row = (j / (size - 1)) * rows - 0.5;
      positions[j * size + i] = between(cells, columns, rows, column, row);
    }
  }
  return { size, positions };
}

/** Returns the surface's height at a block point, clamped to the block. */
export function heightAt({ size, positions }: HeightField, x: number, y: number): number {
  const cell = (size - 1) / 2;
  return HEIGHT * between(positions, size, size, (x + 1) * cell, (y + 1) * cell);
}
