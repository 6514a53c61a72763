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

/** A side's grid as colours and iso-lines (data coordinates), traced at first use; `shown` until then. */
export interface SidePicture {
  readonly rgba: Uint8ClampedArray<ArrayBuffer>;
  lines(shown?: () => DisplayList): readonly IsoLine[];
}

export interface LandscapePicture {
  readonly scale: ExcessScale;
  readonly left: SidePicture;
  readonly right: SidePicture;
}

/** Shade below which text on the ramp must be light. */
const DARK = 0.45;

/** True if the left map is dark in a convex polygon's middle (flat, data coordinates). */
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

export interface SingleGrid {
  readonly view: View;
  readonly size: number;
  readonly values: Float64Array;
}

export interface SinglePicture extends SidePicture {
  readonly scale: SideScale;
}

/** Returns one grid's colour scale; without a reference the excess is from its least value. */
export function singleScale(field: LossGrid, reference: number | null): SideScale {
  const over = reference ?? least(field.values);
  const references = { left: over, right: over };
  return createExcessScale({ left: field, right: field, references, mode: 'own' }).left;
}

const latestSingle = createMemo<SinglePicture>();

/** Colours one grid by its own scale, as `singleScale`. `shown`: the values that determine the scale, NaN where hidden. */
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

/** The latest picture, for both panels and the legend. */
const latest = createMemo<LandscapePicture>();

/** Returns both sides as colours and lines; the same object for the same arguments. */
export function landscapePicture(
  grid: GridPair,
  mode: ScaleMode,
  references: ExcessReferences,
  table: Uint8ClampedArray,
): LandscapePicture {
  return latest([grid, mode, references.left, references.right, table], () => {
    const { sides, scale, pixels } = scaleOfGrid(grid, mode, references);
    // Each side at first drawing, to keep tasks short.
    const side = (name: 'left' | 'right'): SidePicture => ({
      get rgba() {
        return pixels(name, table);
      },
      lines: gathered(() => isoLinesOf(sides[name], grid.view, scale[name])),
    });
    return { scale, left: side('left'), right: side('right') };
  });
}
