import type { TextMark } from '../charts/display-list.ts';
import { type Drawing, mapRect } from '../charts/frame.ts';
import type { Rect, View } from '../charts/geometry.ts';
import type { Palette } from '../charts/palette.ts';
import { nameMark } from '../charts/place-labels.ts';

/** Width of the strip with the graduation, left and below. */
export const STRIP = 20;

/** What both layers of a landscape are drawn into. */
export interface LandscapeFrame extends Drawing {
  readonly view: View;
}

/** The map inside the strip, in CSS pixels of a panel of this size: a square in its middle, so that both axes have one scale. */
export function landscapeRect(width: number, height: number, scale: number): Rect {
  const room = mapRect(width, height, scale, STRIP);
  const side = Math.max(0, Math.min(room.width, room.height));
  const x = room.x + (room.width - side) / 2;
  return { x, y: room.y + (room.height - side) / 2, width: side, height: side };
}

/** Words on a map: ink in a casing of paper, like the paths. */
export function mapText(
  text: string,
  x: number,
  y: number,
  size: number,
  palette: Palette,
  scale: number,
): TextMark {
  return nameMark({ text, x, y, size }, palette.mapInk, { color: palette.mapPaper, width: 2 * scale });
}
