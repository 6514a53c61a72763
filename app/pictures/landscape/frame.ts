import type { DrawStyle, Palette } from '../../charts/colour/palette.ts';
import type { TextMark } from '../../charts/display-list.ts';
import type { Drawing } from '../../charts/frame.ts';
import type { Rect, View } from '../../charts/geometry.ts';
import { nameMark } from '../../charts/place-labels.ts';
import { textWidth } from '../../charts/text-width.ts';

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

/** Draws the longest of these words that fits at a map's lower left; nothing if none does or the first is empty. */
export function cornerWords(
  words: readonly string[],
  rect: Rect,
  { palette, scale }: DrawStyle,
): { readonly marks: readonly TextMark[]; readonly box: readonly Rect[] } {
  const size = 12 * scale;
  const fits = (text: string) => textWidth(text, size) + 16 * scale <= rect.width;
  const text = words[0] && words.find(fits);
  if (!text) return { marks: [], box: [] };
  const [width, x, y] = [textWidth(text, size), rect.x + 8 * scale, rect.y + rect.height - 12 * scale];
  const box = [{ x, y: y - size / 2, width, height: size }];
  return { marks: [mapText(text, x + width / 2, y, size, palette, scale)], box };
}
