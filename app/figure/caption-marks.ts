import type { DrawStyle } from '../charts/colour/palette.ts';
import type { Mark } from '../charts/display-list.ts';
import { LEADING, type TextStyle, textBlock, wrapText } from '../charts/text-lines.ts';

/** Width share of paragraphs: the widest substitute font (DejaVu Sans) is that much wider. */
export const SLACK = 0.86;

/** Font size in px at scale 1. */
const CAPTION = 12;

/** Wraps a caption's paragraphs; the first is bold. */
export function captionMarks(
  paragraphs: readonly string[],
  width: number,
  { palette, scale }: DrawStyle,
): { readonly marks: Mark[]; readonly height: number } {
  const size = CAPTION * scale;
  const marks: Mark[] = [];
  let y = 8 * scale;
  paragraphs.forEach((words, i) => {
    const style: TextStyle = { font: 'sans', size, weight: i === 0 ? 600 : 400, color: palette.ink };
    const lines = wrapText(words, SLACK * width, style);
    marks.push(...textBlock(lines, 0, y, style));
    y += lines.length * LEADING * size + 0.25 * size;
  });
  return { marks, height: y + 2 * scale };
}
