import {
  type DisplayList,
  type Mark,
  pathMark,
  penStroke,
  symbolsMark,
} from '../../../charts/display-list.ts';
import { containsPixel, createPlane, type Plane, type Rect } from '../../../charts/geometry.ts';
import { type LabelRequest, placeLabels } from '../../../charts/place-labels.ts';
import { flagAt } from '../../../pictures/flag.ts';
import { type LandscapeFrame, mapText } from '../../../pictures/landscape/frame.ts';
import { cased } from '../../../pictures/landscape/overlay.ts';
import { landscapeRect } from '../../../pictures/landscape/rect.ts';

/** Longest line, in pixels at scale 1, without room for its own name. */
const SHORT_LINE = 100;

export interface GuessInput extends LandscapeFrame {
  readonly side: 'left' | 'right';
  /** Guessed ends in data coordinates; if empty, nothing is drawn. */
  readonly guesses: readonly (readonly [number, number])[];
  /** End of the side; null until revealed. */
  readonly end: readonly [number, number] | null;
  /** Progress of the lines from the flags to the end, 0 to 1. */
  readonly phase: number;
  readonly label: string;
  /** Distance of a single flag, and (`both`) label with distance for a short line. */
  readonly distance: string;
  readonly both: string;
}

/** Draws guesses as cased flags in their side's colour: pennants left, squares right. Once revealed, dashed lines lead to the end, and
 * a single flag shows its distance. Non-finite coordinates draw nothing. */
export function drawGuess(input: GuessInput): DisplayList {
  const { width, height, scale, palette, view, side, end, phase } = input;
  const rect = landscapeRect(width, height, scale);
  const plane = createPlane(view, rect);
  const places = input.guesses
    .map(([x, y]) => plane.toPixel(x, y))
    .filter(([x, y]) => Number.isFinite(x + y));
  if (places.length === 0) return [];
  const color = side === 'left' ? palette.mapLeft : palette.mapRight;
  const to = end && plane.toPixel(end[0], end[1]);
  const lines = to ? places.map(([x, y]) => [x, y, x + phase * (to[0] - x), y + phase * (to[1] - y)]) : [];
  const marks: Mark[] = [];
  if (lines.length > 0)
    marks.push(
      pathMark(lines, [
        penStroke(palette.mapInk, 5 * scale, { opacity: 0.6 }),
        penStroke(palette.mapPaper, 4 * scale),
        penStroke(color, 2 * scale, { dash: [7 * scale, 5 * scale], cap: 'butt' }),
      ]),
    );
  const boxes: Rect[] = [];
  for (const [x, y] of places) {
    const { top, bottom, far, box } = flagAt(x, y, rect, scale);
    boxes.push(box);
    const cloth =
      side === 'left'
        ? [x, top, far, (top + bottom) / 2, x, bottom]
        : [x, top, far, top, far, bottom, x, bottom];
    marks.push(
      pathMark([[x, y, x, top]], cased(palette.mapInk, 2 * scale, palette, scale)),
      pathMark([cloth], [penStroke(palette.mapPaper, 4 * scale), penStroke(palette.mapInk, 1.4 * scale)], {
        closed: true,
        fill: color,
      }),
      // Drawn again because the inner half of the casing covers it.
      { kind: 'path', lines: [cloth], closed: true, fill: color },
      symbolsMark(side === 'left' ? 'dot' : 'square', [x, y], 6 * scale, {
        fill: palette.mapInk,
        strokes: [{ color: palette.mapPaper, width: 3 * scale }],
      }),
    );
  }
  const labels = places.length === 1 ? namesOf(input, plane, places[0]!, to) : [];
  for (const placed of placeLabels(labels, rect, boxes, lines))
    marks.push(mapText(placed.text, placed.x, placed.y, placed.size, palette, scale));
  return [{ kind: 'clip', rect, marks }];
}

/** Returns the name of a single flag and its distance from the end. */
function namesOf(
  { label, distance, both, scale }: GuessInput,
  { rect }: Plane,
  [x, y]: readonly [number, number],
  to: readonly [number, number] | null,
): LabelRequest[] {
  const isShort = to !== null && Math.hypot(to[0] - x, to[1] - y) < SHORT_LINE * scale;
  const names: LabelRequest[] = [];
  if (to && !isShort) {
    const [mx, my] = middleWithin(rect, x, y, to[0], to[1]);
    names.push({ text: distance, x: mx, y: my, size: 14 * scale, gap: 6 * scale });
  }
  if (containsPixel(rect, x, y))
    names.push({ text: isShort ? both : label, x, y, size: 13 * scale, gap: 8 * scale });
  return names;
}

/** Returns the middle of a line's part inside the map (the far end may be outside). */
function middleWithin({ x, y, width, height }: Rect, ax: number, ay: number, bx: number, by: number) {
  const inside = (value: number, from: number, size: number) => Math.min(from + size, Math.max(from, value));
  return [
    (inside(ax, x, width) + inside(bx, x, width)) / 2,
    (inside(ay, y, height) + inside(by, y, height)) / 2,
  ] as const;
}
