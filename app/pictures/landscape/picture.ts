import {
  createExcessScale,
  type ExcessScale,
  excessPosition,
  type LossGrid,
  rasterise,
  type ScaleMode,
  type SideScale,
} from '../../charts/colour/loss-colour.ts';
import type { DisplayList } from '../../charts/display-list.ts';
import type { View } from '../../charts/geometry.ts';
import { gathered } from '../../charts/paint/in-parts.ts';
import { createMemo } from '../../session/picture/picture.ts';
import { type ExcessReferences, type GridPair, least, scaleOfGrid } from './grid-scale.ts';
import { type IsoLine, isoLinesOf } from './iso-lines.ts';

/** A side's grid as colours and iso-lines (data coordinates), which are traced when they are first asked for: `shown` until they are. */
export interface SidePicture {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  lines(shown?: () => DisplayList): readonly IsoLine[];
}

export interface LandscapePicture {
  readonly scale: ExcessScale;
  readonly left: SidePicture;
  readonly right: SidePicture;
}

/** Below this shade the ramp is dark: what is written on it must be light. */
const DARK = 0.45;

/** Whether the left map is dark in the middle of a convex polygon (flat, data coordinates). */
export function isDarkWithin(polygon: readonly number[], grid: GridPair, scale: ExcessScale): boolean {
  const corners = polygon.length / 2;
  let x = 0;
  let y = 0;
  for (let i = 0; i < corners; i++) {
    x += polygon[2 * i]! / corners;
    y += polygon[2 * i + 1]! / corners;
  }
  const { view, size } = grid;
  const cell = (share: number) => Math.max(0, Math.min(size - 1, Math.floor(share * size)));
  const column = cell((x - view.x0) / (view.x1 - view.x0));
  const row = cell((y - view.y0) / (view.y1 - view.y0));
  return corners > 0 && excessPosition(scale.left, grid.left[row * size + column]!) < DARK;
}

/** One grid alone. */
export interface SingleGrid {
  readonly view: View;
  readonly size: number;
  readonly values: Float64Array;
}

/** It alone with the scale of its colours. */
export interface SinglePicture extends SidePicture {
  readonly scale: SideScale;
}

/** The scale of one grid by itself; without a reference the excess is over its least value. */
export function singleScale(field: LossGrid, reference: number | null): SideScale {
  const over = reference ?? least(field.values);
  const references = { left: over, right: over };
  return createExcessScale({ left: field, right: field, references, mode: 'own' }).left;
}

const latestSingle = createMemo<SinglePicture>();

/**
 * Colours one grid by its own scale; without a reference the excess is over its least value. `shown` are the
 * values that the scale is of, where others are not shown (NaN there).
 */
export function singlePicture(
  grid: SingleGrid,
  reference: number | null,
  table: Uint8ClampedArray,
  shown = grid.values,
): SinglePicture {
  return latestSingle([grid, reference, table], () => {
    const { view, size, values } = grid;
    const field: LossGrid = { columns: size, rows: size, values };
    const scale = singleScale({ ...field, values: shown }, reference);
    return {
      rgba: rasterise(field, scale, table),
      lines: gathered(() => isoLinesOf(field, view, scale)),
      scale,
    };
  });
}

/** The most recent picture is kept: both panels and the legend ask for the same one. */
const latest = createMemo<LandscapePicture>();

/** Both sides of a grid in colours and lines; asked again for the same things it gives the same object. */
export function landscapePicture(
  grid: GridPair,
  mode: ScaleMode,
  references: ExcessReferences,
  table: Uint8ClampedArray,
): LandscapePicture {
  return latest([grid, mode, references.left, references.right, table], () => {
    const { sides, scale, pixels } = scaleOfGrid(grid, mode, references);
    // Each when it is first drawn: both in one task would be long.
    const side = (name: 'left' | 'right'): SidePicture => ({
      get rgba() {
        return pixels(name, table);
      },
      lines: gathered(() => isoLinesOf(sides[name], grid.view, scale[name])),
    });
    return { scale, left: side('left'), right: side('right') };
  });
}
