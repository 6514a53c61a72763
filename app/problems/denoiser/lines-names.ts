import type { TextMark } from '../../charts/display-list.ts';
import { axisText, type Frame } from '../../charts/frame.ts';
import type { Rect } from '../../charts/geometry.ts';
import { covered, placeInTurn } from '../../charts/place-labels.ts';
import { textWidth } from '../../charts/text-width.ts';
import { boxOfEnd } from '../../pictures/curve-plot.ts';

/** Names within a plot beside those at the ends of both sides' lines. */

/** Words that want to stand above or below one of these places, the first of equals. */
interface Written {
  readonly text: string;
  readonly color: string;
  readonly at: readonly (readonly [number, number])[];
}

/** Places along a line, from its end. */
export function alongLine(lines: readonly (readonly number[])[]): [number, number][] {
  const line = lines.at(-1) ?? [];
  const count = line.length / 2;
  if (count === 0) return [];
  return [1, 0.8, 0.6, 0.4, 0.2].map((share) => {
    const i = Math.floor(share * (count - 1));
    return [line[2 * i]!, line[2 * i + 1]!];
  });
}

/** What a name pays for a point of a line under it, in square pixels. */
const CROSSED = 12;

/** Words above or below one of their places, where they cover least of lines and of what is taken; null where they cover other words. */
function writtenBeside(
  { text, color, at }: Written,
  { rect, right, bottom, palette, scale }: Frame,
  lines: readonly (readonly number[])[],
  taken: readonly Rect[],
): TextMark | null {
  const size = 11.5 * scale;
  const width = 1.03 * textWidth(text, size);
  const boxAt = (x: number, y: number): Rect => ({
    x: Math.max(rect.x + 2, Math.min(right - width, x)),
    y: Math.max(rect.y, Math.min(bottom - 1.1 * size, y)),
    width,
    height: 1.1 * size,
  });
  const places = at.flatMap(([x, y]) =>
    [x + 5 * scale, x - width / 2, x - width].flatMap((from) =>
      [y - 1.5 * size, y + 0.4 * size].map((top) => ({ box: boxAt(from, top) })),
    ),
  );
  const crossed = ({ x, y, height }: Rect) =>
    lines.reduce((sum, line) => {
      for (let i = 0; i < line.length; i += 2)
        if (line[i]! >= x && line[i]! <= x + width && line[i + 1]! >= y && line[i + 1]! <= y + height) sum++;
      return sum;
    }, 0);
  const cost = ({ box }: { box: Rect }) => {
    const words = covered(box, taken);
    return words > 0.1 * width * size ? Number.POSITIVE_INFINITY : 4 * words + CROSSED * crossed(box);
  };
  const [place] = placeInTurn([{ places, cost, enough: 0 }]);
  if (!place) return null;
  const middle = place.box.y + 0.55 * size;
  const name = axisText({ palette, scale }, text, place.box.x, middle, 'start');
  return { ...name, size, weight: 600, color, halo: { color: palette.paper, width: 2.5 * scale } };
}

/** Writes one after another where each covers least of lines and of what is taken; what would cover other words is left out. */
export function writeNames(
  frame: Frame,
  lines: readonly (readonly number[])[],
  taken: readonly Rect[],
  wanted: readonly Written[],
): TextMark[] {
  const boxes = [...taken];
  return wanted.flatMap((one) => {
    const name = writtenBeside(one, frame, lines, boxes);
    if (name) boxes.push(boxOfEnd(name));
    return name ? [name] : [];
  });
}
