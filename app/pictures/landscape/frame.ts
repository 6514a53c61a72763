import type { Palette } from '../../charts/colour/palette.ts';
import type { TextMark } from '../../charts/display-list.ts';
import type { Drawing } from '../../charts/frame.ts';
import type { View } from '../../charts/geometry.ts';
import { nameMark } from '../../charts/place-labels.ts';

export interface LandscapeFrame extends Drawing {
  readonly view: View;
}

/** Draws words on a map in ink with a paper halo. */
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
