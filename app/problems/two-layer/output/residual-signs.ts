import type { DrawStyle, Palette } from '../../../charts/colour/palette.ts';
import { type PathMark, pathMark, penStroke } from '../../../charts/display-list.ts';
import type { Plane, Rect, View } from '../../../charts/geometry.ts';

/** Residuals over two features' window. */
export interface ResidualMap {
  readonly view: View;
  readonly columns: number;
  readonly rows: number;
  /** Network minus teacher at cell centres, row by row, the first at the LOWEST y. */
  readonly values: ArrayLike<number>;
}

/** Pixels between signs, and of half a stroke, at scale 1. */
const APART = 26;
const ARM = 3.2;

/** Least share of full colour with a sign: smaller residuals are hardly visible. */
const LEAST = 0.1;

/** Returns a plus or minus sign's strokes. */
function strokesOf(x: number, y: number, arm: number, isHigh: boolean): number[][] {
  const across = [x - arm, y, x + arm, y];
  return isHigh ? [across, [x, y - arm, x, y + arm]] : [across];
}

function signMark(lines: readonly number[][], palette: Palette, scale: number): PathMark {
  return pathMark(lines, [
    penStroke(palette.mapPaper, 3 * scale, { opacity: 0.75 }),
    penStroke(palette.mapInk, 1.2 * scale),
  ]);
}

/**
 * Draws minus signs where a network is too low, plus where too high, because in grey the ramp's ends look alike. NaN counts as too high, as
 * in the colours.
 */
export function residualSigns(
  { view, columns, rows, values }: ResidualMap,
  extent: number,
  plane: Plane,
  { palette, scale }: DrawStyle,
): PathMark {
  const { rect } = plane;
  const lines: number[][] = [];
  const apart = APART * scale;
  const cell = (at: number, from: number, to: number, count: number) =>
    Math.floor(((at - from) / (to - from)) * count);
  for (let y = rect.y + apart / 2; y < rect.y + rect.height - ARM; y += apart)
    for (let x = rect.x + apart / 2; x < rect.x + rect.width - ARM; x += apart) {
      const [a, b] = plane.toData(x, y);
      const column = cell(a, view.x0, view.x1, columns);
      const row = cell(b, view.y0, view.y1, rows);
      if (column < 0 || row < 0 || column >= columns || row >= rows) continue;
      const value = values[row * columns + column]!;
      if (Math.abs(value) < LEAST * extent) continue;
      lines.push(...strokesOf(x, y, ARM * scale, !(value < 0)));
    }
  return signMark(lines, palette, scale);
}

export function barSigns({ x, y, width, height }: Rect, palette: Palette, scale: number): PathMark {
  const middle = y + height / 2;
  const lines = [0.2, 0.8].flatMap((share) => strokesOf(x + share * width, middle, ARM * scale, share > 0.5));
  return signMark(lines, palette, scale);
}
