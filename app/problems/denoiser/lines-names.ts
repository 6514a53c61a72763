import type { TextMark } from '../../charts/display-list.ts';
import { axisText, type Frame } from '../../charts/frame.ts';
import { growRect, type Rect } from '../../charts/geometry.ts';
import { covered, placeInTurn } from '../../charts/place-labels.ts';
import { textWidth } from '../../charts/text-width.ts';
import { type Columns, columnsOf } from '../../pictures/curve/curve-names.ts';
import { boxOfEnd } from '../../pictures/curve/curve-plot.ts';

/** A name to place above or below one of `at`; the first wins ties. */
interface Written {
  readonly text: string;
  readonly color: string;
  readonly at: readonly (readonly [number, number])[];
  /** Allows any place, nearest first; drops the name if all cover a line. */
  readonly keepsClear?: boolean;
}

/** Returns places along the last line, starting from its end. */
export function alongLine(lines: readonly (readonly number[])[]): [number, number][] {
  const line = lines.at(-1) ?? [];
  const count = line.length / 2;
  if (count === 0) return [];
  return [1, 0.8, 0.6, 0.4, 0.2].map((share) => {
    const i = Math.floor(share * (count - 1));
    return [line[2 * i]!, line[2 * i + 1]!];
  });
}

/** Cost of a line pixel under a name (a covered square pixel costs 4). */
const CROSSED = 12;

/** Spacing of places tried for a name, as a share of its size. */
const GRAIN = 0.7;

function* everywhere({ rect, right, bottom }: Frame, [x, y]: readonly [number, number], grain: number) {
  const places: (readonly [number, number])[] = [];
  for (let top = rect.y; top <= bottom; top += grain)
    for (let from = rect.x; from <= right; from += grain) places.push([from, top]);
  yield* places.sort(([a, b], [c, d]) => Math.hypot(a - x, b - y) - Math.hypot(c - x, d - y));
}

/** Covers as little as possible of lines and boxes; null if boxes would cover a fifth of a letter. */
function writtenBeside(
  { text, color, at, keepsClear = false }: Written,
  frame: Frame,
  lines: readonly Columns[],
  taken: readonly Rect[],
): TextMark | null {
  const { rect, right, bottom, palette, scale } = frame;
  const size = 11.5 * scale;
  const width = 1.03 * textWidth(text, size);
  const boxAt = (x: number, y: number): Rect => ({
    x: Math.max(rect.x + 2, Math.min(right - width, x)),
    y: Math.max(rect.y, Math.min(bottom - 1.1 * size, y)),
    width,
    height: 1.1 * size,
  });
  function* places(): Generator<{ readonly box: Rect }> {
    for (const [x, y] of at)
      for (const from of [x + 5 * scale, x - width / 2, x - width])
        for (const top of [y - 1.5 * size, y + 0.4 * size]) yield { box: boxAt(from, top) };
    if (keepsClear && at[0])
      for (const [x, y] of everywhere(frame, at[0], GRAIN * size)) yield { box: boxAt(x - width / 2, y) };
  }
  const cost = ({ box }: { readonly box: Rect }) => {
    const words = covered(box, taken);
    const room = keepsClear ? growRect(box, scale) : box;
    const crossed = lines.reduce((sum, line) => sum + line.crossed(room), 0);
    const cannot = words > 0.2 * size * size || (keepsClear && crossed > 0);
    return cannot ? Number.POSITIVE_INFINITY : 4 * words + CROSSED * crossed;
  };
  const [place] = placeInTurn([{ places: places(), cost, enough: 0 }]);
  if (!place) return null;
  const middle = place.box.y + 0.55 * size;
  const name = axisText({ palette, scale }, text, place.box.x, middle, 'start');
  return { ...name, size, weight: 600, color, halo: { color: palette.paper, width: 2.5 * scale } };
}

/** Places names in order; drops one that would cover others. */
export function writeNames(
  frame: Frame,
  lines: readonly (readonly number[])[],
  taken: readonly Rect[],
  wanted: readonly Written[],
): TextMark[] {
  const boxes = [...taken];
  const columns = lines.map((line) => columnsOf({ lines: [line] }, frame.rect));
  return wanted.flatMap((one) => {
    const name = writtenBeside(one, frame, columns, boxes);
    if (name) boxes.push(boxOfEnd(name));
    return name ? [name] : [];
  });
}
