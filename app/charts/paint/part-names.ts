import type { DisplayList, Mark, TextMark } from '../display-list.ts';
import { containsPixel, overlapArea, type Rect, squareAt } from '../geometry.ts';
import { covered, placeInTurn } from '../place-labels.ts';
import { drawnWidth } from './drawn-width.ts';

/** Tried moves of a name in line heights, and sideways in widths. */
const UP_AND_DOWN = [0, 0.5, -0.5, 1, -1, 1.5, -1.5, 2, -2, 2.5, -2.5, 3, -3, 4, -4];
const SIDEWAYS = [0, 0.25, -0.25, 0.5, -0.5, 0.75, -0.75];

/** Costs per pixel over another name and over a symbol, relative to a pixel of movement. */
const OVER_NAME = 1000;
const OVER_SYMBOL = 0.4;

/** Returns a map's texts, including those inside clips: clips move nothing. */
function textsOf(list: DisplayList): TextMark[] {
  return list.flatMap((mark) =>
    mark.kind === 'clip' ? textsOf(mark.marks) : mark.kind === 'text' && mark.halo ? [mark] : [],
  );
}

function symbolsOf(list: DisplayList): Rect[] {
  return list.flatMap((mark): Rect[] => {
    if (mark.kind === 'clip') return symbolsOf(mark.marks);
    if (mark.kind === 'circle') return [squareAt(mark.x, mark.y, 2 * mark.r)];
    if (mark.kind !== 'symbols' || mark.points.length > 20) return [];
    const { points, size } = mark;
    return Array.from({ length: points.length >> 1 }, (_, i) =>
      squareAt(points[2 * i]!, points[2 * i + 1]!, size),
    );
  });
}

export function textBox(mark: TextMark): Rect {
  const width = drawnWidth(mark);
  const { x, y, size, anchor, baseline } = mark;
  const left = anchor === 'middle' ? x - width / 2 : anchor === 'end' ? x - width : x;
  return { x: left, y: y - (baseline === 'middle' ? 0.55 : 0.9) * size, width, height: 1.1 * size };
}

/** True for names, which may move, unlike other text on a map. */
const isName = ({ anchor, weight, rotate }: TextMark) =>
  anchor === 'middle' && weight >= 600 && rotate === undefined;

/**
 * Separates overlapping names inside `rect`, because a map on paper cannot be moved. The later moves to the nearest free, or least covered,
 * position.
 */
export function partNames(list: DisplayList, rect: Rect): DisplayList {
  const texts = textsOf(list);
  // A name whose mark is outside the window stays barely visible.
  const names = texts.filter((mark) => isName(mark) && containsPixel(rect, mark.x, mark.y));
  const symbols = symbolsOf(list);
  const taken = texts.filter((mark) => !isName(mark) && mark.rotate === undefined).map(textBox);
  const wanted = names.map((name) => {
    const from = textBox(name);
    const places = UP_AND_DOWN.flatMap((up) =>
      SIDEWAYS.map((side) => ({
        box: within({ ...from, x: from.x + side * from.width, y: from.y + up * from.height }, rect),
        by: [side, up] as const,
        from,
      })),
    );
    const cost = ({ box, by }: (typeof places)[number], taken: readonly Rect[]) =>
      Math.hypot(box.x - from.x, box.y - from.y) +
      OVER_NAME * covered(box, taken) +
      // The original position already avoids the symbols.
      (by.some((moved) => moved !== 0) ? OVER_SYMBOL * covered(box, symbols) : 0);
    return { places, cost };
  });
  const moved = new Map<Mark, TextMark>();
  placeInTurn(wanted, taken).forEach((place, i) => {
    const { box, from } = place!;
    const name = names[i]!;
    if (box.x !== from.x || box.y !== from.y)
      moved.set(name, { ...name, x: name.x + box.x - from.x, y: name.y + box.y - from.y });
  });
  // Covered by words, an iso-line's number is useless; the line has others.
  const words = texts.filter((mark) => mark.anchor === 'start' && mark.rotate === undefined).map(textBox);
  const isCovered = (mark: Mark) =>
    mark.kind === 'text' &&
    mark.rotate !== undefined &&
    words.some((box) => overlapArea(box, squareAt(mark.x, mark.y, mark.size)) > 0);
  const isBelow = words.length > 0 && hasCovered(list, isCovered);
  return moved.size === 0 && !isBelow ? list : replaced(list, moved, isCovered);
}

function hasCovered(list: DisplayList, isCovered: (mark: Mark) => boolean): boolean {
  return list.some((mark) => (mark.kind === 'clip' ? hasCovered(mark.marks, isCovered) : isCovered(mark)));
}

function within(box: Rect, rect: Rect): Rect {
  const inside = (at: number, long: number, from: number, room: number) =>
    Math.max(from, Math.min(at, from + room - long));
  return {
    ...box,
    x: inside(box.x, box.width, rect.x, rect.width),
    y: inside(box.y, box.height, rect.y, rect.height),
  };
}

function replaced(
  list: DisplayList,
  moved: ReadonlyMap<Mark, TextMark>,
  isCovered: (mark: Mark) => boolean,
): DisplayList {
  return list
    .filter((mark) => !isCovered(mark))
    .map((mark) =>
      mark.kind === 'clip'
        ? { ...mark, marks: replaced(mark.marks, moved, isCovered) }
        : (moved.get(mark) ?? mark),
    );
}
