import type { DrawStyle } from '../../charts/colour/palette.ts';
import { type Mark, symbolsMark } from '../../charts/display-list.ts';
import { containsPixel, type Plane } from '../../charts/geometry.ts';
import { placeLabels } from '../../charts/place-labels.ts';
import { mapText } from '../../pictures/landscape/frame.ts';

/** Width of the mark at scale 1. */
const SIZE = 8;

/** Draws a named, fixed mark at a path's start; empty if out of view. */
export function startMark(
  plane: Plane,
  at: readonly [number, number],
  label: string,
  paths: readonly ArrayLike<number>[],
  { palette, scale }: DrawStyle,
): Mark[] {
  const [x, y] = plane.toPixel(at[0], at[1]);
  if (!containsPixel(plane.rect, x, y)) return [];
  const size = SIZE * scale;
  const request = { text: label, x, y, size: 13 * scale, gap: size / 2 + 5 * scale };
  return [
    symbolsMark('diamond', [x, y], size, {
      fill: palette.mapLeft,
      strokes: [{ color: palette.mapPaper, width: 3 * scale }],
    }),
    ...placeLabels([request], plane.rect, [], paths).map((placed) =>
      mapText(placed.text, placed.x, placed.y, placed.size, palette, scale),
    ),
  ];
}
